// The plan of a week: as it is kept, and as it follows what becomes of its items. app/planner.hpp makes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/effort.hpp"
#include "app/this_week.hpp"
#include "model/plan.hpp"

namespace papers::app {

struct PlanEntry {
  Item item;
  Effort effort;               ///< in this week
  std::optional<Level> level;  ///< where it is planned otherwise than the item says
  enum class Why {
    done,    ///< in this week
    begun,   ///< re-planning keeps it
    wanted,  ///< named for this week by the reader
    ranked
  } why = Why::ranked;
  int whole = 0;  ///< minutes of the whole item, of which the week may hold a share
};

struct WeekPlan {
  util::Week week;
  double hours = 0;
  std::vector<PlanEntry> entries;   ///< in the order of reading; what is done first
  std::vector<PlanEntry> left_out;  ///< the best that did not fit
  bool saved_before = false;        ///< there was a plan of that week
  /// Minutes of what is planned; of what is done, those that it took where they were recorded.
  [[nodiscard]] int minutes() const;
};

/// The plan as it was saved; nothing when there is none, or it makes no sense.
[[nodiscard]] std::optional<WeekPlan> saved_plan(const Library& library, const util::Week& week);
void save_plan(Change& change, const WeekPlan& plan, Time now);

/// Lets the plans of this and later weeks follow what became of an item: what is read now is done in them,
/// what was parked or dropped leaves them, undone: that was decided before the week ended, and is no slip.
void plans_follow(Change& change, const Item& item, const ThisWeek& now, Time time);
/// Takes an item out of the plans of weeks that begin before that day and have not ended; what is done stays.
void unplan(Change& change, const Item& item, const ThisWeek& now, const std::string& until);

/// Minutes that were recorded for what was finished in a week.
[[nodiscard]] int minutes_used(const Library& library, const util::Week& week);

}  // namespace papers::app
