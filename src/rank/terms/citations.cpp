// How many papers of the library cite it: ln(1 + n) / ln(1 + most).
//
// Counted in the library and not in the world, because that says what the reader's own papers build
// on; global counts only find what is famous. The logarithm because the second
// citation says more than the twentieth.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"

namespace papers::terms {
namespace {

double value(const Candidate& candidate, const RankContext& context) {
  if (candidate.cited_by <= 0 || context.most_cited <= 0) {
    return 0;
  }
  return std::min(1.0, std::log1p(candidate.cited_by) / std::log1p(context.most_cited));
}

std::string why(const Candidate& candidate, const RankContext& /*context*/) {
  return fmt::format("cited by {} {} you know", candidate.cited_by,
                     candidate.cited_by == 1 ? "paper" : "papers");
}

}  // namespace

const RankTerm k_citations{"citations", "how many papers of your library cite it", 2.5, value, why};

}  // namespace papers::terms
