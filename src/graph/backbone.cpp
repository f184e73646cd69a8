#include <algorithm>

#include "papers/graph.hpp"

#include "graph/condensation.hpp"

namespace papers {
namespace {

/// Longest paths of a graph whose every arc leads to a smaller node.
struct Reach {
  std::vector<std::size_t> up;    ///< by node: citations on the longest path that ends in it
  std::vector<std::size_t> down;  ///< on the longest path that begins in it
  std::size_t longest = 0;

  [[nodiscard]] std::size_t criticality(Node node) const { return longest - up[node] - down[node]; }
  [[nodiscard]] std::size_t criticality(Node citing, Node cited) const {
    return longest - up[citing] - 1 - down[cited];
  }
};

Reach reach(const CitationGraph& graph) {
  Reach result{std::vector<std::size_t>(graph.size()), std::vector<std::size_t>(graph.size())};
  for (Node node = 0; node < graph.size(); ++node) {
    for (const Node cited : graph.cited(node)) {
      result.down[node] = std::max(result.down[node], result.down[cited] + 1);
    }
    result.longest = std::max(result.longest, result.down[node]);
  }
  for (Node node = graph.size(); node-- > 0;) {
    for (const Node citing : graph.citing(node)) {
      result.up[node] = std::max(result.up[node], result.up[citing] + 1);
    }
  }
  return result;
}

}  // namespace

Backbone CitationGraph::backbone() const {
  const std::vector<std::size_t> component = components();
  const Reach condensed = reach(graph::condensation(*this, component));
  Backbone result;
  result.length = condensed.longest;
  result.criticality.resize(size());
  std::transform(component.begin(), component.end(), result.criticality.begin(),
                 [&](std::size_t number) { return condensed.criticality(number); });

  result.arcs = arcs();
  std::erase_if(result.arcs, [&](const Arc& arc) {
    const Node citing = component[arc.first];
    const Node cited = component[arc.second];
    return (citing == cited ? condensed.criticality(citing) : condensed.criticality(citing, cited)) != 0;
  });
  return result;
}

}  // namespace papers
