// Whether it belongs to what the reader wants the week to be about. Off the focus an item needs that much
// more of everything else: the price of another subject, in points that can be read.

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& /*context*/) {
  return candidate.in_focus ? 1 : 0;
}

std::string why(const Candidate& /*candidate*/, const RankContext& context) {
  return context.focus.empty() ? "in the week's focus" : "in the week's focus, " + context.focus;
}

}  // namespace

const RankTerm k_focus{"focus", "whether it belongs to the week's focus", 7, value, why};

}  // namespace papers::terms
