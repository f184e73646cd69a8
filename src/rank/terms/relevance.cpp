// How closely citations tie it to what else the reader keeps: the score of papers/relevance.hpp, scaled to
// [0, 1] between the least and the most relevant item that can be read now.
//
// Scaled, because that score has no unit; over all that can be read and not those of one answer, so that the
// points of an item do not depend on what was asked. Where all are alike, nothing is said: 0.

#include <algorithm>
#include <cmath>

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& context) {
  const double range = context.most_relevance - context.least_relevance;
  if (!std::isfinite(range) || range <= 0 || !std::isfinite(candidate.relevance)) {
    return 0;
  }
  return std::clamp((candidate.relevance - context.least_relevance) / range, 0.0, 1.0);
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  return candidate.evidence != nullptr && !candidate.evidence->relevance.empty()
             ? candidate.evidence->relevance
             : "tied to your papers by citations";
}

}  // namespace

const RankTerm k_relevance{"relevance", "how closely citations tie it to your other papers", 6, value, why};

}  // namespace papers::terms
