// Weeks in numbers, from what the library remembers.
//
// read, minutes  items finished in the week, and the time recorded for them.
// slipped        from the ledger: planned for the week, and not done when it ended.
// dives          steps back on a trail that the log of commands has and that were not undone; those that were
//                refused and parked are none. A library that came in by import has no log of its past.
// main thread    the focus of the week (its tag, or its item with what that cites and its parts); without a
//                focus, what was planned for the week.
#pragma once

#include <vector>

#include "papers/library.hpp"

#include "app/this_week.hpp"
#include "weekly/week_stats.hpp"

namespace papers::app {

/// The last `count` weeks up to the one that lasts, oldest first; count >= 1. O(the log of commands, and what
/// was finished in those weeks).
[[nodiscard]] std::vector<weekly::WeekStats> reading_stats(const Library& library, const ThisWeek& now,
                                                           int count);

}  // namespace papers::app
