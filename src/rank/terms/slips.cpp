// How often it was planned for a week and not done: s / (s + 2) for s weeks.
//
// Every further week adds points that can be read, for almost a year of them, and no number of weeks makes
// the value leave [0, 1]: a third after one, half after two, two thirds after four.

#include <algorithm>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

constexpr double k_half = 2;  // weeks

double value(const Candidate& candidate, const RankContext& /*context*/) {
  const double slips = std::max(0, candidate.slips);
  return slips / (slips + k_half);
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  switch (candidate.slips) {
    case 1:
      return "slipped once";
    case 2:
      return "slipped twice";
    default:
      return fmt::format("slipped {} times", std::max(0, candidate.slips));
  }
}

}  // namespace

const RankTerm k_slips{"slips", "how often it was planned and not done", 14, value, why};

}  // namespace papers::terms
