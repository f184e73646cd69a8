#include "graph/walk.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "graph_checks.hpp"

namespace papers::graph {
namespace {

Links links_of(std::size_t nodes, const std::vector<Arc>& arcs) {
  std::vector<Node> order(nodes);
  std::iota(order.begin(), order.end(), Node{0});
  return {CitationGraph(nodes, arcs), order};
}

std::vector<Place> places(const Links& links) {
  std::vector<Place> result(links.size());
  std::iota(result.begin(), result.end(), Place{0});
  return result;
}

TEST_CASE("links have no direction, and places are those of the given order") {
  const Links links(CitationGraph(4, std::vector<Arc>{{0, 1}, {1, 0}, {2, 1}, {3, 1}}),
                    std::vector<Node>{3, 2, 1, 0});
  REQUIRE(links.size() == 4);
  const auto of_node_1 = links.of(2);
  CHECK(std::vector<Place>(of_node_1.begin(), of_node_1.end()) == std::vector<Place>{0, 1, 3});
  CHECK(links.degree(2) == 3);
  CHECK(links.degree(3) == 1);
}

TEST_CASE("the walks of two papers, worked out elsewhere") {
  // S1, S2, A, B, C, D, E, F as in the test of relevance.
  const Links links = links_of(
      8, {{0, 1}, {0, 2}, {0, 3}, {1, 0}, {1, 2}, {1, 4}, {2, 4}, {2, 5}, {3, 4}, {3, 6}, {4, 6}, {4, 7}});
  const auto p = walk(links, std::vector<Place>{0, 1}, places(links));
  const std::vector<double> expected{0.131822, 0.138411, 0.113765, 0.050634, 0.075241, 0.126500,
                                     0.028118, 0.029315, 0.036529, 0.030300, 0.013338, 0.022786};
  REQUIRE(p.size() == 16);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(std::round(p[4 + i] * 1e6) / 1e6 == doctest::Approx(expected[i]).epsilon(1e-9));
  }
}

TEST_CASE("walks side by side are those walked alone, to the last bit") {
  std::mt19937 random(14);
  const Links links = links_of(60, test::random_arcs(60, 200, random));
  std::vector<Place> starts = places(links);
  std::erase_if(starts, [&](Place place) { return links.degree(place) == 0; });
  const auto targets = places(links);
  for (const std::size_t count : {std::size_t{3}, std::size_t{8}, std::size_t{21}}) {
    const std::span<const Place> some = std::span(starts).first(count);
    const auto together = walk(links, some, targets);
    for (std::size_t i = 0; i < count; ++i) {
      const auto alone = walk(links, some.subspan(i, 1), targets);
      for (std::size_t target = 0; target < targets.size(); ++target) {
        REQUIRE(together[target * count + i] == alone[target]);
      }
    }
  }
}

TEST_CASE("a paper without links is not reached") {
  const Links links = links_of(3, {{0, 1}});
  const auto p = walk(links, std::vector<Place>{0}, std::vector<Place>{1, 2});
  CHECK(p[0] > 0);
  CHECK(p[1] == 0);
}

}  // namespace
}  // namespace papers::graph
