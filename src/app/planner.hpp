// Planning: filling a week with what ranks best, within the hours that there are for it.
#pragma once

#include <cstddef>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

#include "app/plan.hpp"

namespace papers::app {

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

/// What a week of so many hours has for something that takes so many minutes: a course, a book or a video
/// that is longer than half of the week has that half, and goes on in the weeks after; all else is done as a
/// whole.
[[nodiscard]] int share_of_week(Kind kind, int minutes, double hours);

struct PlanWishes {
  util::Week week;  ///< must not have ended
  double hours = 0;
  std::vector<Item> wanted = {};  ///< to be in it whatever their rank
};

/// Fills the week anew: what was planned for it and is done or begun stays, then come the wanted, then what
/// ranks best; long kinds have their share. Throws Failure (refused) when the wanted do not fit, saying by
/// how much; what has been begun is never refused, even when it fills more than the hours.
[[nodiscard]] WeekPlan plan_week(const Library& library, const RankWeights& weights, const ThisWeek& now,
                                 const PlanWishes& wishes);

}  // namespace papers::app
