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
/// `left_out` is empty, or names for each target the walk (an index into `starts`) that does not count for
/// it, neither for its mean nor among those that the walk is compared with; starts.size(): all count.
[[nodiscard]] Nearness nearness(const Links& links, std::span<const Place> starts,
                                std::span<const Place> targets, std::span<const std::size_t> left_out = {});

}  // namespace papers::graph
