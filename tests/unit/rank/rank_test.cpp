#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "candidates.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::candidate;

constexpr auto k_today = "2024-11-24";

/// The ids, best first.
std::vector<std::string> order(const std::vector<Candidate>& candidates, const RankWeights& weights = {},
                               std::size_t count = 100) {
  std::vector<std::string> ids;
  for (const Ranked& ranked : rank(candidates, rank_context(candidates, k_today), weights, count)) {
    ids.push_back(candidates[ranked.candidate].id);
  }
  return ids;
}

std::vector<Candidate> random_candidates(std::size_t count) {
  std::mt19937 random(6);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  std::vector<Candidate> result;
  for (std::size_t i = 0; i < count; ++i) {
    auto made = candidate(fmt::format("arXiv:2401.{:05}", i))
                    .cited(pick(9))
                    .in(k_states[static_cast<std::size_t>(pick(3))]);
    made = made.added_at(util::add_days(k_today, -pick(500)) + "T00:00:00Z");
    if (pick(1) == 0) {
      made = made.due_on(util::add_days(k_today, pick(100) - 50));
    }
    if (pick(1) == 0) {
      made = made.with(k_priorities[static_cast<std::size_t>(pick(2))]);
    }
    result.push_back(made);
  }
  return result;
}

TEST_CASE("nothing to rank gives nothing") {
  CHECK(order({}).empty());
  CHECK(order({candidate("a")}, {}, 0).empty());
}

TEST_CASE("an item due today beats a fresh one of high priority that everybody cites") {
  CHECK(order({candidate("high").with(Priority::high).cited(50), candidate("due").due_on(k_today)}) ==
        std::vector<std::string>{"due", "high"});
}

TEST_CASE("what is being read beats everything without a due date") {
  CHECK(order({candidate("high").with(Priority::high).cited(50).added_at("2001-01-01T00:00:00Z"),
               candidate("begun").in(State::reading).with(Priority::low).added_at("2024-11-24T00:00:00Z")}) ==
        std::vector<std::string>{"begun", "high"});
}

TEST_CASE("of two items alike the one that waited longer comes first") {
  CHECK(order({candidate("new").added_at("2024-11-20T00:00:00Z"),
               candidate("old").added_at("2024-10-20T00:00:00Z")}) == std::vector<std::string>{"old", "new"});
}

TEST_CASE("points are whole hundredths and add up to the score exactly as printed") {
  const auto candidates = random_candidates(300);
  const RankWeights weights{{"age", 1.0 / 3}, {"citations", 2.718281828}, {"due", 17.77777}};
  for (const Ranked& ranked :
       rank(candidates, rank_context(candidates, k_today), weights, candidates.size())) {
    long printed_sum = 0;
    for (const TermPoints& term : ranked.terms) {
      const std::string printed = fmt::format("{:.2f}", term.points);
      CHECK(std::stod(printed) == term.points);
      CHECK(std::abs(term.points - term.weight * term.value) <= 0.005 + 1e-9);
      printed_sum += std::lround(std::stod(printed) * 100);
    }
    CHECK(fmt::format("{:.2f}", ranked.score) ==
          fmt::format("{:.2f}", static_cast<double>(printed_sum) / 100));
  }
}

TEST_CASE("every term is listed in the order of the table, with words where it counts") {
  const std::vector<Candidate> candidates{candidate().with(Priority::high).cited(6)};
  const auto best = rank(candidates, rank_context(candidates, k_today), {}, 1);
  REQUIRE(best.size() == 1);
  REQUIRE(best[0].terms.size() == rank_terms().size());
  for (std::size_t i = 0; i < best[0].terms.size(); ++i) {
    CHECK(best[0].terms[i].name == rank_terms()[i].name);
    CHECK(best[0].terms[i].weight == rank_terms()[i].default_weight);
    CHECK((best[0].terms[i].points == 0) == best[0].terms[i].why.empty());
  }
  CHECK(best[0].score == 6.5);
}

TEST_CASE("the best few are the beginning of the whole order, whatever the order of the input") {
  auto candidates = random_candidates(200);
  const auto all = order(candidates, {}, candidates.size());
  CHECK(all.size() == 200);
  CHECK(order(candidates, {}, 7) == std::vector<std::string>(all.begin(), all.begin() + 7));
  std::shuffle(candidates.begin(), candidates.end(), std::mt19937(7));
  CHECK(order(candidates, {}, 200) == all);
}

TEST_CASE("ties go to more citing papers, then the older entry, then the id") {
  const RankWeights nothing{{"due", 0}, {"reading", 0}, {"priority", 0}, {"citations", 0}, {"age", 0}};
  CHECK(
      order({candidate("d").added_at("2024-01-02T00:00:00Z"), candidate("c").added_at("2024-01-02T00:00:00Z"),
             candidate("b").added_at("2024-01-01T00:00:00Z"),
             candidate("a").added_at("2024-01-03T00:00:00Z").cited(1)},
            nothing) == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("weights of the reader's own change the order, absurd ones do no harm") {
  const std::vector<Candidate> candidates{candidate("cited").cited(9),
                                          candidate("high").with(Priority::high)};
  CHECK(order(candidates) == std::vector<std::string>{"high", "cited"});
  CHECK(order(candidates, {{"citations", 10}}) == std::vector<std::string>{"cited", "high"});
  CHECK(order(candidates, {{"priority", -1}}) == std::vector<std::string>{"cited", "high"});
  for (const double absurd :
       {1e300, -1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(order(candidates, {{"citations", absurd}, {"priority", absurd}}).size() == 2);
  }
}

}  // namespace
}  // namespace papers
