// Slow, obvious answers to compare the graph's algorithms with, and graphs to compare them on.
#pragma once

#include <random>
#include <vector>

#include "papers/graph.hpp"

namespace papers::test {

using Matrix = std::vector<std::vector<bool>>;

/// Whether a path of one or more arcs leads from row to column. Warshall's algorithm.
inline Matrix reachability(std::size_t nodes, std::span<const Arc> arcs) {
  Matrix reaches(nodes, std::vector<bool>(nodes));
  for (const auto& [from, to] : arcs) {
    reaches[from][to] = true;
  }
  for (Node middle = 0; middle < nodes; ++middle) {
    for (Node from = 0; from < nodes; ++from) {
      for (Node to = 0; reaches[from][middle] && to < nodes; ++to) {
        reaches[from][to] = reaches[from][to] || reaches[middle][to];
      }
    }
  }
  return reaches;
}

/// Arcs between random nodes, loops and repetitions included.
inline std::vector<Arc> random_arcs(std::size_t nodes, std::size_t count, std::mt19937& random) {
  std::uniform_int_distribution<Node> node(0, nodes - 1);
  std::vector<Arc> arcs(count);
  for (auto& [from, to] : arcs) {
    from = node(random);
    to = node(random);
  }
  return arcs;
}

/// The same, every arc leading to a smaller node.
inline std::vector<Arc> random_acyclic_arcs(std::size_t nodes, std::size_t count, std::mt19937& random) {
  std::vector<Arc> arcs = random_arcs(nodes, count, random);
  for (auto& [from, to] : arcs) {
    if (from < to) {
      std::swap(from, to);
    }
  }
  return arcs;
}

}  // namespace papers::test
