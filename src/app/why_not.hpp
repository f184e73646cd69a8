// Why not: what an item lacks of being the one to read now, and what would put it first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/choose.hpp"

namespace papers::app {

/// Something that the reader can do that would put the item first. Each was tried on the whole queue as it
/// is.
struct Remedy {
  std::vector<std::string> command;  ///< words behind `papers`: "set", "7", "--priority", "H"
};

struct WhyNot {
  std::optional<Choice> item;    ///< nothing when it cannot be proposed at all, or is not wanted
  std::string obstacle;          ///< why it cannot, with the way out; "" otherwise
  std::size_t candidates = 0;    ///< items that can be proposed
  std::optional<Choice> first;   ///< what is first instead
  std::vector<Remedy> remedies;  ///< the smallest steps first; none when no single one does
};

/// Tries priorities, due days (the latest that does), both together, the focus of the week on each of its
/// tags, and beginning it where fewer than `most_reading` items are being read. O(n log n) for its place, and
/// some dozen times what choosing one costs.
[[nodiscard]] WhyNot why_not(const Library& library, const RankWeights& weights, const ThisWeek& now,
                             const Item& item, int most_reading);

}  // namespace papers::app
