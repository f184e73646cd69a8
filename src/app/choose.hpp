// Choosing: the items to read now, best first, each with the terms that put it there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

#include "app/scene.hpp"
#include "app/this_week.hpp"

namespace papers::app {

struct Choice {
  int rank = 0;  ///< 1 is the best
  Item item;
  double score = 0;
  std::vector<TermPoints> terms;
  std::optional<Standing> standing;  ///< the parts of its relevance; nothing where no citation is known
};

struct ChooseWishes {
  std::size_t count = 1;
  std::function<bool(const Item&)> wanted = {};  ///< which items may be chosen; empty: all
};

/// The best of the items that can be read now (queued, reading, paused, not deferred) and are wanted, in the
/// order of rank() over all of them. Reads a few rows of every sort of item, and whole items only until
/// enough are wanted: far from all where the reader has not spoken of each item in a different way.
[[nodiscard]] std::vector<Choice> choose(const Library& library, const RankWeights& weights,
                                         const ThisWeek& now, const ChooseWishes& wishes);

/// One candidate of a scene, with all that speaks for it in words; its rank is left 0.
[[nodiscard]] Choice explained(const Library& library, const RankWeights& weights, const Scene& scene,
                               const Placed& placed, Item item);

/// The place of each item that can be read now, by its row: 1 is what `choose` names first. O(n log n).
[[nodiscard]] std::unordered_map<std::int64_t, int> places_in_queue(const Library& library,
                                                                    const RankWeights& weights,
                                                                    const ThisWeek& now);

}  // namespace papers::app
