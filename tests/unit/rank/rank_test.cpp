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
using test::CandidateBuilder;

constexpr auto k_today = "2024-11-24";

/// What these candidates are to be compared in: relevance from -10 to 10.
RankContext context() {
  return {k_today, -10, 10, ""};
}

/// The ids, best first.
std::vector<std::string> order(const std::vector<Candidate>& candidates, const RankWeights& weights = {},
                               std::size_t count = 100) {
  std::vector<std::string> ids;
  for (const Placed& placed : rank(candidates, context(), weights, count)) {
    ids.push_back(candidates[placed.candidate].id);
  }
  return ids;
}

/// Without a due date, slips, a beginning and the focus of the week, and with all else that speaks for it.
CandidateBuilder best_fresh(std::string id) {
  return candidate(std::move(id)).relevant(10).ready(3, 3).unlocking(1e6).cited(1000);
}

/// With nothing that speaks for it.
CandidateBuilder plain(std::string id) {
  return candidate(std::move(id)).relevant(-10);
}

std::vector<Candidate> random_candidates(std::size_t count) {
  std::mt19937 random(6);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  std::vector<Candidate> result;
  for (std::size_t i = 0; i < count; ++i) {
    auto made = candidate(fmt::format("arXiv:2401.{:05}", i))
                    .cited(pick(3))
                    .relevant(pick(40) / 7.0)
                    .slipped(pick(2))
                    .ready(pick(3), 3)
                    .unlocking(pick(3) / 2.0)
                    .in(k_states[static_cast<std::size_t>(pick(3))]);
    made = made.added_at(util::add_days(k_today, -pick(500)) + "T00:00:00Z");
    made.in_focus = pick(5) == 0;
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

TEST_CASE("where the reader has said nothing, the order is that of relevance, to the last bit") {
  std::mt19937 random(8);
  std::vector<Candidate> candidates;
  for (int i = 0; i < 200; ++i) {
    candidates.push_back(candidate(fmt::format("arXiv:2401.{:05}", i))
                             .relevant(std::uniform_real_distribution<double>(-0.02, 0.02)(random))
                             .cited(i % 7));
  }
  auto expected = candidates;
  std::sort(expected.begin(), expected.end(),
            [](const Candidate& a, const Candidate& b) { return a.relevance > b.relevance; });
  std::vector<std::string> ids;
  for (const Candidate& one : expected) {
    ids.push_back(one.id);
  }
  CHECK(order(candidates, {}, 200) == ids);
}

TEST_CASE("an item that slipped four times beats every fresh one of its priority") {
  for (const Priority priority : k_priorities) {
    CHECK(order({best_fresh("fresh").with(priority), plain("slipped").slipped(4).with(priority)}) ==
          std::vector<std::string>{"slipped", "fresh"});
  }
  CHECK(order({best_fresh("fresh"), plain("slipped").slipped(4)}).front() == "slipped");
  CHECK(order({best_fresh("fresh"), plain("slipped").slipped(2)}).front() == "fresh");
}

TEST_CASE("an item due today beats every fresh one, also those of high priority") {
  CHECK(order({best_fresh("high").with(Priority::high), plain("due").due_on(k_today)}) ==
        std::vector<std::string>{"due", "high"});
}

TEST_CASE("what is being read beats every fresh one") {
  CHECK(order({best_fresh("high").with(Priority::high),
               plain("begun").in(State::reading).with(Priority::low)}) ==
        std::vector<std::string>{"begun", "high"});
}

TEST_CASE("points are whole hundredths and add up to the score exactly as printed") {
  const auto candidates = random_candidates(300);
  const RankWeights weights{{"relevance", 1.0 / 3}, {"unlocks", 2.718281828}, {"due", 17.77777}};
  for (const Placed& placed : rank(candidates, context(), weights, candidates.size())) {
    long printed_sum = 0;
    for (const TermPoints& term : explain(candidates[placed.candidate], context(), weights)) {
      const std::string printed = fmt::format("{:.2f}", term.points);
      CHECK(std::stod(printed) == term.points);
      CHECK(std::abs(term.points - term.weight * term.value) <= 0.005 + 1e-9);
      printed_sum += std::lround(std::stod(printed) * 100);
    }
    CHECK(fmt::format("{:.2f}", placed.score) ==
          fmt::format("{:.2f}", static_cast<double>(printed_sum) / 100));
  }
}

TEST_CASE("every term is listed in the order of the table, with words where it counts") {
  const auto terms = explain(candidate().with(Priority::high).relevant(10), context(), {{"due", 7}});
  REQUIRE(terms.size() == rank_terms().size());
  CHECK(terms.size() == 8);
  double sum = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    CHECK(terms[i].name == rank_terms()[i].name);
    CHECK(terms[i].weight == (terms[i].name == "due" ? 7 : rank_terms()[i].default_weight));
    CHECK((terms[i].points == 0) == terms[i].why.empty());
    sum += terms[i].points;
  }
  CHECK(sum == 10);
}

TEST_CASE("an item is as urgent as the reader made it") {
  CHECK(urgency(best_fresh("nothing said"), context()) == 0);
  CHECK(urgency(plain("low").with(Priority::low), context()) == 0);
  CHECK(urgency(plain("begun").in(State::reading), context()) == 0);
  CHECK(urgency(plain("medium").with(Priority::medium), context()) == doctest::Approx(1.0 / 3));
  CHECK(urgency(plain("high").with(Priority::high), context()) == doctest::Approx(1));
  CHECK(urgency(plain("all").with(Priority::high).slipped(2).due_on(k_today).focused(), context()) ==
        doctest::Approx(1 + 0.5 + 0.6 + 1));
}

TEST_CASE("the best few are the beginning of the whole order, whatever the order of the input") {
  auto candidates = random_candidates(200);
  const auto all = order(candidates, {}, candidates.size());
  CHECK(all.size() == 200);
  CHECK(order(candidates, {}, 7) == std::vector<std::string>(all.begin(), all.begin() + 7));
  std::shuffle(candidates.begin(), candidates.end(), std::mt19937(7));
  CHECK(order(candidates, {}, 200) == all);
}

TEST_CASE("ties go to greater relevance, more citing papers, then the older entry, then the id") {
  RankWeights nothing;
  for (const RankTerm& term : rank_terms()) {
    nothing[std::string(term.name)] = 0;
  }
  CHECK(
      order({candidate("e").added_at("2024-01-02T00:00:00Z"), candidate("d").added_at("2024-01-02T00:00:00Z"),
             candidate("c").added_at("2024-01-01T00:00:00Z"),
             candidate("b").added_at("2024-01-03T00:00:00Z").cited(1),
             candidate("a").added_at("2024-01-04T00:00:00Z").relevant(1e-9)},
            nothing) == std::vector<std::string>{"a", "b", "c", "d", "e"});
}

TEST_CASE("weights of the reader's own change the order, absurd ones do no harm") {
  const std::vector<Candidate> candidates{candidate("close").relevant(10),
                                          candidate("due").due_on(k_today).relevant(-10)};
  CHECK(order(candidates) == std::vector<std::string>{"due", "close"});
  CHECK(order(candidates, {{"relevance", 20}}) == std::vector<std::string>{"close", "due"});
  CHECK(order(candidates, {{"due", -1}}) == std::vector<std::string>{"close", "due"});
  for (const double absurd :
       {1e300, -1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(order(candidates, {{"relevance", absurd}, {"due", absurd}}).size() == 2);
  }
  CHECK(weight_of({{"due", 7}}, "due") == 7);
  CHECK(weight_of({}, "relevance") == 6);
  CHECK(weight_of({}, "age") == 0);
}

}  // namespace
}  // namespace papers
