#include "rank/terms/terms.hpp"

#include <doctest/doctest.h>

#include "candidates.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::candidate;

const RankContext k_context{"2024-11-24", 20};

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

TEST_CASE("citations grow with the logarithm up to the most cited") {
  const auto value = [](int times) { return terms::k_citations.value(candidate().cited(times), k_context); };
  CHECK(value(0) == 0);
  CHECK(value(20) == doctest::Approx(1));
  CHECK(value(25) == 1);
  CHECK(value(2) - value(1) > value(20) - value(19));
  CHECK(terms::k_citations.why(candidate().cited(1), k_context) == "cited by 1 paper you know");
  CHECK(terms::k_citations.why(candidate().cited(6), k_context) == "cited by 6 papers you know");
}

TEST_CASE("waiting counts half after a month, and is worded in the fitting unit") {
  struct Row {
    const char* added;
    double value;
    const char* why;
  };
  for (const Row& row : {Row{"2024-11-23T09:00:00Z", 1 / 31.0, "waiting for 1 day"},
                         Row{"2024-11-11T09:00:00Z", 13 / 43.0, "waiting for 13 days"},
                         Row{"2024-11-03T09:00:00Z", 21 / 51.0, "waiting for 3 weeks"},
                         Row{"2024-10-25T09:00:00Z", 0.5, "waiting for 4 weeks"},
                         Row{"2024-05-24T09:00:00Z", 184 / 214.0, "waiting for 6 months"},
                         Row{"2021-11-24T09:00:00Z", 1096 / 1126.0, "waiting for 3 years"}}) {
    CAPTURE(row.added);
    const auto waiting = candidate().added_at(row.added);
    CHECK(terms::k_age.value(waiting, k_context) == doctest::Approx(row.value));
    CHECK(terms::k_age.why(waiting, k_context) == row.why);
  }
  CHECK(terms::k_age.value(candidate().added_at("2024-11-24T23:00:00Z"), k_context) == 0);
  CHECK(terms::k_age.value(candidate().added_at("2025-01-01T00:00:00Z"), k_context) == 0);
}

}  // namespace
}  // namespace papers
