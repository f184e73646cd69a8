#pragma once

#include <cstddef>
#include <span>

#include "papers/graph.hpp"

namespace papers::graph {

/// One node for each component and one arc for each pair of them. Has no cycles, and every arc leads to a
/// smaller node. `component` is what `graph.components()` says. O(E log E).
[[nodiscard]] CitationGraph condensation(const CitationGraph& graph, std::span<const std::size_t> component);

}  // namespace papers::graph
