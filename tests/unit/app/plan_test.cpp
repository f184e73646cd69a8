#include <doctest/doctest.h>

#include "app/ledger.hpp"
#include "app/planner.hpp"
#include "app/reading.hpp"
#include "chain.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::Desk;
using test::failure_of;
using Why = app::PlanEntry::Why;

/// A reader who plans at noon of some day.
struct Planner : Desk {
  app::ThisWeek now = app::this_week("2024-11-18", util::WeekStart::monday);

  Planner() { on("2024-11-18"); }

  void on(const std::string& day) {
    clock.time = util::from_moment(day + "T12:00:00Z").value();
    now = app::this_week(day, util::WeekStart::monday);
  }
  Item paper(int number, std::optional<int> minutes = {}) {
    Item item = put("2401.0000" + std::to_string(number), "Paper " + std::to_string(number));
    item.effort_minutes = minutes;
    return change(item);
  }
  Item at(int number) {
    return library.find(*parse_identifier("2401.0000" + std::to_string(number))).value();
  }
  Item change(Item item) {
    Change change = library.begin("test", "test");
    change.save(item);
    app::plans_follow(change, item, now, clock.now());
    change.commit();
    return library.find_row(item.row).value();
  }
  app::WeekPlan plan(double hours, const std::vector<Item>& wanted = {}) {
    Change change = library.begin("plan", "plan");
    auto plan = app::plan_week(change.library(), {}, now, {now.week, hours, wanted});
    app::save_plan(change, plan, clock.now());
    change.commit();
    return plan;
  }
  static std::vector<int> numbers(const std::vector<app::PlanEntry>& entries) {
    std::vector<int> result;
    for (const app::PlanEntry& entry : entries) {
      result.push_back(entry.item.number.value());
    }
    return result;
  }
};

TEST_CASE("filling takes the best that fit, and tells what did not") {
  const auto filling = app::fill({60, 45, 200, 30, 15, 10, 10}, 150);
  CHECK(filling.taken == std::vector<std::size_t>{0, 1, 3, 4});
  CHECK(filling.left_out == std::vector<std::size_t>{2, 5, 6});
  CHECK(filling.minutes == 150);

  CHECK(app::fill({}, 60).taken.empty());
  CHECK(app::fill({20, 10}, 0).taken.empty());
  CHECK(app::fill({20, 10}, -5).left_out.size() == 2);
  // What ranks far behind is no reason to fill the last minutes.
  const auto long_ones = app::fill({90, 90, 90, 90, 90, 90, 90, 20}, 60);
  CHECK(long_ones.taken.empty());
  CHECK(long_ones.left_out.size() == app::k_most_left_out);
}

TEST_CASE("a course that takes weeks has half of each, and leaves the other half") {
  CHECK(app::share_of_week(Kind::course, 1200, 6) == 180);
  CHECK(app::share_of_week(Kind::book, 120, 6) == 120);
  CHECK(app::share_of_week(Kind::video, 1200, 0) == 0);
  CHECK(app::share_of_week(Kind::paper, 1200, 6) == 1200);

  Planner planner;
  Item course = planner.paper(1, 1200);
  course.kind = Kind::course;
  course.state = State::paused;
  planner.change(course);
  planner.paper(2, 60);
  planner.paper(3, 600);
  for (int times = 0; times < 2; ++times) {  // made, and made again
    const app::WeekPlan plan = planner.plan(6);
    REQUIRE(Planner::numbers(plan.entries) == std::vector<int>{1, 2});
    CHECK(plan.entries.front().effort.minutes == 180);
    CHECK(plan.entries.front().whole == 1200);
    CHECK(plan.minutes() == 240);
    CHECK(Planner::numbers(plan.left_out) == std::vector<int>{3});
  }
  const auto saved = app::saved_plan(planner.library, planner.now.week);
  REQUIRE(saved.has_value());
  CHECK(saved->minutes() == 240);
  CHECK(saved->entries.front().whole == 1200);
}

TEST_CASE("a week is never filled beyond its hours, whatever the queue") {
  for (const double hours : {0.0, 0.25, 1.0, 2.5, 6.0, 40.0}) {
    CAPTURE(hours);
    Planner planner;
    for (int number = 1; number <= 9; ++number) {
      planner.paper(number, 10 + 17 * number);
    }
    const auto plan = planner.plan(hours);
    CHECK(plan.minutes() <= hours * 60);
    CHECK((hours < 1 || !plan.entries.empty()));
  }
}

