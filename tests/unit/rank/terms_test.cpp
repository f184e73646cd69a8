#include "rank/terms/terms.hpp"

#include <doctest/doctest.h>

#include "candidates.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::candidate;

const RankContext k_context{"2024-11-24", -4, 6, "vlm"};

TEST_CASE("a due date presses harder every day, before and after it") {
  double last = 0;
  for (int days = -400; days <= 400; ++days) {
    const auto due = candidate().due_on(util::add_days(k_context.today, -days));
    const double value = terms::k_due.value(due, k_context);
    CHECK(value > last);
    last = value;
  }
}

TEST_CASE("due dates are weighed and worded as documented") {
  struct Row {
    const char* due;
    double value;
    const char* why;
  };
  for (const Row& row :
       {Row{"2024-12-08", 0.2, "due in 14 days"}, Row{"2024-12-01", 0.3, "due in 7 days"},
        Row{"2024-11-25", 0.525, "due tomorrow"}, Row{"2024-11-24", 0.6, "due today"},
        Row{"2024-11-23", 0.65, "1 day overdue"}, Row{"2024-11-17", 0.8, "7 days overdue"}}) {
    CAPTURE(row.due);
    const auto due = candidate().due_on(row.due);
    CHECK(terms::k_due.value(due, k_context) == doctest::Approx(row.value));
    CHECK(terms::k_due.why(due, k_context) == row.why);
  }
  CHECK(terms::k_due.value(candidate(), k_context) == 0);
}

TEST_CASE("only what was begun counts as reading") {
  for (const State state : k_states) {
    const double expected = state == State::reading ? 1 : state == State::paused ? 0.5 : 0;
    CHECK(terms::k_reading.value(candidate().in(state), k_context) == expected);
  }
  CHECK(terms::k_reading.why(candidate().in(State::reading), k_context) == "you are reading it");
  CHECK(terms::k_reading.why(candidate().in(State::paused), k_context) == "you began it and paused");
}

TEST_CASE("no priority stands between low and medium") {
  const auto value = [](const Candidate& c) { return terms::k_priority.value(c, k_context); };
  CHECK(value(candidate().with(Priority::high)) == 1);
  CHECK(value(candidate().with(Priority::medium)) == 0.5);
  CHECK(value(candidate()) < value(candidate().with(Priority::medium)));
  CHECK(value(candidate().with(Priority::low)) < value(candidate()));
  CHECK(terms::k_priority.why(candidate().with(Priority::high), k_context) == "high priority");
  CHECK(terms::k_priority.why(candidate(), k_context) == "normal priority");
}

TEST_CASE("relevance is scaled between the least and the most relevant item") {
  const auto value = [](double score) {
    return terms::k_relevance.value(candidate().relevant(score), k_context);
  };
  CHECK(value(-4) == 0);
  CHECK(value(6) == 1);
  CHECK(value(1) == doctest::Approx(0.5));
  CHECK(value(7) == 1);  // of an item outside that range
  CHECK(terms::k_relevance.value(candidate().relevant(3), {"2024-11-24", 3, 3, ""}) == 0);
  auto one = candidate();
  CHECK(terms::k_relevance.why(one, k_context) == "tied to your papers by citations");
  const Evidence evidence{"cited by 6 of your 9 papers", {}};
  one.evidence = &evidence;
  CHECK(terms::k_relevance.why(one, k_context) == "cited by 6 of your 9 papers");
}

TEST_CASE("each week of slipping adds points, for almost a year") {
  double last = -1;
  for (int weeks = 0; weeks <= 50; ++weeks) {
    const auto points = explain(candidate().slipped(weeks), k_context, {});
    const double slips = points[1].points;
    REQUIRE(points[1].name == "slips");
    CHECK(slips > last);
    last = slips;
  }
  const auto value = [](int weeks) { return terms::k_slips.value(candidate().slipped(weeks), k_context); };
  CHECK(value(0) == 0);
  CHECK(value(2) == 0.5);
  CHECK(value(4) == doctest::Approx(2.0 / 3));
  CHECK(terms::k_slips.why(candidate().slipped(1), k_context) == "slipped once");
  CHECK(terms::k_slips.why(candidate().slipped(2), k_context) == "slipped twice");
  CHECK(terms::k_slips.why(candidate().slipped(3), k_context) == "slipped 3 times");
}

TEST_CASE("what urgent papers build on is worth more, the more they are") {
  const auto value = [](double urgency) {
    return terms::k_unlocks.value(candidate().unlocking(urgency), k_context);
  };
  CHECK(value(0) == 0);
  CHECK(value(1) == 0.5);
  CHECK(value(3) == 0.75);
  auto one = candidate().unlocking(1);
  for (const auto& [names, words] : std::vector<std::pair<std::vector<std::string>, std::string>>{
           {{}, "what you want soon builds on it"},
           {{"CLLMs"}, "CLLMs builds on it"},
           {{"CLLMs", "Medusa"}, "CLLMs and Medusa build on it"},
           {{"CLLMs", "Medusa", "EAGLE"}, "CLLMs and 2 more build on it"}}) {
    const Evidence evidence{"", names};
    one.evidence = &evidence;
    CHECK(terms::k_unlocks.why(one, k_context) == words);
  }
}

TEST_CASE("readiness is the share of the key references that are read") {
  CHECK(terms::k_ready.value(candidate(), k_context) == 0);
  CHECK(terms::k_ready.value(candidate().ready(2, 3), k_context) == doctest::Approx(2.0 / 3));
  CHECK(terms::k_ready.value(candidate().ready(3, 3), k_context) == 1);
  CHECK(terms::k_ready.why(candidate().ready(2, 3), k_context) == "2 of its 3 key references read");
  CHECK(terms::k_ready.why(candidate().ready(1, 1), k_context) == "its key reference is read");
}

TEST_CASE("only what belongs to the focus has its points") {
  CHECK(terms::k_focus.value(candidate(), k_context) == 0);
  CHECK(terms::k_focus.value(candidate().focused(), k_context) == 1);
  CHECK(terms::k_focus.why(candidate().focused(), k_context) == "in the week's focus, vlm");
}

}  // namespace
}  // namespace papers
