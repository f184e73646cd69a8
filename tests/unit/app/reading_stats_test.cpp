#include "app/reading_stats.hpp"

#include <doctest/doctest.h>

#include "app/focus.hpp"
#include "app/trail_keeper.hpp"
#include "unit/app/weeks.hpp"

namespace papers {
namespace {

using test::noon;
using test::week_on;
using weekly::WeekStats;

/// Steps back along these items, logged at that time; refused ones leave the trail as it is.
void dive(test::Weeks& desk, const std::string& day, const std::vector<Item>& items) {
  desk.clock.time = noon(day);
  {
    Change change = desk.library.begin("start", "start");
    app::TrailKeeper(change, desk.clock.time).begin(items.front());
    change.commit();
  }
  for (std::size_t i = 1; i < items.size(); ++i) {
    Change change = desk.library.begin("dive", "dive");
    app::Trail trail = app::required_trail(change.library());
    app::TrailKeeper(change, desk.clock.time).step_to(trail, {items[i].ids.front(), day + "T12:00:00Z"});
    change.commit();
  }
}

TEST_CASE("weeks come oldest first, up to the one that lasts") {
  test::Weeks desk;
  const auto weeks = app::reading_stats(desk.library, week_on("2024-11-20"), 3);
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].week.id == "2024-W45");
  CHECK(weeks[2].week.id == "2024-W47");
  WeekStats nothing;
  nothing.week = weeks[1].week;
  CHECK(weeks[1] == nothing);
}

TEST_CASE("what was read, what slipped and how long it took are counted by week") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  const Item aside = desk.put("2302.01318", "Sampling");
  desk.plan("2024-W46", {cllms, medusa});
  desk.plan("2024-W47", {cllms, medusa});
  desk.done(medusa, "2024-11-12", {std::nullopt, std::nullopt, 30, "", ""});
  desk.done(cllms, "2024-11-19", {std::nullopt, std::nullopt, 60, "", ""});
  desk.done(aside, "2024-11-20", {std::nullopt, std::nullopt, 20, "", ""});
  desk.clock.time = noon("2024-11-20");
  const auto weeks = app::reading_stats(desk.library, week_on("2024-11-20"), 2);
  CHECK(weeks[0].read == 1);
  CHECK(weeks[0].minutes == 30);
  CHECK(weeks[0].slipped == 1);
  CHECK(weeks[1].read == 2);
  CHECK(weeks[1].minutes == 80);
  CHECK(weeks[1].slipped == 0);
  CHECK(weeks[1].thread == WeekStats::Thread::plan);
  CHECK(*weeks[1].main_share() == doctest::Approx(0.75));
}

TEST_CASE("the focus of a week comes before its plan") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  desk.cite("2403.00835", {"2401.10774"});
  const Item aside = desk.put("2302.01318", "Sampling");
  desk.plan("2024-W47", {aside});
  Change change = desk.library.begin("focus", "focus");
  app::set_focus(change, "2024-W47", app::Focus{"", cllms.ids.front()}, noon("2024-11-18"));
  change.commit();
  desk.done(medusa, "2024-11-19", {std::nullopt, std::nullopt, 30, "", ""});
  desk.done(aside, "2024-11-20", {std::nullopt, std::nullopt, 30, "", ""});
  const auto weeks = app::reading_stats(desk.library, week_on("2024-11-20"), 1);
  CHECK(weeks[0].thread == WeekStats::Thread::focus);
  CHECK(*weeks[0].main_share() == doctest::Approx(0.5));
}

TEST_CASE("dives are counted, and how far back the farthest went, until they are undone") {
  test::Weeks desk;
  const Item a = desk.put("2403.00835", "A");
  const Item b = desk.put("2401.10774", "B");
  const Item c = desk.put("2302.01318", "C");
  dive(desk, "2024-11-12", {a, b});
  dive(desk, "2024-11-19", {c, a, b});
  auto weeks = app::reading_stats(desk.library, week_on("2024-11-20"), 2);
  CHECK(weeks[0].dives == 1);
  CHECK(weeks[0].deepest == 1);
  CHECK(weeks[1].dives == 2);
  CHECK(weeks[1].deepest == 2);
  Change change = desk.library.begin("undo", "undo");
  REQUIRE(change.undo());
  change.commit();
  weeks = app::reading_stats(desk.library, week_on("2024-11-20"), 2);
  CHECK(weeks[1].dives == 1);
  CHECK(weeks[1].deepest == 1);
}

}  // namespace
}  // namespace papers
