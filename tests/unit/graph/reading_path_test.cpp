#include "papers/reading_path.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "graph_checks.hpp"

namespace papers {
namespace {

using Nodes = std::vector<Node>;

/// A question about a graph whose scores are 1, 2, 3, … unless given, so that greater nodes are better.
struct Question {
  std::vector<Arc> arcs;
  std::vector<double> score;
  std::vector<int> years;
  std::set<Node> excused{};
  std::size_t key_references = 3;
  int depth = 2;

  Question(std::size_t nodes, std::vector<Arc> citations)
      : arcs(std::move(citations)), score(nodes), years(nodes, 2000) {
    for (Node node = 0; node < nodes; ++node) {
      score[node] = static_cast<double>(node);
    }
  }

  [[nodiscard]] ReadingPath path(Node target) const {
    const auto is_excused = [this](Node node) { return excused.contains(node); };
    return reading_path(CitationGraph(score.size(), arcs), target,
                        {score, years, is_excused, key_references, depth});
  }
};

Nodes order(const ReadingPath& path) {
  Nodes result;
  for (const PathStep& step : path.steps) {
    result.push_back(step.node);
  }
  return result;
}

PathStep step(const ReadingPath& path, Node node) {
  const auto found = std::find_if(path.steps.begin(), path.steps.end(),
                                  [&](const PathStep& one) { return one.node == node; });
  REQUIRE(found != path.steps.end());
  return *found;
}

TEST_CASE("the path to a paper of unknown references is the paper") {
  const ReadingPath path = Question(3, {{1, 0}}).path(2);
  CHECK(order(path) == Nodes{2});
  CHECK(path.steps[0].depth == 0);
  CHECK(path.steps[0].key_for.empty());
  CHECK(path.steps[0].cited_by == 0);
  CHECK(path.excused.empty());
  CHECK(path.beyond.empty());
}

TEST_CASE("each paper brings its three best references, and those are read before it") {
  const ReadingPath path = Question(9, {{8, 0}, {8, 1}, {8, 2}, {8, 3}, {8, 4}, {4, 5}, {4, 3}}).path(8);
  CHECK(order(path) == Nodes{2, 3, 5, 4, 8});
  CHECK(step(path, 5).depth == 2);
  CHECK(step(path, 3).depth == 1);
  CHECK(step(path, 3).key_for == Nodes{4, 8});
  CHECK(step(path, 3).cited_by == 2);
  CHECK(step(path, 8).key_for.empty());
}

TEST_CASE("among equal references the smaller is key") {
  Question question(5, {{4, 0}, {4, 1}, {4, 2}, {4, 3}});
  question.score = {1, 0.5, 1, 1, 0};
  question.key_references = 2;
  CHECK(order(question.path(4)) == Nodes{0, 2, 4});
}

TEST_CASE("the oldest of the papers that are ready comes first") {
  Question question(4, {{3, 0}, {3, 1}, {3, 2}});
  question.years = {2010, 1999, 2005, 2020};
  CHECK(order(question.path(3)) == Nodes{1, 2, 0, 3});
}

TEST_CASE("citations among the papers of the path bind, also those that are not key") {
  // 4 cites 0 as its least; 5 brings 0 as key all the same, so 0 comes before 4.
  Question question(6, {{5, 4}, {5, 0}, {4, 3}, {4, 2}, {4, 1}, {4, 0}});
  question.years = {2009, 2001, 2001, 2001, 2002, 2010};
  const ReadingPath path = question.path(5);
  CHECK(order(path) == Nodes{1, 2, 3, 0, 4, 5});
  CHECK(step(path, 0).key_for == Nodes{5});
  CHECK(step(path, 0).cited_by == 2);
}

TEST_CASE("what is excused is left out, not replaced, and not followed") {
  Question question(7, {{6, 5}, {6, 4}, {6, 3}, {6, 2}, {5, 1}, {4, 0}});
  question.excused = {5};
  const ReadingPath path = question.path(6);
  CHECK(order(path) == Nodes{0, 3, 4, 6});
  CHECK(path.excused == Nodes{5});
  CHECK(path.beyond.empty());
}

TEST_CASE("the target stays on its path even if it is excused") {
  Question question(2, {{1, 0}});
  question.excused = {0, 1};
  CHECK(order(question.path(1)) == Nodes{1});
}

TEST_CASE("without a word on what is excused nothing is") {
  const std::vector<Arc> arcs{{1, 0}};
  const std::vector<double> score{1, 1};
  const std::vector<int> years{1999, 2000};
  CHECK(order(reading_path(CitationGraph(2, arcs), 1, {score, years})) == Nodes{0, 1});
}

TEST_CASE("where the depth cuts the path, it says what lies beyond") {
  Question question(6, {{5, 4}, {4, 3}, {3, 2}, {3, 1}, {2, 0}});
  question.excused = {1};
  const ReadingPath path = question.path(5);
  CHECK(order(path) == Nodes{3, 4, 5});
  CHECK(path.beyond == Nodes{2});
  CHECK(path.excused.empty());
  question.depth = 0;
  CHECK(order(question.path(5)) == Nodes{5});
  CHECK(question.path(5).beyond == Nodes{4});
}

TEST_CASE("papers that cite each other are on the path once, the older first") {
  Question question(3, {{2, 1}, {1, 2}, {1, 0}, {0, 1}});
  question.years = {2003, 2002, 2001};
  const ReadingPath path = question.path(2);
  CHECK(order(path) == Nodes{2, 1, 0});
  CHECK(step(path, 2).key_for == Nodes{1});
  CHECK(step(path, 2).depth == 0);
}

/// The closure of key references by its definition: all papers within the depth, again and again.
std::set<Node> closure(const Question& question, Node target) {
  const auto keys = [&](Node node) {
    std::set<std::pair<double, Node>> cited;
    for (const auto& [from, to] : question.arcs) {
      if (from == node && to != node) {
        cited.emplace(-question.score[to], to);
      }
    }
    Nodes best;
    for (const auto& [score, other] : cited) {
      if (best.size() < question.key_references) {
        best.push_back(other);
      }
    }
    return best;
  };
  std::set<Node> reached{target};
  for (int depth = 0; depth < question.depth; ++depth) {
    for (const Node node : std::set(reached)) {
      for (const Node key : keys(node)) {
        if (!question.excused.contains(key)) {
          reached.insert(key);
        }
      }
    }
  }
  return reached;
}

TEST_CASE("paths in random graphs hold the closure, at most thirteen papers, cited before citing") {
  std::mt19937 random(13);
  std::uniform_int_distribution<int> number(0, 9);
  for (int round = 0; round < 100; ++round) {
    Question question(40, test::random_acyclic_arcs(40, 200, random));
    for (Node node = 0; node < 40; ++node) {
      question.score[node] = number(random);
      question.years[node] = 1990 + number(random);
      if (number(random) == 0 && node != 39) {
        question.excused.insert(node);
      }
    }
    const ReadingPath path = question.path(39);
    const Nodes nodes = order(path);
    const auto place = [&](Node node) { return std::find(nodes.begin(), nodes.end(), node) - nodes.begin(); };
    CHECK(nodes.size() <= 13);
    CHECK(nodes.back() == 39);
    CHECK(std::set(nodes.begin(), nodes.end()) == closure(question, 39));
    CHECK(std::set(nodes.begin(), nodes.end()).size() == nodes.size());
    const std::set<Arc> arcs(question.arcs.begin(), question.arcs.end());
    for (const PathStep& one : path.steps) {
      std::size_t cited_by = 0;
      for (const Node citing : nodes) {
        const bool cites = citing != one.node && arcs.contains({citing, one.node});
        CHECK((!cites || place(one.node) < place(citing)));
        cited_by += cites ? 1U : 0U;
      }
      CHECK(one.cited_by == cited_by);
      CHECK((one.node == 39) == one.key_for.empty());
    }
  }
}

}  // namespace
}  // namespace papers
