#include <algorithm>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "graph_checks.hpp"

namespace papers {
namespace {

std::vector<Node> order(std::vector<int> years, const std::vector<Arc>& arcs) {
  return CitationGraph(years.size(), arcs).reading_order(years);
}

TEST_CASE("what is cited is read first") {
  CHECK(order({0, 0, 0}, {{0, 1}, {1, 2}}) == std::vector<Node>{2, 1, 0});
}

TEST_CASE("citations bind more than years") {
  CHECK(order({2000, 2020}, {{0, 1}}) == std::vector<Node>{1, 0});
}

TEST_CASE("among the papers that are ready the oldest comes first, then the smallest") {
  CHECK(order({2020, 1990, 2005, 1990}, {}) == std::vector<Node>{1, 3, 2, 0});
  CHECK(order({2020, 2010, 2005, 1990}, {{3, 0}}) == std::vector<Node>{2, 1, 0, 3});
}

TEST_CASE("a cycle is broken by year, and only there") {
  CHECK(order({2019, 2018}, {{0, 1}, {1, 0}}) == std::vector<Node>{1, 0});
  CHECK(order({2019, 2019}, {{0, 1}, {1, 0}}) == std::vector<Node>{0, 1});
  // 1, 2 and 3 are a cycle, begun with 3, which cites nothing older in it; 2 still waits for 0, and 4 for 1.
  CHECK(order({2030, 2003, 2001, 2002, 1980}, {{1, 2}, {2, 3}, {3, 1}, {2, 0}, {4, 1}}) ==
        std::vector<Node>{3, 0, 2, 1, 4});
}

TEST_CASE("the order of random graphs holds every paper once and respects citations outside cycles") {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> year(1990, 2024);
  for (int round = 0; round < 100; ++round) {
    const auto arcs = test::random_arcs(50, 70, random);
    std::vector<int> years(50);
    std::generate(years.begin(), years.end(), [&] { return year(random); });
    const auto result = order(years, arcs);

    std::vector<std::size_t> place(50, 50);
    for (std::size_t i = 0; i < result.size(); ++i) {
      place[result[i]] = i;
    }
    CHECK(result.size() == 50);
    CHECK(std::count(place.begin(), place.end(), 50U) == 0);

    const auto reaches = test::reachability(50, arcs);
    for (const auto& [citing, cited] : arcs) {
      CHECK((place[cited] < place[citing] || reaches[cited][citing] || citing == cited));
    }
  }
}

}  // namespace
}  // namespace papers
