#include "app/log_plans.hpp"

#include <doctest/doctest.h>

#include "unit/app/log_desk.hpp"

namespace papers {
namespace {

using test::LogDesk;

/// Titles of what is planned for a week, each with a blank behind it.
std::string planned(LogDesk& desk, const std::string& week) {
  const auto record = desk.library.record(model::k_plan_kind, week);
  std::string titles;
  if (record) {
    const auto plan = model::plan_of(*record);
    for (const model::PlannedItem& item : plan->items) {
      titles += desk.library.find(item.id)->title + " ";
    }
  }
  return titles;
}

TEST_CASE("a plan of the log joins the plan that the library has of that week") {
  LogDesk desk;
  const Item own = desk.put("2403.00835", "own");
  const model::Plan plan{
      "2024-W48", "2024-12-01", {{own.ids.front(), 40, Level::skim}}, 6.0, "2024-11-23T00:00:00Z"};
  Change change = desk.library.begin("plan", "plan");
  change.save(record_of(plan));
  change.commit();
  (void)desk.read(
      "# 2024.11.24\n## Next week\n- [a](https://x.org/a) (45 min)\n"
      "- [own](https://arxiv.org/abs/2403.00835)\n");
  const auto joined = model::plan_of(*desk.library.record(model::k_plan_kind, "2024-W48"));
  CHECK(joined->hours == 6.0);
  CHECK(joined->made == plan.made);
  REQUIRE(joined->items.size() == 2);
  CHECK(joined->items[0] == plan.items[0]);
  CHECK(joined->items[1].minutes == 45);
}

TEST_CASE("that something was carried over fills plans of which nothing is known, and no others") {
  LogDesk desk;
  (void)desk.read(
      "# 2024.11.17\n## Next week\n- [b](https://x.org/b)\n"
      "# 2024.11.24\n## Next week\n- [a](https://x.org/a) (carried over 3 weeks)\n");
  CHECK(planned(desk, "2024-W48") == "a ");
  CHECK(planned(desk, "2024-W47") == "b ");
  CHECK(planned(desk, "2024-W46") == "a ");
  CHECK(planned(desk, "2024-W45") == "a ");
  CHECK(planned(desk, "2024-W44").empty());
}

TEST_CASE("what was left undone was planned for the week that ends") {
  LogDesk desk;
  (void)desk.read("# 2024.11.24\n## Done\n- Not done: [a](https://x.org/a)\n  - Reason: too long\n");
  CHECK(planned(desk, "2024-W47") == "a ");
  const auto plan = model::plan_of(*desk.library.record(model::k_plan_kind, "2024-W47"));
  CHECK(plan->reasons.at("url:https://x.org/a") == "too long");
}

TEST_CASE("weeks begin on the day that the reader set") {
  LogDesk desk;
  desk.settings.overlay_assignment("week.starts=sunday");
  (void)desk.read("# 2024.11.23\n## Next week\n- [a](https://x.org/a)\n");
  const auto plan = model::plan_of(*desk.library.record(model::k_plan_kind, "2024-W48"));
  CHECK(plan->ends == "2024-11-30");
}

TEST_CASE("a list without a date plans nothing") {
  LogDesk desk;
  (void)desk.read("## Plan\n- [a](https://x.org/a)\n");
  CHECK(desk.titled("a").state == State::queued);
  CHECK(desk.library.records(model::k_plan_kind).empty());
}

}  // namespace
}  // namespace papers
