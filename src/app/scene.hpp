// Scene: all that ranking looks at on one day: the candidates, with what slips, focus and the urgency of
// others add to them.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

#include "app/focus.hpp"
#include "app/this_week.hpp"

namespace papers::app {

/// How many urgent items lend their urgency to what they cite, the most urgent ones, ties by the order of
/// rank(). More would cost more reading than they could change: the term is squashed, and has a small weight.
inline constexpr std::size_t k_most_urgent = 16;

/// What the reader might say instead, to see what would come of it.
struct Supposition {
  std::int64_t row = 0;
  std::optional<Priority> priority;  ///< of that item
  std::string due;                   ///< day, or ""
  State state = State::queued;
  std::optional<Focus> focus = {};  ///< of the week; nothing: as it is
};

struct Scene {
  std::vector<Candidate> candidates;
  RankContext context;
  /// By row: the indices of the urgent candidates that cite it, most urgent first.
  std::unordered_map<std::int64_t, std::vector<std::size_t>> dependants;

  [[nodiscard]] const Candidate* at_row(std::int64_t row) const;
};

struct SceneWishes {
  std::size_t most = std::numeric_limits<std::size_t>::max();  ///< how many of the best must be among them
  std::optional<Supposition> supposing = {};
};

/// The candidates among which the best `most` are, by these weights; not all of them when they are many.
/// Deferred items are left out.
[[nodiscard]] Scene scene_of(const Library& library, const RankWeights& weights, const ThisWeek& now,
                             const SceneWishes& wishes = {});

}  // namespace papers::app
