#include "weekly/week_stats.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "support/golden.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

WeekStats week(const char* name) {
  WeekStats stats;
  stats.week = *util::week_named(name, util::WeekStart::monday);
  return stats;
}

std::vector<WeekStats> three_weeks() {
  std::vector<WeekStats> weeks{week("2024-W45"), week("2024-W46"), week("2024-W47")};
  weeks[0].slipped = 2;
  weeks[0].dives = 4;
  weeks[0].deepest = 3;
  weeks[1].read = 1;
  weeks[1].minutes = 50;
  weeks[2].read = 3;
  weeks[2].minutes = 200;
  weeks[2].main_minutes = 150;
  weeks[2].thread = WeekStats::Thread::plan;
  return weeks;
}

}  // namespace

TEST_CASE("the share of the main thread is known where there are minutes and a thread") {
  const auto weeks = three_weeks();
  CHECK_FALSE(weeks[0].main_share());
  CHECK_FALSE(weeks[1].main_share());
  CHECK(*weeks[2].main_share() == doctest::Approx(0.75));
}

TEST_CASE("weeks are drawn, the tallest bar of a row as tall as there is room") {
  test::check_golden("weekly/stats.svg", stats_svg(three_weeks()));
}

TEST_CASE("weeks without anything are drawn too") {
  const std::string svg = stats_svg(std::vector<WeekStats>{week("2024-W47")});
  CHECK(svg.find("nan") == std::string::npos);
  CHECK(svg.ends_with("</svg>\n"));
}
