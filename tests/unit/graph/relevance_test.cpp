#include "papers/relevance.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace papers {
namespace {

/// Papers and citations named by their keys.
class Shelf {
 public:
  Shelf& add(Role role, const std::string& key, std::optional<int> year = {}, const std::string& title = "") {
    m_papers.push_back({key, title, year, role});
    return *this;
  }

  Shelf& cites(const std::string& citing, const std::vector<std::string>& cited) {
    for (const std::string& key : cited) {
      m_arcs.emplace_back(node(citing), node(key));
    }
    return *this;
  }

  [[nodiscard]] RelevanceResult ask(const RelevanceWishes& wishes = {}) const {
    return relevance(CitationGraph(m_papers.size(), m_arcs), m_papers, wishes);
  }

  /// One candidate's answer.
  [[nodiscard]] Relevance ask(const std::string& key, const RelevanceWishes& wishes = {}) const {
    const auto all = ask(wishes).papers;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Relevance& one) { return m_papers[one.node].key == key; });
    REQUIRE(found != all.end());
    return *found;
  }

  [[nodiscard]] std::string order(const RelevanceWishes& wishes = {}) const {
    std::string keys;
    for (const Relevance& one : ask(wishes).papers) {
      keys += (keys.empty() ? "" : " ") + m_papers[one.node].key;
    }
    return keys;
  }

 private:
  [[nodiscard]] Node node(const std::string& key) const {
    const auto found = std::find_if(m_papers.begin(), m_papers.end(),
                                    [&](const KnownPaper& paper) { return paper.key == key; });
    REQUIRE(found != m_papers.end());
    return static_cast<Node>(found - m_papers.begin());
  }

  std::vector<KnownPaper> m_papers;
  std::vector<Arc> m_arcs;
};

constexpr auto k_kept = Role::kept;
constexpr auto k_candidate = Role::candidate;
const double k_unreached = std::log(0.0005);

doctest::Approx about(double value) {
  return doctest::Approx(value).epsilon(1e-12);
}

Shelf two_kept_papers() {
  return Shelf()
      .add(k_kept, "S1", 2020, "Graph ranking for reading lists")
      .add(k_kept, "S2", 2018, "Random walks on citation graphs")
      .add(k_candidate, "A", 2015, "Citation graphs and random walks")
      .add(k_candidate, "B", 2016, "Reading lists from surveys")
      .add(k_candidate, "C", 2010, "PageRank")
      .add(k_candidate, "D", 2012, "Deep parsing of sentences")
      .add(k_candidate, "E", 2001, "Markov chains")
      .add(k_candidate, "F")
      .cites("S1", {"S2", "A", "B"})
      .cites("S2", {"S1", "A", "C"})
      .cites("A", {"C", "D"})
      .cites("B", {"C", "E"})
      .cites("C", {"E", "F"});
}

TEST_CASE("two kept papers: all terms as worked out by hand") {
  struct Row {
    const char* key;
    double near, cites, root_of_gap, title, score;
  };
  const Row rows[] = {
      {"A", -1.9982, 2, 2.2361, 0.7071, -0.7075}, {"B", -2.5713, 1, 2.0000, 0.2963, -2.2627},
      {"C", -2.3220, 3, 3.1623, 0, -2.5970},      {"D", -3.5332, 1, 2.8284, 0, -4.1073},
      {"E", -3.3881, 2, 4.3589, 0, -4.2546},      {"F", -4.0201, 1, 2.8284, 0, -4.5942},
  };
  const Shelf shelf = two_kept_papers();
  const auto rounded = [](double value) { return std::round(value * 1e4) / 1e4; };
  for (const Row& row : rows) {
    CAPTURE(row.key);
    const Relevance one = shelf.ask(row.key);
    CHECK(rounded(one.near.value) == doctest::Approx(row.near));
    CHECK(one.cites.value == about(std::log(1 + row.cites)));
    CHECK(rounded(one.gap.value) == doctest::Approx(row.root_of_gap));
    CHECK(rounded(one.title.value) == doctest::Approx(row.title));
    CHECK(rounded(one.score) == doctest::Approx(row.score));
  }
  CHECK(shelf.order() == "A B C D E F");
}

