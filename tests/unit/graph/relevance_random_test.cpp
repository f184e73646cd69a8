// Relevance of random papers: as defined, and the same however they are numbered.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include <doctest/doctest.h>

#include "papers/relevance.hpp"

#include "graph_checks.hpp"
#include "relevance_by_definition.hpp"

namespace papers {
namespace {

int up_to(int last, std::mt19937& random) {
  return std::uniform_int_distribution<int>(0, last)(random);
}

std::string random_title(std::mt19937& random) {
  const std::vector<std::string> words{"The",  "parallel", "Decoding", "of",  "Jacobi",    "models", "X",
                                       "GPT4", "fixed",    "points",   "via", "(lattice)", "Éclat",  "gauge"};
  std::string title;
  for (int count = up_to(6, random); count > 0; --count) {
    title += words[static_cast<std::size_t>(up_to(static_cast<int>(words.size()) - 1, random))] +
             (up_to(3, random) == 0 ? "-" : " ");
  }
  return title;
}

std::vector<KnownPaper> random_papers(std::size_t count, int kept_in_ten, std::mt19937& random) {
  std::vector<KnownPaper> papers;
  for (std::size_t n = 0; n < count; ++n) {
    KnownPaper paper;
    paper.key = "hep-th/" + std::to_string(n * 7919 % 10'007);
    paper.title = random_title(random);
    if (up_to(3, random) != 0) {
      paper.year = 1990 + up_to(30, random);
    }
    const int roll = up_to(9, random);
    paper.role = roll < kept_in_ten ? Role::kept : roll == 9 ? Role::other : Role::candidate;
    papers.push_back(paper);
  }
  return papers;
}

TEST_CASE("relevance of random papers is what the definition says") {
  std::mt19937 random(7);
  std::size_t compared = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    const auto papers = random_papers(80, round % 6, random);
    const auto arcs = test::random_arcs(80, static_cast<std::size_t>(20 + 5 * round), random);
    const auto expected = test::RelevanceByDefinition(papers, arcs).candidates();
    const auto result = relevance(CitationGraph(papers.size(), arcs), papers);
    REQUIRE(result.papers.size() == expected.size());
    for (const Relevance& one : result.papers) {
      const test::Scored& wanted = expected.at(one.node);
      CHECK(one.near.value == doctest::Approx(wanted.near).epsilon(1e-12));
      CHECK(one.cited_by == static_cast<std::size_t>(wanted.cites));
      CHECK(one.gap.value * one.gap.value == doctest::Approx(wanted.gap).epsilon(1e-12));
      CHECK(one.title.value == doctest::Approx(wanted.title).epsilon(1e-12));
      CHECK(one.close_to == wanted.close_to);
      CHECK(std::abs(one.score - wanted.score()) < 1e-8);
      ++compared;
    }
    CHECK(std::is_sorted(result.papers.begin(), result.papers.end(),
                         [](const Relevance& a, const Relevance& b) { return a.score > b.score; }));
  }
  MESSAGE("compared ", compared, " candidates");
}

/// By key, everything that must not depend on how nodes are numbered.
std::vector<std::tuple<std::string, double, double, double, std::size_t, std::vector<std::string>>> answers(
    const std::vector<KnownPaper>& papers, const std::vector<Arc>& arcs) {
  std::vector<std::tuple<std::string, double, double, double, std::size_t, std::vector<std::string>>> result;
  for (const Relevance& one : relevance(CitationGraph(papers.size(), arcs), papers).papers) {
    result.emplace_back(papers[one.node].key, one.score, one.near.value, one.title.points, one.close_to,
                        one.shared_words);
  }
  return result;
}

TEST_CASE("however the papers are numbered, the answer is the same to the last bit") {
  std::mt19937 random(8);
  for (int round = 0; round < 20; ++round) {
    const auto papers = random_papers(120, 2, random);
    auto arcs = test::random_arcs(120, 500, random);
    std::vector<Node> renumbered(papers.size());
    std::iota(renumbered.begin(), renumbered.end(), Node{0});
    std::shuffle(renumbered.begin(), renumbered.end(), random);
    const auto before = answers(papers, arcs);

    std::vector<KnownPaper> shuffled(papers.size());
    for (Node node = 0; node < papers.size(); ++node) {
      shuffled[renumbered[node]] = papers[node];
    }
    for (auto& [citing, cited] : arcs) {
      citing = renumbered[citing];
      cited = renumbered[cited];
    }
    std::shuffle(arcs.begin(), arcs.end(), random);
    CHECK(answers(shuffled, arcs) == before);
  }
}

}  // namespace
}  // namespace papers