TEST_CASE("what is planned is remembered, in order, and undone in one step") {
  Planner planner;
  planner.paper(1, 60);
  planner.paper(2, 60);
  Item urgent = planner.paper(3, 60);
  urgent.priority = Priority::high;
  planner.change(urgent);
  CHECK(Planner::numbers(planner.plan(2).entries) == std::vector{3, 1});
  const auto saved = app::saved_plan(planner.library, planner.now.week);
  REQUIRE(saved);
  CHECK(Planner::numbers(saved->entries) == std::vector{3, 1});
  CHECK(saved->hours == 2);
  CHECK(saved->minutes() == 120);
  Change change = planner.library.begin("undo", "undo");
  change.undo();
  change.commit();
  CHECK_FALSE(app::saved_plan(planner.library, planner.now.week));
}

TEST_CASE("planning again keeps what is done or begun, and chooses the rest anew") {
  Planner planner;
  for (int number = 1; number <= 5; ++number) {
    planner.paper(number, 60);
  }
  REQUIRE(Planner::numbers(planner.plan(3).entries) == std::vector{1, 2, 3});
  Item done = planner.at(2);
  app::finish(done, {.level = {}, .rating = {}, .minutes = 50, .note = "", .takeaway = ""},
              planner.clock.now());
  planner.change(done);
  Item begun = planner.at(3);
  app::start(begun, planner.clock.now());
  app::pause(begun);
  planner.change(begun);
  Item urgent = planner.at(5);
  urgent.priority = Priority::high;
  planner.change(urgent);

  const auto again = planner.plan(3);
  CHECK(again.saved_before);
  CHECK(Planner::numbers(again.entries) == std::vector{2, 3, 5});
  CHECK(again.entries[0].why == Why::done);
  CHECK(again.entries[1].why == Why::begun);
  CHECK(again.entries[2].why == Why::ranked);
  CHECK(again.minutes() == 50 + 60 + 60);

  // Even when it fills more than the hours that are left; but then nothing joins it.
  const auto less = planner.plan(1);
  CHECK(Planner::numbers(less.entries) == std::vector{2, 3});
}

TEST_CASE("what the reader names comes first, and is refused when it does not fit") {
  Planner planner;
  planner.paper(1, 60);
  const Item wanted = planner.paper(2, 90);
  const auto plan = planner.plan(2, {wanted});
  CHECK(Planner::numbers(plan.entries) == std::vector{2});
  CHECK(Planner::numbers(plan.left_out) == std::vector{1});
  CHECK(plan.entries[0].why == Why::wanted);
  CHECK(failure_of([&] { planner.plan(1, {wanted}); }) == ExitCode::refused);
}

TEST_CASE("what was planned and not done slips when the week ends; what was moved before did not") {
  Planner planner;
  for (int number = 1; number <= 5; ++number) {
    planner.paper(number, 30);
  }
  planner.plan(2.5);
  Item done = planner.at(1);
  app::finish(done, {}, planner.clock.now());
  planner.change(done);
  Item parked = planner.at(2);
  app::park(parked, "", planner.clock.now());
  planner.change(parked);
  {
    Change change = planner.library.begin("defer", "defer");
    app::unplan(change, planner.at(3), planner.now, "2024-12-01");
    app::unplan(change, planner.at(4), planner.now, "2024-11-18");  // the week begins on that day: it stays
    change.commit();
  }
  const auto slips = [&](int number) { return planner.at(number).slips; };
  planner.on("2024-11-24");
  CHECK(slips(4) + slips(5) == 0);
  planner.on("2024-11-25");
  CHECK(slips(1) == 0);
  CHECK(slips(2) == 0);
  CHECK(slips(3) == 0);
  CHECK(slips(4) == 1);
  CHECK(slips(5) == 1);
  // Plans of weeks that ended are history: what becomes of an item now does not change them.
  Item late = planner.at(5);
  app::drop(late, "", planner.clock.now());
  planner.change(late);
  CHECK(slips(5) == 1);
}

TEST_CASE("minutes that were used are those of what was finished in the week") {
  Planner planner;
  Item early = planner.paper(1);
  early.state = State::read;
  early.minutes = 40;
  early.finished = "2024-11-17T20:00:00Z";
  planner.change(early);
  Item now = planner.paper(2);
  now.state = State::read;
  now.minutes = 25;
  now.finished = "2024-11-18T08:00:00Z";
  planner.change(now);
  CHECK(app::minutes_used(planner.library, planner.now.week) == 25);
}

TEST_CASE("a plan of another week stays as it is") {
  Planner planner;
  planner.paper(1, 60);
  planner.plan(1);
  const auto next = util::week_after(planner.now.week, 1, planner.now.starts);
  Change change = planner.library.begin("plan", "plan");
  const auto plan = app::plan_week(change.library(), {}, planner.now, {next, 0.5, {}});
  app::save_plan(change, plan, planner.clock.now());
  change.commit();
  CHECK(plan.entries.empty());
  CHECK(Planner::numbers(app::saved_plan(planner.library, planner.now.week)->entries) == std::vector{1});
}

}  // namespace
}  // namespace papers