TEST_CASE("two kept papers: why") {
  const Shelf shelf = two_kept_papers();
  const RelevanceResult all = shelf.ask();
  CHECK(all.kept == 2);
  CHECK(all.walks == 2);
  CHECK(all.newest_year == 2020);

  const Relevance a = shelf.ask("A");
  CHECK(a.close_to == 2);
  CHECK(a.cited_by == 2);
  CHECK(a.cited_by_kept == 2);
  CHECK(a.years_older == 5);
  CHECK(a.shared_words ==
        std::vector<std::string>{"citation", "graphs"});  // of equal weight, like the others
  CHECK(shelf.ask("B").shared_words == std::vector<std::string>{"lists", "reading"});
  CHECK(shelf.ask("C").shared_words.empty());
  CHECK(shelf.ask("C").cited_by_kept == 1);
  CHECK(shelf.ask("C").close_to == 2);
  CHECK(shelf.ask("E").close_to == 0);
  CHECK(shelf.ask("F").years_older == std::nullopt);
}

TEST_CASE("of the shared words the rarest come first") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s", {}, "zeta common rare")
                          .add(k_candidate, "a", {}, "common zeta rare")
                          .add(k_candidate, "b", {}, "common things");
  CHECK(shelf.ask("a").shared_words == std::vector<std::string>{"rare", "zeta"});
  CHECK(shelf.ask("b").shared_words == std::vector<std::string>{"common"});
}

TEST_CASE("the terms add up to the score, and points compare each with the median candidate") {
  const auto all = two_kept_papers().ask().papers;
  REQUIRE(all.size() == 6);
  for (const auto part : {&Relevance::near, &Relevance::cites, &Relevance::gap, &Relevance::title}) {
    std::vector<double> terms;
    for (const Relevance& one : all) {
      CHECK((one.*part).term == about((one.*part).weight * (one.*part).value));
      terms.push_back((one.*part).term);
    }
    std::sort(terms.begin(), terms.end());
    for (const Relevance& one : all) {
      CHECK((one.*part).points == about(10 * ((one.*part).term - (terms[2] + terms[3]) / 2)));
    }
  }
  for (const Relevance& one : all) {
    CHECK(one.score == doctest::Approx(one.near.term + one.cites.term + one.gap.term + one.title.term));
  }
  CHECK(all.front().near.weight == 1);
  CHECK(all.front().cites.weight == 0.6);
  CHECK(all.front().gap.weight == -0.35);
  CHECK(all.front().title.weight == 2);
}

TEST_CASE("with seven walks a paper is as near as the closest four make it") {
  // Two stars: v in the middle of four kept papers, w in the middle of three. Two more kept papers have no
  // links; were they counted among the walks, five would be averaged.
  Shelf shelf;
  for (const char* key : {"s1", "s2", "s3", "s4", "s5", "s6", "s7", "lone", "lost"}) {
    shelf.add(k_kept, key);
  }
  shelf.add(k_candidate, "v").add(k_candidate, "w");
  for (const char* key : {"s1", "s2", "s3", "s4"}) {
    shelf.cites(key, {"v"});
  }
  for (const char* key : {"s5", "s6", "s7"}) {
    shelf.cites(key, {"w"});
  }
  // In a star each sweep has three values: at the start, in the middle, at each other tip.
  const auto middle_of_star = [](double tips) {
    double start = 1;
    double middle = 0;
    double other = 0;
    for (int sweep = 0; sweep < 8; ++sweep) {
      const double arriving = 0.6 * std::pow(tips, -0.25) * (start + (tips - 1) * other);
      const double leaving = 0.6 * middle * std::pow(tips, -0.75);
      start = 0.4 + leaving;
      other = leaving;
      middle = arriving;
    }
    return std::log(middle + 0.0005);
  };
  const RelevanceResult all = shelf.ask();
  CHECK(all.kept == 9);
  CHECK(all.walks == 7);
  CHECK(shelf.ask("v").near.value == about(middle_of_star(4)));
  CHECK(shelf.ask("w").near.value == about((3 * middle_of_star(3) + k_unreached) / 4));
  CHECK(shelf.ask("v").close_to == 4);
  CHECK(shelf.ask("w").close_to == 3);
}

