#include "graph/condensation.hpp"

#include <algorithm>

namespace papers::graph {

CitationGraph condensation(const CitationGraph& graph, std::span<const std::size_t> component) {
  const std::size_t count = component.empty() ? 0 : *std::max_element(component.begin(), component.end()) + 1;
  std::vector<Arc> arcs = graph.arcs();
  for (auto& [citing, cited] : arcs) {
    citing = component[citing];
    cited = component[cited];
  }
  return {count, arcs};
}

}  // namespace papers::graph
