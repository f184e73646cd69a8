#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "graph_checks.hpp"

namespace papers {
namespace {

using Numbers = std::vector<std::size_t>;

Numbers core_numbers(std::size_t nodes, const std::vector<Arc>& arcs) {
  return CitationGraph(nodes, arcs).core_numbers();
}

/// A paper is in the k-core when it survives removing, again and again, whatever has fewer than k links left.
std::set<Node> survivors(std::size_t nodes, const std::vector<Arc>& arcs, std::size_t k) {
  std::set<Node> left;
  for (Node node = 0; node < nodes; ++node) {
    left.insert(node);
  }
  const auto links = [&](Node node) {
    std::set<Node> linked;
    for (const auto& [from, to] : arcs) {
      if (from != to && (from == node || to == node)) {
        linked.insert(from == node ? to : from);
      }
    }
    return static_cast<std::size_t>(
        std::count_if(linked.begin(), linked.end(), [&](Node other) { return left.contains(other); }));
  };
  while (std::erase_if(left, [&](Node node) { return links(node) < k; }) > 0) {
  }
  return left;
}

TEST_CASE("papers without links have core number 0, a chain has 1, a triangle 2") {
  CHECK(core_numbers(0, {}).empty());
  CHECK(core_numbers(2, {}) == Numbers{0, 0});
  CHECK(core_numbers(3, {{2, 1}, {1, 0}}) == Numbers{1, 1, 1});
  CHECK(core_numbers(3, {{2, 1}, {1, 0}, {2, 0}}) == Numbers{2, 2, 2});
}

TEST_CASE("many links do not make a core, links among each other do") {
  // 0 is cited by five papers; 5, 6, 7 and 8 all cite each other one way.
  const std::vector<Arc> arcs{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {6, 5},
                              {7, 5}, {8, 5}, {7, 6}, {8, 6}, {8, 7}};
  CHECK(core_numbers(9, arcs) == Numbers{1, 1, 1, 1, 1, 3, 3, 3, 3});
}

TEST_CASE("papers that cite each other, or themselves, gain no link by it") {
  CHECK(core_numbers(2, {{0, 1}, {1, 0}, {0, 0}, {0, 1}}) == Numbers{1, 1});
}

TEST_CASE("core numbers of random graphs say which core each paper survives in") {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    const auto arcs = test::random_arcs(30, static_cast<std::size_t>(10 * round), random);
    const Numbers numbers = core_numbers(30, arcs);
    const std::size_t last = *std::max_element(numbers.begin(), numbers.end()) + 1;
    for (std::size_t k = 1; k <= last; ++k) {
      std::set<Node> expected;
      for (Node node = 0; node < 30; ++node) {
        if (numbers[node] >= k) {
          expected.insert(node);
        }
      }
      CHECK(survivors(30, arcs, k) == expected);
    }
  }
}

}  // namespace
}  // namespace papers
