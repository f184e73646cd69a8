// Finish what was begun: a paper that was opened and not finished was paid for and gave nothing yet.

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& /*context*/) {
  switch (candidate.state) {
    case State::reading:
      return 1;
    case State::paused:
      return 0.5;
    default:
      return 0;
  }
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  switch (candidate.state) {
    case State::reading:
      return "you are reading it";
    case State::paused:
      return "you began it and paused";
    default:
      return "not begun";
  }
}

}  // namespace

const RankTerm k_reading{"reading", "whether it is being read or was paused", 14, value, why};

}  // namespace papers::terms
