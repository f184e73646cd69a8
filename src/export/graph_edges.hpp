// The citations of a reading graph, each with what a drawing says of it.
#pragma once

#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

struct GraphEdge {
  Arc arc;
  bool implied = false;   ///< a longer path leads there too, so a drawing may leave it out
  bool backbone = false;  ///< on a longest chain
};

/// Sorted, each once. Costs what CitationGraph::implied costs.
[[nodiscard]] std::vector<GraphEdge> graph_edges(const ReadingGraph& graph);

}  // namespace papers::formats
