// Ranking: which item to read now, as a sum of named terms that a reader can check.
//
//   score = sum of points;  points(term) = weight(term) x value(term), value in [0, 1]
//
// Points are rounded to one hundredth before they are added, so what is printed adds up to
// the score to the last digit. Ties: greater relevance, more citing papers, then older entry, then id.
// Pure: no clock, no library; whoever calls brings both as values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

namespace papers {

/// Why a kept paper is as relevant as it is: the parts of its score, as relevance_of_kept() gave them when
/// the library last changed.
struct Standing {
  double near = 0;
  double cites = 0;  ///< ln(1 + citing papers)
  double gap = 0;    ///< square root of years
  double title = 0;
  int close_to = 0;       ///< other kept papers from which it is closer than the median of them...
  int walks = 0;          ///< ...of so many
  int cited_by_kept = 0;  ///< other kept papers that cite it...
  int kept = 0;           ///< ...of so many
  std::optional<int> years_older;
  std::vector<std::string> shared_words;  ///< with the titles of other kept papers, at most two
  bool operator==(const Standing&) const = default;
};

/// What only the words about a candidate need; brought for the few that are shown.
struct Evidence {
  std::string relevance;                ///< why it is relevant; "" for words in general
  std::vector<std::string> dependants;  ///< names of the urgent items that cite it
};

/// What ranking looks at. Narrow on purpose: thousands of them are read for one answer.
struct Candidate {
  std::int64_t row = 0;
  std::string id;  ///< formatted identity, for ties
  State state = State::queued;
  std::optional<Priority> priority;
  std::string due;    ///< day, or ""
  std::string added;  ///< moment
  int cited_by = 0;   ///< in-degree in the known graph
  /// As relevance_of_kept() scores it; without known citations the median of the scores. No unit, no bounds.
  double relevance = 0;
  int key_references = 0;  ///< of its references the most cited ones, at most three
  int keys_read = 0;       ///< those among them that are read, or need not be; 0 unless one is read

  // What changes with the clock, or with what the reader says of other items.
  int slips = 0;          ///< ended weeks for which it was planned and not done
  double dependants = 0;  ///< urgency of the items that cite it, summed; see urgency()
  bool in_focus = false;  ///< belongs to what the week is about
  const Evidence* evidence = nullptr;
};

struct RankContext {
  std::string today;           ///< day, in the reader's zone
  double least_relevance = 0;  ///< among all that can be read now
  double most_relevance = 0;
  std::string focus;  ///< what the week is about, for words; "" when nothing was said
};

/// One term: a row of the table in rank/registry.cpp.
struct RankTerm {
  std::string_view name;
  std::string_view summary;  ///< one line, for help and configuration
  double default_weight;
  double (*value)(const Candidate&, const RankContext&);     ///< in [0, 1]
  std::string (*why)(const Candidate&, const RankContext&);  ///< in words; called when points are not 0
};

/// All terms, in the order of their default weight, greatest first.
[[nodiscard]] std::span<const RankTerm> rank_terms();

using RankWeights = std::map<std::string, double, std::less<>>;  ///< by term; absent: the default

/// The weight that holds for a term.
[[nodiscard]] double weight_of(const RankWeights& weights, std::string_view term);

struct TermPoints {
  std::string name;
  double value = 0;
  double weight = 0;
  double points = 0;
  std::string why;  ///< "" when there are no points
};

struct Placed {
  std::size_t candidate = 0;  ///< index into the candidates
  double score = 0;
};

/// The `count` best, best first. O(n) for the scores, O(n log count) for the order.
[[nodiscard]] std::vector<Placed> rank(std::span<const Candidate> candidates, const RankContext& context,
                                       const RankWeights& weights, std::size_t count);

/// Every term in the order of the table; the points add up to the score that rank() gives.
[[nodiscard]] std::vector<TermPoints> explain(const Candidate& candidate, const RankContext& context,
                                              const RankWeights& weights);

/// How much the reader himself wants a candidate soon: its values of slips, due and focus, and its priority
/// above none as a part of the way to high, summed. 0 when he has said nothing.
[[nodiscard]] double urgency(const Candidate& candidate, const RankContext& context);

}  // namespace papers
