#include <algorithm>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "graph_checks.hpp"

namespace papers {
namespace {

using Depths = std::vector<std::optional<int>>;

std::vector<Node> list(std::span<const Node> nodes) {
  return {nodes.begin(), nodes.end()};
}

TEST_CASE("a graph without papers answers everything with nothing") {
  const CitationGraph graph(0, {});
  CHECK(graph.size() == 0);
  CHECK(graph.arc_count() == 0);
  CHECK(graph.arcs().empty());
  CHECK(graph.depths({}).empty());
  CHECK(graph.components().empty());
  CHECK(graph.implied().empty());
  CHECK(graph.reading_order({}).empty());
}

TEST_CASE("self-references and repeated arcs are dropped, neighbours ascend") {
  const std::vector<Arc> arcs{{2, 1}, {2, 0}, {2, 2}, {2, 1}, {1, 0}, {3, 0}};
  const CitationGraph graph(4, arcs);
  CHECK(graph.arc_count() == 4);
  CHECK(graph.arcs() == std::vector<Arc>{{1, 0}, {2, 0}, {2, 1}, {3, 0}});
  CHECK(list(graph.cited(2)) == std::vector<Node>{0, 1});
  CHECK(list(graph.citing(0)) == std::vector<Node>{1, 2, 3});
  CHECK(list(graph.cited(0)).empty());
  CHECK(list(graph.citing(3)).empty());
}

TEST_CASE("a moved graph keeps its contents") {
  const std::vector<Arc> arcs{{1, 0}};
  CitationGraph first(2, arcs);
  CitationGraph second = std::move(first);
  CHECK(second.arcs() == arcs);
  first = std::move(second);
  CHECK(first.arcs() == arcs);
}

TEST_CASE("depth counts the fewest reference steps from any root") {
  const std::vector<Arc> arcs{{0, 1}, {1, 2}, {2, 3}, {0, 2}, {4, 3}, {3, 0}};
  const CitationGraph graph(6, arcs);
  CHECK(graph.depths(std::vector<Node>{0}) == Depths{0, 1, 1, 2, std::nullopt, std::nullopt});
  CHECK(graph.depths(std::vector<Node>{0, 4, 0}) == Depths{0, 1, 1, 1, 0, std::nullopt});
  CHECK(graph.depths({}) == Depths(6));
}

TEST_CASE("depths of random graphs differ by at most one along every reference") {
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    const CitationGraph graph(60, test::random_arcs(60, 90, random));
    const Depths depths = graph.depths(std::vector<Node>{0, 1});
    for (Node node = 0; node < graph.size(); ++node) {
      const auto citing = graph.citing(node);
      const bool has_parent = std::any_of(citing.begin(), citing.end(), [&](Node other) {
        return depths[node] && depths[other] && *depths[other] + 1 == *depths[node];
      });
      CHECK(depths[node].has_value() == (node < 2 || has_parent));
      for (const Node other : graph.cited(node)) {
        CHECK((!depths[node] || (depths[other] && *depths[other] <= *depths[node] + 1)));
      }
    }
  }
}

TEST_CASE("papers that cite each other share a component, numbered after those it cites") {
  const std::vector<Arc> arcs{{0, 1}, {1, 0}, {1, 2}, {3, 0}, {2, 4}, {4, 2}};
  const auto component = CitationGraph(5, arcs).components();
  CHECK(component == std::vector<std::size_t>{1, 1, 0, 2, 0});
}

TEST_CASE("components of random graphs are exactly the mutually reachable papers") {
  std::mt19937 random(2);
  for (int round = 0; round < 50; ++round) {
    const auto arcs = test::random_arcs(40, 60, random);
    const auto component = CitationGraph(40, arcs).components();
    const auto reaches = test::reachability(40, arcs);
    for (Node a = 0; a < 40; ++a) {
      for (Node b = 0; b < 40; ++b) {
        const bool together = a == b || (reaches[a][b] && reaches[b][a]);
        CHECK((component[a] == component[b]) == together);
        CHECK((together || !reaches[a][b] || component[a] > component[b]));
      }
    }
  }
}

TEST_CASE("a chain of a hundred thousand papers does not exhaust the stack") {
  constexpr std::size_t k_length = 100'000;
  std::vector<Arc> arcs;
  for (Node node = 1; node < k_length; ++node) {
    arcs.emplace_back(node, node - 1);
  }
  const CitationGraph graph(k_length, arcs);
  CHECK(graph.components().back() == k_length - 1);
  CHECK(graph.depths(std::vector<Node>{k_length - 1}).front() == static_cast<int>(k_length - 1));
}

}  // namespace
}  // namespace papers