TEST_CASE("one kept paper is enough") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s")
                          .add(k_candidate, "a")
                          .add(k_candidate, "b")
                          .cites("s", {"a"})
                          .cites("a", {"b"});
  CHECK(shelf.ask().walks == 1);
  CHECK(shelf.order() == "a b");
}

TEST_CASE("without a kept paper nothing is near, and citations alone decide") {
  const Shelf shelf = Shelf().add(k_candidate, "a", 1999).add(k_candidate, "b", 2020).cites("b", {"a"});
  CHECK(shelf.ask().walks == 0);
  CHECK(shelf.ask("a").near.value == 0);
  CHECK(shelf.ask("a").score == doctest::Approx(0.6 * std::log(2)));
  CHECK(shelf.ask("b").score == 0);
  CHECK(shelf.ask("b").close_to == 0);
}

TEST_CASE("without candidates there is no answer, without papers no question") {
  CHECK(Shelf().ask().papers.empty());
  CHECK(Shelf().add(k_kept, "s", 2020, "Title").add(k_kept, "t").cites("s", {"t"}).ask().papers.empty());
}

TEST_CASE("without titles, years or both the other terms stand") {
  const auto build = [](bool titles, bool years) {
    const auto year = [&](int known) { return years ? std::optional(known) : std::nullopt; };
    const auto title = [&](const char* known) { return std::string(titles ? known : ""); };
    return Shelf()
        .add(k_kept, "s", year(2020), title("Jacobi iteration"))
        .add(k_candidate, "a", year(2011), title("Jacobi iteration in parallel"))
        .cites("s", {"a"});
  };
  const Relevance full = build(true, true).ask("a");
  const Relevance untitled = build(false, true).ask("a");
  const Relevance undated = build(true, false).ask("a");
  const Relevance neither = build(false, false).ask("a");
  CHECK(full.gap.term == about(-0.35 * 3));
  CHECK(full.title.term > 1);
  CHECK(untitled.title.term == 0);
  CHECK(untitled.score == doctest::Approx(full.score - full.title.term));
  CHECK(undated.gap.term == 0);
  CHECK(undated.years_older == std::nullopt);
  CHECK(undated.score == doctest::Approx(full.score - full.gap.term));
  CHECK(neither.score == doctest::Approx(full.near.term + full.cites.term));
}

TEST_CASE("a candidate without a year gets the median gap of those that have one") {
  Shelf shelf = Shelf().add(k_kept, "s", 2020).add(k_kept, "t").add(k_candidate, "unknown");
  CHECK(shelf.ask("unknown").gap.value == 0);
  shelf.add(k_candidate, "a", 2016).add(k_candidate, "b", 2019);
  CHECK(shelf.ask("unknown").gap.value == about(std::sqrt(2.5)));
  shelf.add(k_candidate, "c", 2004).add(Role::other, "read on another day", 1950);
  CHECK(shelf.ask("unknown").gap.value == 2);
  CHECK(shelf.ask("c").gap.value == 4);
}

TEST_CASE("a candidate newer than every kept paper has no gap") {
  const Shelf shelf = Shelf().add(k_kept, "s", 2020).add(k_candidate, "a", 2024).add(k_candidate, "b", 2020);
  CHECK(shelf.ask("a").gap.value == 0);
  CHECK(shelf.ask("a").years_older == 0);
  CHECK(shelf.ask("b").gap.value == 0);
}

TEST_CASE("when no kept paper has a year the candidates' years say nothing") {
  const Shelf shelf = Shelf().add(k_kept, "s").add(k_candidate, "a", 1950).add(k_candidate, "b", 2020);
  CHECK(shelf.ask().newest_year == std::nullopt);
  CHECK(shelf.ask("a").gap.value == 0);
  CHECK(shelf.ask("a").years_older == std::nullopt);
}

TEST_CASE("papers that cite each other have one link, and self-references and repetitions none") {
  const auto near = [](const std::vector<std::string>& cited_by_a) {
    return Shelf()
        .add(k_kept, "s")
        .add(k_candidate, "a")
        .add(k_candidate, "b")
        .cites("s", {"a", "b"})
        .cites("a", cited_by_a)
        .ask("a");
  };
  const Relevance plain = near({});
  CHECK(near({"s"}).near.value == plain.near.value);
  CHECK(near({"a", "s", "s", "a"}).near.value == plain.near.value);
  CHECK(near({"a"}).cited_by == 1);
  CHECK(near({"b"}).near.value != plain.near.value);
}

