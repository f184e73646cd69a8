// Relevance of kept papers: as if each were the one candidate and the others alone were kept.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "papers/relevance.hpp"

#include "graph_checks.hpp"
#include "relevance_by_definition.hpp"

namespace papers {
namespace {

int up_to(int last, std::mt19937& random) {
  return std::uniform_int_distribution<int>(0, last)(random);
}

std::vector<KnownPaper> random_papers(std::size_t count, int kept_in_ten, std::mt19937& random) {
  const std::vector<std::string> words{"parallel", "decoding", "jacobi", "fixed",
                                       "points",   "gauge",    "lattice"};
  std::vector<KnownPaper> papers;
  for (std::size_t n = 0; n < count; ++n) {
    KnownPaper paper;
    paper.key = "hep-th/" + std::to_string(n * 7919 % 10'007);
    for (int word = up_to(3, random); word > 0; --word) {
      paper.title += words[static_cast<std::size_t>(up_to(static_cast<int>(words.size()) - 1, random))] + " ";
    }
    if (up_to(3, random) != 0) {
      paper.year = 1990 + up_to(30, random);
    }
    const int roll = up_to(9, random);
    paper.role = roll < kept_in_ten ? Role::kept : roll == 9 ? Role::other : Role::candidate;
    paper.marked = up_to(1000, random);
    papers.push_back(paper);
  }
  return papers;
}

/// The question in other words: `node` is the one candidate, every other kept paper is kept.
std::vector<KnownPaper> without(const std::vector<KnownPaper>& papers, Node node) {
  std::vector<KnownPaper> result = papers;
  for (KnownPaper& paper : result) {
    paper.role = paper.role == Role::kept ? Role::kept : Role::other;
  }
  result[node].role = Role::candidate;
  return result;
}

bool has_link(const CitationGraph& graph, Node node) {
  return !graph.cited(node).empty() || !graph.citing(node).empty();
}

void check_against_candidates(const std::vector<KnownPaper>& papers, const std::vector<Arc>& arcs) {
  const CitationGraph graph(papers.size(), arcs);
  const RelevanceResult result = relevance_of_kept(graph, papers);
  std::size_t judged = 0;
  for (const Relevance& one : result.papers) {
    REQUIRE(papers[one.node].role == Role::kept);
    const auto alone = relevance(graph, without(papers, one.node));
    REQUIRE(alone.papers.size() == 1);
    const Relevance& wanted = alone.papers.front();
    CHECK(one.near.value == doctest::Approx(wanted.near.value).epsilon(1e-12));
    CHECK(one.walks == alone.walks);
    CHECK(wanted.walks == alone.walks);
    CHECK(one.cites.value == wanted.cites.value);
    CHECK(one.cited_by_kept == wanted.cited_by_kept);
    CHECK(one.title.value == doctest::Approx(wanted.title.value).epsilon(1e-9));
    CHECK(one.shared_words == wanted.shared_words);
    CHECK(one.years_older == wanted.years_older);
    if (wanted.years_older) {
      CHECK(one.gap.value == wanted.gap.value);
      CHECK(one.score == doctest::Approx(wanted.score).epsilon(1e-8));
    }
    ++judged;
  }
  std::size_t linked = 0;
  for (Node node = 0; node < papers.size(); ++node) {
    linked += papers[node].role == Role::kept && has_link(graph, node) ? 1U : 0U;
  }
  CHECK(judged == linked);
}

TEST_CASE("a kept paper is judged as the one candidate of the other kept papers") {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const auto papers = random_papers(40, round % 10, random);
    check_against_candidates(papers, test::random_arcs(40, static_cast<std::size_t>(10 + 4 * round), random));
  }
}

TEST_CASE("above the greatest number of walks, the others that were marked last judge") {
  std::mt19937 random(12);
  const auto papers = random_papers(k_max_walks + 6, 10, random);
  check_against_candidates(papers, test::random_arcs(papers.size(), 900, random));
}

/// The number of other kept papers with links whose walks favour `node` over the median of the judged.
std::size_t close_to_by_walks(const std::vector<KnownPaper>& papers, const std::vector<Arc>& arcs,
                              const std::vector<Relevance>& judged, Node node) {
  std::size_t close = 0;
  for (const Relevance& start : judged) {
    if (start.node == node) {
      continue;
    }
    // With one kept paper, near is its walk's logarithm.
    std::vector<KnownPaper> one_start = papers;
    for (KnownPaper& paper : one_start) {
      paper.role = Role::other;
    }
    for (const Relevance& other : judged) {
      one_start[other.node].role = Role::candidate;
    }
    one_start[start.node].role = Role::kept;
    const auto scores = test::RelevanceByDefinition(one_start, arcs).candidates();
    std::vector<double> column;
    for (const auto& [target, scored] : scores) {
      column.push_back(scored.near);
    }
    close += scores.at(node).near > test::middle(column) + 1e-12 ? 1U : 0U;
  }
  return close;
}

TEST_CASE("what is relative to the candidates is relative to the kept papers with links") {
  std::mt19937 random(13);
  const auto papers = random_papers(30, 5, random);
  const auto arcs = test::random_arcs(30, 90, random);
  const RelevanceResult result = relevance_of_kept(CitationGraph(papers.size(), arcs), papers);
  REQUIRE(result.papers.size() > 5);
  std::vector<double> gaps;
  for (const Relevance& one : result.papers) {
    CHECK(one.close_to == close_to_by_walks(papers, arcs, result.papers, one.node));
    if (one.years_older) {
      gaps.push_back(*one.years_older);
    }
  }
  bool has_unknown = false;
  for (const Relevance& one : result.papers) {
    if (!one.years_older) {
      has_unknown = true;
      CHECK(one.gap.value * one.gap.value == doctest::Approx(test::middle(gaps)));
    }
  }
  CHECK(has_unknown);
  CHECK(result.walks == result.papers.size());
}

TEST_CASE("a paper says nothing for itself") {
  const std::vector<Arc> arcs{{0, 2}, {1, 2}};
  std::vector<KnownPaper> papers{
      {"a", "jacobi", 2024, Role::kept}, {"b", "decoding", {}, Role::kept}, {"c", ""}};
  const auto result = relevance_of_kept(CitationGraph(3, arcs), papers);
  REQUIRE(result.papers.size() == 2);
  for (const Relevance& one : result.papers) {
    CHECK(one.title.value == 0);
    CHECK(one.gap.value == 0);  // the year of a is no measure for a, and b has none
    CHECK(one.near.value < std::log(0.4));
  }
  CHECK(result.papers[0].near.value == doctest::Approx(result.papers[1].near.value));
  CHECK(result.newest_year == 2024);
}

TEST_CASE("one kept paper alone has nobody to judge it, and no links cannot be judged") {
  const std::vector<Arc> arcs{{0, 1}};
  const std::vector<KnownPaper> papers{
      {"a", "jacobi", 2024, Role::kept}, {"b", ""}, {"c", "", {}, Role::kept}};
  const auto result = relevance_of_kept(CitationGraph(3, arcs), papers);
  REQUIRE(result.papers.size() == 1);
  CHECK(result.papers.front().node == 0);
  CHECK(result.papers.front().score == 0);
  CHECK(result.kept == 2);
  CHECK(relevance_of_kept(CitationGraph(0, {}), {}).papers.empty());
}

}  // namespace
}  // namespace papers
