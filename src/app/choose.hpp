// Choosing: the items to read now, best first, each with the terms that put it there.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

namespace papers::app {

struct Choice {
  int rank = 0;  ///< 1 is the best
  Item item;
  double score = 0;
  std::vector<TermPoints> terms;
};

/// The best `count` of the items that can be read now (queued, reading, paused) and pass `wanted`,
/// which is asked only where ranking needs more than a candidate holds; it may be empty.
/// Reads one narrow row for each item, whole items only for the answer.
[[nodiscard]] std::vector<Choice> choose(const Library& library, const RankWeights& weights,
                                         std::string_view today, std::size_t count,
                                         const std::function<bool(const Item&)>& wanted);

/// The place of each item that can be read now, by its row: 1 is what `choose` names first.
[[nodiscard]] std::unordered_map<std::int64_t, int> places_in_queue(const Library& library,
                                                                    const RankWeights& weights,
                                                                    std::string_view today);

}  // namespace papers::app
