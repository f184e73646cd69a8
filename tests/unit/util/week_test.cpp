#include "util/week.hpp"

#include <doctest/doctest.h>

#include "util/calendar.hpp"

using namespace papers::util;

TEST_CASE("a day lies in its week, whichever day begins it") {
  struct Row {
    const char* day;
    WeekStart start;
    Week week;
  };
  for (const Row& row : {
           Row{"2024-11-18", WeekStart::monday, {"2024-W47", "2024-11-18", "2024-11-24"}},
           Row{"2024-11-24", WeekStart::monday, {"2024-W47", "2024-11-18", "2024-11-24"}},
           Row{"2024-11-24", WeekStart::sunday, {"2024-W48", "2024-11-24", "2024-11-30"}},
           Row{"2024-11-23", WeekStart::sunday, {"2024-W47", "2024-11-17", "2024-11-23"}},
           Row{"2024-12-31", WeekStart::monday, {"2025-W01", "2024-12-30", "2025-01-05"}},
           Row{"2021-01-01", WeekStart::monday, {"2020-W53", "2020-12-28", "2021-01-03"}},
       }) {
    CAPTURE(row.day);
    CHECK(week_of(row.day, row.start) == row.week);
    CHECK(week_named(row.week.id, row.start) == row.week);
  }
}

TEST_CASE("weeks follow each other without a gap, and their names ascend") {
  for (const WeekStart start : {WeekStart::monday, WeekStart::sunday}) {
    Week week = week_of("2015-01-01", start);
    for (int count = 0; count < 700; ++count) {
      const Week next = week_after(week, 1, start);
      CHECK(next.first == add_days(week.last, 1));
      CHECK(next.id > week.id);
      CHECK(week_after(next, -1, start) == week);
      CHECK(week_of(week.last, start) == week);
      week = next;
    }
  }
}

TEST_CASE("what names no week is none") {
  for (const char* const text : {"", "W", "2024", "2024-47", "2024-W00", "2024-W54", "2023-W53", "0-W1",
                                 "9999-W01", "2024-Wx", "-W3", "2024--W3"}) {
    CAPTURE(text);
    CHECK_FALSE(week_named(text, WeekStart::monday));
  }
  CHECK(week_named("2024W7", WeekStart::monday)->id == "2024-W07");
}
