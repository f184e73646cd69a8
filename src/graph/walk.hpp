// Walk: how strongly links tie every paper to a starting one, as a walk that keeps returning to it.
#pragma once

#include <span>
#include <vector>

#include "graph/links.hpp"

namespace papers::graph {

/// p after eight sweeps of
///   q(j) = 0.4 [j = start] + 0.6 deg(j)^-0.25 x the sum over links i-j of p(i) deg(i)^-0.75
/// from p = [start], for each start and each target: row by target, one column for each start. Sums run over
/// links in ascending order. Nothing is renormalised: p is no probability. A start must have a link; a target
/// without one has 0. O(16 E x starts); 8 bytes x (targets x starts + 16 x V).
[[nodiscard]] std::vector<double> walk(const Links& links, std::span<const Place> starts,
                                       std::span<const Place> targets);

}  // namespace papers::graph
