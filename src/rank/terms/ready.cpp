// Whether the reader is prepared for it: the share of its key references, the most cited three, that are
// read, or that need not be (dropped, or replaced by something read). 0 unless one of them is read: having
// dropped things prepares nobody.

#include <algorithm>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& /*context*/) {
  if (candidate.key_references <= 0) {
    return 0;
  }
  return std::clamp(static_cast<double>(candidate.keys_read) / candidate.key_references, 0.0, 1.0);
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  if (candidate.key_references <= 0) {
    return "no references known";
  }
  return candidate.key_references == 1
             ? "its key reference is read"
             : fmt::format("{} of its {} key references read", candidate.keys_read, candidate.key_references);
}

}  // namespace

const RankTerm k_ready{"ready", "how many of its key references are read", 1, value, why};

}  // namespace papers::terms
