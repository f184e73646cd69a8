#include <algorithm>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "graph_checks.hpp"

namespace papers {
namespace {

using Numbers = std::vector<std::size_t>;

Backbone backbone(std::size_t nodes, const std::vector<Arc>& arcs) {
  return CitationGraph(nodes, arcs).backbone();
}

TEST_CASE("a graph without citations has a backbone of length 0, on which every paper is") {
  CHECK(backbone(0, {}).criticality.empty());
  const Backbone bare = backbone(2, {});
  CHECK(bare.length == 0);
  CHECK(bare.criticality == Numbers{0, 0});
  CHECK(bare.arcs.empty());
}

TEST_CASE("the longest chain is the backbone, and shortcuts are not part of it") {
  // 4 > 3 > 2 > 1 with the shortcut 4 > 1; 5 > 1 and 6 lie aside.
  const Backbone result = backbone(7, {{4, 3}, {3, 2}, {2, 1}, {4, 1}, {5, 1}, {5, 0}});
  CHECK(result.length == 3);
  CHECK(result.criticality == Numbers{2, 0, 0, 0, 0, 2, 3});
  CHECK(result.arcs == std::vector<Arc>{{2, 1}, {3, 2}, {4, 3}});
}

TEST_CASE("chains of the same length are all backbone") {
  const Backbone result = backbone(4, {{3, 2}, {3, 1}, {2, 0}, {1, 0}});
  CHECK(result.criticality == Numbers{0, 0, 0, 0});
  CHECK(result.arcs.size() == 4);
}

TEST_CASE("a cycle counts as one paper, and its citations share its criticality") {
  // 5 > {3, 4} > 0 is longer than 6 > {1, 2}.
  const Backbone result = backbone(7, {{5, 4}, {4, 3}, {3, 4}, {3, 0}, {6, 1}, {1, 2}, {2, 1}});
  CHECK(result.length == 2);
  CHECK(result.criticality == Numbers{0, 1, 1, 0, 0, 0, 1});
  CHECK(result.arcs == std::vector<Arc>{{3, 0}, {3, 4}, {4, 3}, {5, 4}});
}

/// Longest paths by repeating until nothing grows; steps inside a component are free.
struct Longest {
  Longest(std::size_t nodes, const std::vector<Arc>& arcs) : up(nodes), down(nodes) {
    const auto reaches = test::reachability(nodes, arcs);
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& [citing, cited] : arcs) {
        const std::size_t step = citing == cited || reaches[cited][citing] ? 0 : 1;
        grows = raise(down[citing], down[cited] + step) || grows;
        grows = raise(up[cited], up[citing] + step) || grows;
      }
    }
    all = *std::max_element(down.begin(), down.end());
  }

  static bool raise(std::size_t& value, std::size_t to) {
    const bool grows = to > value;
    value = std::max(value, to);
    return grows;
  }

  Numbers up;
  Numbers down;
  std::size_t all = 0;
};

TEST_CASE("criticality in random graphs is what is missing to the longest path") {
  std::mt19937 random(12);
  for (int round = 0; round < 100; ++round) {
    const auto arcs =
        round % 2 == 0 ? test::random_arcs(40, 60, random) : test::random_acyclic_arcs(40, 80, random);
    const CitationGraph graph(40, arcs);
    const Backbone result = graph.backbone();
    const Longest longest(40, arcs);
    const auto reaches = test::reachability(40, arcs);
    CHECK(result.length == longest.all);
    for (Node node = 0; node < 40; ++node) {
      CHECK(result.criticality[node] == longest.all - longest.up[node] - longest.down[node]);
    }
    std::vector<Arc> expected = graph.arcs();
    std::erase_if(expected, [&](const Arc& arc) {
      const std::size_t step = reaches[arc.second][arc.first] ? 0 : 1;
      return longest.up[arc.first] + step + longest.down[arc.second] != longest.all;
    });
    CHECK(result.arcs == expected);
  }
}

}  // namespace
}  // namespace papers
