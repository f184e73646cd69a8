// WeekStats: a week in numbers, and a plot of several.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "util/week.hpp"

namespace papers::weekly {

struct WeekStats {
  util::Week week;
  int read = 0;          ///< items finished
  int slipped = 0;       ///< planned for it and not done when it ended; 0 while it lasts
  int minutes = 0;       ///< recorded for what was finished
  int main_minutes = 0;  ///< those of them that went to the main thread, see `thread`
  int dives = 0;         ///< steps back on a trail
  int deepest = 0;       ///< of them, the farthest from where the trail began; 0 when there are none
  /// What the main thread was: the reader's focus of that week, or without one what he had planned for it.
  enum class Thread { none, plan, focus } thread = Thread::none;
  bool operator==(const WeekStats&) const = default;

  /// Share of the minutes that went to the main thread, in [0, 1]; nothing without minutes or a thread.
  [[nodiscard]] std::optional<double> main_share() const;
};

/// A picture of at least one week: one row of bars for each number, for light and dark pages. Deterministic.
[[nodiscard]] std::string stats_svg(std::span<const WeekStats> weeks);

}  // namespace papers::weekly
