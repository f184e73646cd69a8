// The algorithms on the citations among 27,770 papers of hep-th, where every oddity of real data occurs.

#include "real_network.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

namespace papers {
namespace {

std::size_t reached(const CitationGraph& graph, Node root) {
  const auto depths = graph.depths(std::vector<Node>{root});
  return static_cast<std::size_t>(
      std::count_if(depths.begin(), depths.end(), [](const auto& depth) { return depth.has_value(); }));
}

TEST_CASE("a real citation network is read, reduced and put in order") {
  const auto network = test::real_network();
  if (!network) {
    return;
  }
  const CitationGraph graph(network->node_of.size(), network->arcs);
  REQUIRE(graph.size() == 27'770);
  REQUIRE(graph.arc_count() == 352'807 - 39);  // 39 papers cite themselves
  CHECK(graph.citing(network->node_of.at(9711200)).size() == 2'414);

  const auto component = graph.components();
  std::map<std::size_t, std::size_t> sizes;
  for (const std::size_t number : component) {
    ++sizes[number];
  }
  CHECK(std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->second == 7'464);

  const auto implied = graph.implied();
  const auto all = graph.arcs();
  std::vector<Arc> kept;
  std::set_difference(all.begin(), all.end(), implied.begin(), implied.end(), std::back_inserter(kept));
  const CitationGraph reduced(graph.size(), kept);
  CHECK(kept.size() < all.size() / 2);
  for (Node root = 0; root < graph.size(); root += 997) {
    CHECK(reached(reduced, root) == reached(graph, root));
  }

  std::vector<int> months(graph.size());
  for (const auto& [number, node] : network->node_of) {
    months[node] = test::month_of(number);
  }
  const auto order = graph.reading_order(months);
  REQUIRE(order.size() == graph.size());
  std::vector<std::size_t> place(graph.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
  }
  const auto late = std::count_if(all.begin(), all.end(), [&](const Arc& arc) {
    return component[arc.first] != component[arc.second] && place[arc.first] < place[arc.second];
  });
  CHECK(late == 0);
  MESSAGE("ran on ", graph.size(), " papers; ", kept.size(), " of ", all.size(), " citations kept");
}

TEST_CASE("a real citation network has a core and a backbone") {
  const auto network = test::real_network();
  if (!network) {
    return;
  }
  const CitationGraph graph(network->node_of.size(), network->arcs);
  const auto core = graph.core_numbers();
  const std::size_t deepest = *std::max_element(core.begin(), core.end());
  CHECK(deepest == 37);
  CHECK(std::count(core.begin(), core.end(), deepest) == 52);
  CHECK(core[network->node_of.at(9711200)] == 34);

  const Backbone backbone = graph.backbone();
  CHECK(backbone.length == 131);
  CHECK(std::count(backbone.criticality.begin(), backbone.criticality.end(), 0U) == 7'719);
  CHECK(backbone.arcs.size() == 116'803);
  MESSAGE("52 papers in the ", deepest, "-core; longest path of ", backbone.length, " citations");
}

}  // namespace
}  // namespace papers
