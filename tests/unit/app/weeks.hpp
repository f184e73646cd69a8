// Weeks laid out on a desk: plans, what was done, what was asked.
#pragma once

#include <string>
#include <vector>

#include "app/reading.hpp"
#include "app/this_week.hpp"
#include "model/plan.hpp"
#include "unit/app/desk.hpp"
#include "util/calendar.hpp"

namespace papers::test {

inline app::ThisWeek week_on(const std::string& day) {
  return app::this_week(day, util::WeekStart::monday);
}

inline Time noon(const std::string& day) {
  return *util::from_moment(day + "T12:00:00Z");
}

struct Weeks : Desk {
  /// A plan as it was made on the Monday of the week.
  void plan(const std::string& week, const std::vector<Item>& items,
            const std::map<std::string, std::string>& reasons = {}) {
    model::Plan plan;
    plan.week = week;
    plan.ends = util::week_named(week, util::WeekStart::monday)->last;
    plan.made = util::week_named(week, util::WeekStart::monday)->first + "T08:00:00Z";
    for (const Item& item : items) {
      plan.items.push_back({item.ids.front(), 40, std::nullopt});
    }
    plan.reasons = reasons;
    save(record_of(plan));
  }

  void save(const Record& record) {
    Change change = library.begin("test", "test");
    change.save(record);
    change.commit();
  }

  void done(const Item& item, const std::string& day, const app::Finish& words = {}) {
    Change change = library.begin("done", "done");
    Item now = *change.library().find_row(item.row);
    app::finish(now, words, noon(day));
    change.save(now);
    change.commit();
  }
};

}  // namespace papers::test
