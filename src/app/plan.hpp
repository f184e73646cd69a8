// Planning: filling a week with what ranks best, within the hours that there are for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

#include "app/effort.hpp"
#include "app/this_week.hpp"
#include "model/plan.hpp"

namespace papers::app {

// ---- filling, as a pure function

struct Filling {
  std::vector<std::size_t> taken;     ///< indices, ascending
  std::vector<std::size_t> left_out;  ///< those that were looked at and did not fit
  int minutes = 0;                    ///< of what was taken
};

/// From what things take, best first, and the minutes that there are: takes each that fits into what is left,
/// and goes on behind those that do not until k_most_left_out are left out. What ranks far behind those is no
/// reason to fill the last minutes, and nothing is when less than k_least_gap is left.
[[nodiscard]] Filling fill(const std::vector<int>& minutes, int budget);

inline constexpr int k_least_gap = 10;  // minutes
inline constexpr std::size_t k_most_left_out = 5;

// ---- the plan of a week

struct PlanEntry {
  Item item;
  Effort effort;
  std::optional<Level> level;  ///< where it is planned otherwise than the item says
  enum class Why {
    done,    ///< in this week
    begun,   ///< re-planning keeps it
    wanted,  ///< named for this week by the reader
    ranked
  } why = Why::ranked;
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

struct PlanWishes {
  util::Week week;  ///< must not have ended
  double hours = 0;
  std::vector<Item> wanted = {};  ///< to be in it whatever their rank
};

/// Fills the week anew: what was planned for it and is done or begun stays, then come the wanted, then what
/// ranks best. Throws Failure (refused) when the wanted do not fit, saying by how much; what has been begun
/// is never refused, even when it fills more than the hours.
[[nodiscard]] WeekPlan plan_week(const Library& library, const RankWeights& weights, const ThisWeek& now,
                                 const PlanWishes& wishes);
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
