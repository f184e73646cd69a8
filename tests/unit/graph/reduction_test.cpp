#include <algorithm>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "graph_checks.hpp"

namespace papers {
namespace {

std::vector<Arc> implied(std::size_t nodes, const std::vector<Arc>& arcs) {
  return CitationGraph(nodes, arcs).implied();
}

std::vector<Arc> without(const std::vector<Arc>& arcs, const std::vector<Arc>& left_out) {
  std::vector<Arc> result;
  std::set_difference(arcs.begin(), arcs.end(), left_out.begin(), left_out.end(), std::back_inserter(result));
  return result;
}

TEST_CASE("a citation is implied when a longer way leads to the same paper") {
  CHECK(implied(3, {{2, 1}, {1, 0}, {2, 0}}) == std::vector<Arc>{{2, 0}});
  CHECK(implied(4, {{3, 2}, {2, 1}, {1, 0}, {3, 0}, {3, 1}, {2, 0}}) ==
        std::vector<Arc>{{2, 0}, {3, 0}, {3, 1}});
}

TEST_CASE("two ways of the same length imply nothing") {
  CHECK(implied(4, {{3, 1}, {3, 2}, {1, 0}, {2, 0}}).empty());
}

TEST_CASE("citations inside a cycle are never implied, those past a cycle are") {
  CHECK(implied(3, {{0, 1}, {1, 2}, {2, 0}, {0, 2}}).empty());
  // 3 cites the cycle {1, 2}, which cites 0: the direct citation is implied.
  CHECK(implied(4, {{3, 1}, {1, 2}, {2, 1}, {2, 0}, {3, 0}}) == std::vector<Arc>{{3, 0}});
  // All citations between the same two components stay.
  CHECK(implied(4, {{2, 3}, {3, 2}, {0, 1}, {1, 0}, {2, 0}, {3, 1}}).empty());
}

TEST_CASE("the reduction of random graphs keeps all reachability") {
  std::mt19937 random(4);
  for (int round = 0; round < 100; ++round) {
    const CitationGraph graph(50, test::random_arcs(50, 40 + static_cast<std::size_t>(round), random));
    const auto kept = without(graph.arcs(), graph.implied());
    CHECK(test::reachability(50, kept) == test::reachability(50, graph.arcs()));
  }
}

TEST_CASE("the reduction of random acyclic graphs cannot be made smaller") {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    const CitationGraph graph(30, test::random_acyclic_arcs(30, 120, random));
    const auto kept = without(graph.arcs(), graph.implied());
    const auto reaches = test::reachability(30, kept);
    for (const Arc& arc : kept) {
      CHECK(test::reachability(30, without(kept, {arc})) != reaches);
    }
  }
}

TEST_CASE("a graph wider than one block of columns is reduced like a small one") {
  // Node n cites the k_reach nodes before it, so all but the first of its citations are implied.
  constexpr std::size_t k_nodes = 30'000;
  constexpr std::size_t k_reach = 5;
  std::vector<Arc> arcs;
  for (Node node = 0; node < k_nodes; ++node) {
    for (std::size_t back = 1; back <= std::min(node, k_reach); ++back) {
      arcs.emplace_back(node, node - back);
    }
  }
  const CitationGraph graph(k_nodes, arcs);
  const auto kept = without(graph.arcs(), graph.implied());
  REQUIRE(kept.size() == k_nodes - 1);
  CHECK(std::all_of(kept.begin(), kept.end(), [](const Arc& arc) { return arc.first == arc.second + 1; }));
}

}  // namespace
}  // namespace papers