TEST_CASE("a kept paper without links is skipped by the walk, but its title and year count") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s", 2010, "Unrelated")
                          .add(k_kept, "lone", 2020, "Consistency distillation")
                          .add(k_candidate, "a", 2016, "Consistency")
                          .cites("s", {"a"});
  CHECK(shelf.ask().kept == 2);
  CHECK(shelf.ask().walks == 1);
  CHECK(shelf.ask("a").near.value > k_unreached);
  CHECK(shelf.ask("a").gap.value == 2);
  CHECK(shelf.ask("a").title.value > 0.1);
}

TEST_CASE("a candidate that no walk reaches is as far as can be") {
  const Shelf shelf =
      Shelf().add(k_kept, "s").add(k_candidate, "a").add(k_candidate, "alone").cites("s", {"a"});
  CHECK(shelf.ask("alone").near.value == about(k_unreached));
}

TEST_CASE("dropped and parked papers are not suggested, but what they cite is known by them") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s")
                          .add(Role::other, "dropped", 2020, "Title")
                          .add(k_candidate, "a")
                          .cites("s", {"dropped"})
                          .cites("dropped", {"a"});
  CHECK(shelf.order() == "a");
  CHECK(shelf.ask("a").cited_by == 1);
  CHECK(shelf.ask("a").cited_by_kept == 0);
  CHECK(shelf.ask("a").near.value > k_unreached);
}

TEST_CASE("for classics age does not matter") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s", 2020)
                          .add(k_candidate, "new", 2019)
                          .add(k_candidate, "old", 1950)
                          .cites("s", {"new", "old"})
                          .cites("new", {"old"});
  CHECK(shelf.order() == "new old");
  CHECK(shelf.order({.classics = true}) == "old new");
  CHECK(shelf.ask("old", {.classics = true}).gap.weight == 0);
  CHECK(shelf.ask("old", {.classics = true}).gap.points == 0);
  CHECK(shelf.ask("old", {.classics = true}).years_older == 70);
}

TEST_CASE("ties go to the newer paper, one of unknown year last, then to the smaller key") {
  const Shelf shelf = Shelf()
                          .add(k_kept, "s", 2010)
                          .add(k_candidate, "e")
                          .add(k_candidate, "d", 2011)
                          .add(k_candidate, "b", 2012)
                          .add(k_candidate, "c", 2012)
                          .add(k_candidate, "a")
                          .cites("s", {"a", "b", "c", "d", "e"});
  CHECK(shelf.order() == "b c d a e");
}

TEST_CASE("above the limit walks start from the kept papers that were marked last") {
  std::vector<KnownPaper> papers;
  std::vector<Arc> arcs;
  for (std::size_t n = 0; n <= k_max_walks; ++n) {
    papers.push_back(
        {"kept " + std::to_string(n), "", 2000, k_kept, static_cast<std::int64_t>(100 + n % 100)});
  }
  papers[150].marked = 7;  // the oldest mark
  papers[150].year = 2024;
  papers.push_back({"a", "", {}, k_candidate});
  papers.push_back({"b", "", {}, k_candidate});
  const Node a = papers.size() - 2;
  for (Node node = 0; node <= k_max_walks; ++node) {
    arcs.emplace_back(node, node == 150 ? a : a + 1);
  }
  const RelevanceResult all = relevance(CitationGraph(papers.size(), arcs), papers);
  CHECK(all.kept == k_max_walks + 1);
  CHECK(all.walks == k_max_walks);
  CHECK(all.newest_year == 2024);  // of all of them
  REQUIRE(all.papers.size() == 2);
  CHECK(all.papers[1].node == a);
  CHECK(all.papers[1].near.value == about(k_unreached));
  CHECK(all.papers[1].close_to == 0);
  CHECK(all.papers[0].close_to == k_max_walks);
}

}  // namespace
}  // namespace papers
