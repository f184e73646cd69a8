// The algorithms on the citations among 27,770 papers of hep-th, where every oddity of real data occurs.

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "papers/graph.hpp"

#include "util/child_process.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

const std::string k_file = PAPERS_TESTS_DIR "/../../shared/datasets/graphs/cit-HepTh/cit-HepTh.edges.txt.xz";

struct Network {
  std::map<int, Node> node_of;  ///< by arXiv number: month and serial number, 9711200
  std::vector<Arc> arcs;

  Node node(int number) { return node_of.try_emplace(number, node_of.size()).first->second; }
};

Network parse(std::string_view text) {
  Network network;
  for (const std::string_view line : util::split(text, '\n')) {
    const auto numbers = util::words(line);
    if (numbers.size() == 2) {
      const Node citing = network.node(util::to_int(numbers[0]).value());
      const Node cited = network.node(util::to_int(numbers[1]).value());
      network.arcs.emplace_back(citing, cited);
    }
  }
  return network;
}

std::optional<Network> real_network() {
  if (!std::filesystem::exists(k_file) || util::find_program("xz").empty()) {
    MESSAGE("skipped: needs xz and ", k_file);
    return std::nullopt;
  }
  const auto unpacked = util::run_child(std::vector<std::string>{"xz", "-dc", k_file}, "");
  REQUIRE(unpacked.ok());
  REQUIRE(unpacked->status == 0);
  return parse(unpacked->out);
}

/// Months since 1990, from a number without its leading zeros: 9711200 and, for 2001, 101001.
int month_of(int number) {
  const int year = number / 100'000;
  return (year < 90 ? year + 10 : year - 90) * 12 + number / 1000 % 100;
}

std::size_t reached(const CitationGraph& graph, Node root) {
  const auto depths = graph.depths(std::vector<Node>{root});
  return static_cast<std::size_t>(
      std::count_if(depths.begin(), depths.end(), [](const auto& depth) { return depth.has_value(); }));
}

TEST_CASE("a real citation network is read, reduced and put in order") {
  const auto network = real_network();
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
    months[node] = month_of(number);
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

}  // namespace
}  // namespace papers
