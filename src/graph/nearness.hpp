// Nearness: the term `near` of relevance, and in how many walks a paper does well.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "graph/links.hpp"

namespace papers::graph {

struct Nearness {
  std::vector<double> near;           ///< by target
  std::vector<std::size_t> close_to;  ///< by target: walks in which it has more than the median target
};

/// As include/papers/relevance.hpp says, with one walk from each start; every start must have a link.
[[nodiscard]] Nearness nearness(const Links& links, std::span<const Place> starts,
                                std::span<const Place> targets);

}  // namespace papers::graph
