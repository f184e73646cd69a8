// Whether it stands in the way of what the reader wants soon: with u the summed urgency of the items that
// cite it, u / (u + 1).
//
// A sum and not the greatest, because a paper under three urgent ones is worth more than one under a single
// one. Only what the reader said makes an item urgent (see urgency()), so without that this term is silent.

#include <cmath>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& /*context*/) {
  const double u = candidate.dependants;
  return std::isfinite(u) && u > 0 ? u / (u + 1) : 0;
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  if (candidate.evidence == nullptr || candidate.evidence->dependants.empty()) {
    return "what you want soon builds on it";
  }
  const auto& names = candidate.evidence->dependants;
  switch (names.size()) {
    case 1:
      return names[0] + " builds on it";
    case 2:
      return fmt::format("{} and {} build on it", names[0], names[1]);
    default:
      return fmt::format("{} and {} more build on it", names[0], names.size() - 1);
  }
}

}  // namespace

const RankTerm k_unlocks{"unlocks", "how urgent the papers are that cite it", 2, value, why};

}  // namespace papers::terms
