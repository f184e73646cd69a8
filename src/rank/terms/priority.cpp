// The reader's own judgement. Most items never get one: they stand between low and medium, so that
// "L" puts an item behind the undecided ones and "M" in front of them.

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& /*context*/) {
  if (!candidate.priority) {
    return 0.25;
  }
  switch (*candidate.priority) {
    case Priority::high:
      return 1;
    case Priority::medium:
      return 0.5;
    case Priority::low:
      return 0;
  }
  return 0;
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  if (!candidate.priority) {
    return "normal priority";
  }
  switch (*candidate.priority) {
    case Priority::high:
      return "high priority";
    case Priority::medium:
      return "medium priority";
    case Priority::low:
      return "low priority";
  }
  return "";
}

}  // namespace

const RankTerm k_priority{"priority", "the priority that you gave it", 4, value, why};

}  // namespace papers::terms
