#include "cli/week_words.hpp"

#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

/// Wednesday.
const app::ThisWeek k_now = app::this_week("2024-11-20", util::WeekStart::monday);

std::vector<weekly::WeekStats> busy_weeks() {
  std::vector<weekly::WeekStats> weeks;
  for (int i = 0; i < 8; ++i) {
    weekly::WeekStats& week = weeks.emplace_back();
    week.week = util::week_after(k_now.week, i - 7, k_now.starts);
    week.read = 100 + i;
    week.minutes = 1000 * (i + 1);
    week.main_minutes = week.minutes;
    week.thread = weekly::WeekStats::Thread::focus;
    week.slipped = 12;
    week.dives = 345;
    week.deepest = 10;
  }
  return weeks;
}

TEST_CASE("weeks are typed in many ways") {
  for (const char* word : {"", "this", "2024-W47", "2024W47", "2024-11-18", "2024.11.20", "today"}) {
    CAPTURE(word);
    CHECK(cli::week_meant(word, k_now).id == "2024-W47");
  }
  CHECK(cli::week_meant("last", k_now).id == "2024-W46");
  CHECK(cli::week_meant("2024-11-17", k_now).id == "2024-W46");
  CHECK(cli::week_meant("2023-12-31", k_now).id == "2023-W52");
  CHECK(cli::week_meant("2024-11-17", app::this_week("2024-11-20", util::WeekStart::sunday)).id ==
        "2024-W47");
}

TEST_CASE("what is no week is named, and so is one that has not begun") {
  for (const char* word : {"nextish", "2024-W60", "2024-13-01", "W", "2024"}) {
    CAPTURE(word);
    CHECK_THROWS_WITH_AS(static_cast<void>(cli::week_meant(word, k_now)),
                         doctest::Contains("no week; expected this, last"), Failure);
  }
  CHECK_THROWS_WITH_AS(static_cast<void>(cli::week_meant("2024-W48", k_now)),
                       doctest::Contains("has not begun"), Failure);
}

TEST_CASE("numbers and bars fit the line, on narrow terminals without bars") {
  for (const std::size_t columns : {60U, 80U, 100U, 200U}) {
    CAPTURE(columns);
    const std::string table = cli::week_stats_table(busy_weeks(), columns);
    for (const std::string_view line : util::split(table, '\n')) {
      CHECK(util::width(line) <= columns);
    }
    CHECK((table.find("█") != std::string::npos) == (columns > 60));
    CHECK(util::split(table, '\n').size() == 10);
  }
}

TEST_CASE("the longest bar is full, and the smallest number is seen") {
  auto weeks = busy_weeks();
  weeks[0].read = 1;
  weeks[1].read = 0;
  const std::string table = cli::week_stats_table(weeks, 80);
  const auto lines = util::split(table, '\n');
  CHECK(lines[1].find("▏") != std::string_view::npos);
  CHECK(lines[2].find("▏") == std::string_view::npos);
  CHECK(lines[8].find("█████████████ ") != std::string_view::npos);
}

TEST_CASE("what is not known is null in JSON and a dash in the table") {
  std::vector<weekly::WeekStats> weeks(1);
  weeks[0].week = k_now.week;
  const auto json = cli::week_stats_json(weeks);
  CHECK(json.at("items").at(0).at("main_share").is_null());
  CHECK(json.at("items").at(0).at("thread").is_null());
  CHECK(cli::week_stats_table(weeks, 80).find("–") != std::string::npos);
}

}  // namespace
}  // namespace papers
