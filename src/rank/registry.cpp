#include <array>

#include "papers/ranking.hpp"

#include "rank/terms/terms.hpp"

namespace papers {

std::span<const RankTerm> rank_terms() {
  // Heaviest first. Made on first use, since the order of initialisation across files is not defined.
  static const std::array table{
      terms::k_due,       terms::k_slips,    terms::k_reading, terms::k_focus,
      terms::k_relevance, terms::k_priority, terms::k_unlocks, terms::k_ready,
  };
  return table;
}

}  // namespace papers
