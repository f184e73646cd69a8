// Suggesting: found papers that are worth a decision, best first, each with its reasons.
//
// The order is that of relevance(). What is shown for a term is how far it lifts the paper above the median
// candidate: the value in the term's own unit, the weight ten times that of the formula, and the points,
// which are their product. The score shown is the sum of the points. Shared by all candidates, the medians
// change no order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "papers/library.hpp"
#include "papers/ranking.hpp"

#include "app/network.hpp"

namespace papers::app {

struct Suggestion {
  int rank = 0;  ///< 1 is the best
  Item item;
  double score = 0;               ///< hundredths; in the order of the ranks
  double relevance = 0;           ///< the formula's own score
  std::vector<TermPoints> terms;  ///< cites, near, title, gap; points in hundredths that add up to the score
};

struct Suggestions {
  std::vector<Suggestion> best;
  std::size_t candidates = 0;  ///< found papers, from which the best were taken
  std::size_t kept = 0;        ///< kept papers, by which they were judged
  std::size_t references_known =
      0;  ///< those among the kept whose references are known; others suggest nothing
};

struct SuggestWishes {
  std::size_t most = 10;
  /// Which of them are answered, with their ranks; empty: all.
  std::function<bool(std::int64_t row)> among = {};
  bool classics = false;  ///< as in RelevanceWishes
};

/// Costs what relevance() costs, and a whole item for each one answered.
[[nodiscard]] Suggestions suggest(const Library& library, const SuggestWishes& wishes);

}  // namespace papers::app
