#include "export/graph_edges.hpp"

#include <algorithm>

namespace papers::formats {

std::vector<GraphEdge> graph_edges(const ReadingGraph& graph) {
  const CitationGraph citations(graph.papers.size(), graph.arcs);
  const std::vector<Arc> implied = citations.implied();
  const std::vector<Arc> backbone = citations.backbone().arcs;
  std::vector<GraphEdge> edges;
  for (const Arc& arc : citations.arcs()) {
    edges.push_back({arc, std::binary_search(implied.begin(), implied.end(), arc),
                     std::binary_search(backbone.begin(), backbone.end(), arc)});
  }
  return edges;
}

}  // namespace papers::formats
