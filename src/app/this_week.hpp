// ThisWeek: the day on which a command runs, and the week of the reader that holds it.
#pragma once

#include <string>

#include "util/week.hpp"

namespace papers::app {

struct ThisWeek {
  std::string today;  ///< day, in the reader's zone
  util::Week week;
  util::WeekStart starts = util::WeekStart::monday;
};

[[nodiscard]] inline ThisWeek this_week(std::string today, util::WeekStart starts) {
  util::Week week = util::week_of(today, starts);
  return {std::move(today), std::move(week), starts};
}

}  // namespace papers::app
