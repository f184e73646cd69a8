#include "weekly/log_date.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers;
using namespace papers::weekly;

namespace {

std::string closed(std::string_view day) {
  return closed_week(day, util::WeekStart::monday).id;
}

}  // namespace

TEST_CASE("dates are found as people write them") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 19> k_rows{{
      {"2024.11.10", "2024-11-10"},
      {"2024-11-10", "2024-11-10"},
      {"2024/11/10", "2024-11-10"},
      {"2024.3.7", "2024-03-07"},
      {"2024年11月10日", "2024-11-10"},
      {"20241110_report.txt", "2024-11-10"},
      {"２０２４．１１．１０", "2024-11-10"},
      {"2024.11.4-2024.11.10", "2024-11-10"},
      {"2024.11.4-11.10", "2024-11-10"},
      {"2024.11.4 ~ 11.10 周报", "2024-11-10"},
      {"Week of Nov 10, 2024", "2024-11-10"},
      {"November 10 2024", "2024-11-10"},
      {"10th Nov 2024", "2024-11-10"},
      {"10 November 2024", "2024-11-10"},
      {"Progress 2024-11-10 (late)", "2024-11-10"},
      {"2024.13.10", ""},
      {"2023.2.29", ""},
      {"lec5-6", ""},
      {"2401.00835", ""},
  }};
  for (const auto& row : k_rows) {
    const auto& [text, day] = row;
    CAPTURE(row.first);
    const auto date = find_date(text);
    CHECK(date.has_value() == !day.empty());
    CHECK((date ? date->day : "") == day);
  }
}

TEST_CASE("what has the form of a date is told from all else, whether there is such a day or not") {
  for (const std::string_view text : {"2024.11.10", "2024.13.45", "2023-2-29", "2024年13月1日", "1024/1/1"}) {
    CAPTURE(text);
    CHECK(looks_like_date(text));
  }
  for (const std::string_view text :
       {"", "2024", "2024.13", "2024.11.10 weekly", "24.13.45", "1.2.3", "lec5-6"}) {
    CAPTURE(text);
    CHECK_FALSE(looks_like_date(text));
  }
}

TEST_CASE("weeks are found by their numbers") {
  for (const std::string_view text : {"Week 45 2024", "week 45, 2024", "2024-W45", "Y2024W45-summary.md",
                                      "2024 week 45", "2024年第45周", "W45 2024"}) {
    CAPTURE(text);
    const auto date = find_date(text);
    REQUIRE(date);
    CHECK(date->day.empty());
    CHECK(date->week == "2024-W45");
  }
  CHECK_FALSE(find_date("Week 54 2024"));
  CHECK_FALSE(find_date("Week 53 2024"));  // that year has 52
  CHECK(find_date("Week 53 2020")->week == "2020-W53");
}

TEST_CASE("a month and a day alone take the year that is known") {
  CHECK_FALSE(find_date("11.10"));
  CHECK(find_date("11.10", 2024)->day == "2024-11-10");
  CHECK(find_date("11月10日", 2024)->day == "2024-11-10");
  CHECK_FALSE(find_date("Script: 18-37 (11.4)", 2024));
}

TEST_CASE("a report closes its own week from Thursday on, and the one before until Wednesday") {
  CHECK(closed("2024-11-10") == "2024-W45");  // Sunday
  CHECK(closed("2024-11-11") == "2024-W45");
  CHECK(closed("2024-11-13") == "2024-W45");
  CHECK(closed("2024-11-14") == "2024-W46");
  CHECK(closed("2021-01-04") == "2020-W53");
}

TEST_CASE("where weeks start on a Sunday, reports close weeks that end on a Saturday") {
  CHECK(closed_week("2024-11-16", util::WeekStart::sunday).last == "2024-11-16");
  CHECK(closed_week("2024-11-17", util::WeekStart::sunday).last == "2024-11-16");
  CHECK(closed_week("2024-11-20", util::WeekStart::sunday).last == "2024-11-23");
}
