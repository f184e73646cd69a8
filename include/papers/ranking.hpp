// Ranking: which item to read now, as a sum of named terms that a reader can check.
//
//   score = sum of points;  points(term) = weight(term) x value(term), value in [0, 1]
//
// Points are rounded to one hundredth before they are added, so what is printed adds up to
// the score to the last digit. Ties: more citing papers, then older entry, then id.
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

/// What ranking looks at. Narrow on purpose: ten thousand of them are read for one answer.
struct Candidate {
  std::int64_t row = 0;
  std::string id;  ///< formatted identity, for ties
  Kind kind = Kind::paper;
  State state = State::queued;
  std::optional<Priority> priority;
  std::string due;    ///< day, or ""
  std::string added;  ///< moment
  std::optional<int> effort_minutes;
  int cited_by = 0;  ///< in-degree in the known graph
};

struct RankContext {
  std::string today;   ///< day, in the reader's zone
  int most_cited = 0;  ///< greatest cited_by among the candidates
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

struct TermPoints {
  std::string name;
  double value = 0;
  double weight = 0;
  double points = 0;
  std::string why;
};

struct Ranked {
  std::size_t candidate = 0;  ///< index into the candidates
  double score = 0;
  std::vector<TermPoints> terms;  ///< every term, in the order of the table; why filled in
};

/// The `count` best, best first. O(n) for the scores, O(n log count) for the order.
[[nodiscard]] std::vector<Ranked> rank(std::span<const Candidate> candidates, const RankContext& context,
                                       const RankWeights& weights, std::size_t count);

/// The context that these candidates and that day make.
[[nodiscard]] RankContext rank_context(std::span<const Candidate> candidates, std::string_view today);

}  // namespace papers
