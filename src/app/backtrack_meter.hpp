// BacktrackMeter: how far a step leads from where the reader began, and how much of the reading needs it.
#pragma once

#include <optional>
#include <vector>

#include "papers/library.hpp"

#include "app/trail.hpp"

namespace papers::app {

struct BacktrackMeter {
  int steps = 0;             ///< from the root of the trail
  int limit = 0;             ///< limits.depth
  std::optional<int> years;  ///< older than the root; negative when younger, nothing when not known
  int kept_citing = 0;       ///< kept papers that cite it, as far as their references are known
  enum class Cited { yes, no, unknown } by_current = Cited::unknown;  ///< whether the paper on top cites it

  [[nodiscard]] bool beyond() const { return steps > limit; }
  /// A step too far for what it brings: two or more steps and more than 15 years back, for the sake of one
  /// paper at most. A proposal of ours; the thresholds are not measured.
  [[nodiscard]] bool is_far_fetched() const;
};

/// Of a step from the top of the trail to the item, which need not be in the library.
[[nodiscard]] BacktrackMeter measure(const Library& library, const std::vector<Stop>& stops, const Item& item,
                                     int limit);

/// The kept papers that cite it; by number.
[[nodiscard]] std::vector<Item> kept_citing(const Library& library, const Item& item);

}  // namespace papers::app
