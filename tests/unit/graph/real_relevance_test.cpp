// Relevance and reading paths on the citations of hep-th: years from the numbers, no titles.

#include <algorithm>
#include <cmath>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "papers/reading_path.hpp"
#include "papers/relevance.hpp"

#include "real_network.hpp"
#include "relevance_by_definition.hpp"

namespace papers {
namespace {

std::vector<KnownPaper> known_papers(const test::Network& network) {
  std::vector<KnownPaper> papers(network.node_of.size());
  for (const auto& [number, node] : network.node_of) {
    papers[node].key = fmt::format("arXiv:hep-th/{:07}", number);
    papers[node].year = 1990 + (test::month_of(number) - 1) / 12;
  }
  return papers;
}

TEST_CASE("relevance in a real network is what the definition says") {
  const auto network = test::real_network();
  if (!network) {
    return;
  }
  const CitationGraph graph(network->node_of.size(), network->arcs);
  auto papers = known_papers(*network);
  for (const int number : {9711200, 9802150, 9905111}) {  // the correspondence of fields and strings
    papers[network->node_of.at(number)].role = Role::kept;
  }
  const RelevanceResult result = relevance(graph, papers);
  const auto expected = test::RelevanceByDefinition(papers, network->arcs).candidates();
  REQUIRE(result.papers.size() == 27'767);
  REQUIRE(expected.size() == result.papers.size());
  CHECK(result.walks == 3);
  const bool agree = std::all_of(result.papers.begin(), result.papers.end(), [&](const Relevance& one) {
    const test::Scored& wanted = expected.at(one.node);
    return std::abs(one.score - wanted.score()) < 1e-8 && one.close_to == wanted.close_to;
  });
  CHECK(agree);
  CHECK(result.papers.front().node == network->node_of.at(9802109));
  for (std::size_t i = 0; i < 3; ++i) {
    const Relevance& one = result.papers[i];
    MESSAGE(papers[one.node].key, " ", one.score, ": near ", one.near.points, ", cites ", one.cites.points,
            ", gap ", one.gap.points, " points; close to ", one.close_to, " of ", result.walks, ", cited by ",
            one.cited_by, ", ", one.cited_by_kept, " kept");
  }
}

TEST_CASE("twenty kept papers of all subjects and years are weighed together") {
  const auto network = test::real_network();
  if (!network) {
    return;
  }
  const CitationGraph graph(network->node_of.size(), network->arcs);
  auto papers = known_papers(*network);
  for (Node node = 0; node < papers.size(); node += 1389) {
    papers[node].role = Role::kept;
  }
  const RelevanceResult result = relevance(graph, papers);
  CHECK(result.kept == 20);
  CHECK(result.walks == 20);
  CHECK(result.papers.size() == 27'750);
  CHECK(std::all_of(result.papers.begin(), result.papers.end(), [&](const Relevance& one) {
    return std::isfinite(one.score) && one.close_to <= 20 && one.near.value > std::log(0.0005) - 1e-9;
  }));
  MESSAGE("best ", papers[result.papers.front().node].key, " ", result.papers.front().score, ", worst ",
          result.papers.back().score);
}

TEST_CASE("reading paths in a real network are short and hold nothing excused") {
  const auto network = test::real_network();
  if (!network) {
    return;
  }
  const CitationGraph graph(network->node_of.size(), network->arcs);
  std::vector<double> score(graph.size());
  std::vector<int> months(graph.size());
  for (const auto& [number, node] : network->node_of) {
    score[node] = static_cast<double>(graph.citing(node).size());
    months[node] = test::month_of(number);
  }
  const auto component = graph.components();
  const auto is_excused = [&](Node node) { return months[node] < 48; };
  std::size_t papers = 0;
  std::size_t longest = 0;
  for (Node target = 0; target < graph.size(); ++target) {
    const ReadingPath path = reading_path(graph, target, {score, months, is_excused});
    papers += path.steps.size();
    longest = std::max(longest, path.steps.size());
    std::set<Node> done;
    bool in_order = true;
    for (const PathStep& step : path.steps) {
      for (const Node cited : graph.cited(step.node)) {
        const bool is_on_path = std::any_of(path.steps.begin(), path.steps.end(),
                                            [&](const PathStep& other) { return other.node == cited; });
        in_order =
            in_order && (!is_on_path || done.contains(cited) || component[cited] == component[step.node]);
      }
      in_order = in_order && (step.node == target || !is_excused(step.node));
      done.insert(step.node);
    }
    REQUIRE(in_order);
    REQUIRE(done.contains(target));
    REQUIRE(path.steps.size() <= 13);
  }
  MESSAGE(graph.size(), " paths, the longest of ", longest, " papers, of ", papers / graph.size(),
          " on average");
}

}  // namespace
}  // namespace papers
