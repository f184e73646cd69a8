// Kahn's algorithm with a priority queue, made safe for cycles.

#include <cassert>
#include <functional>
#include <queue>

#include "papers/graph.hpp"

namespace papers {
namespace {

/// Which citations bind: all that leave a cycle and, inside one, those of papers that `before` puts
/// earlier. Along the ones inside a cycle (before, node) strictly falls, and the others lead to
/// a lower component, so the binding citations have no cycle.
class Binding {
 public:
  Binding(const CitationGraph& graph, std::span<const int> before)
      : m_components(graph.components()), m_before(before) {}

  [[nodiscard]] bool operator()(Node citing, Node cited) const {
    return m_components[citing] != m_components[cited] || place(cited) < place(citing);
  }

  [[nodiscard]] std::pair<int, Node> place(Node node) const { return {m_before[node], node}; }

 private:
  std::vector<std::size_t> m_components;
  std::span<const int> m_before;
};

}  // namespace

std::vector<Node> CitationGraph::reading_order(std::span<const int> before) const {
  assert(before.size() == size());
  const Binding binds(*this, before);
  std::vector<std::size_t> waiting_for(size());
  std::priority_queue<std::pair<int, Node>, std::vector<std::pair<int, Node>>, std::greater<>> ready;
  for (Node node = 0; node < size(); ++node) {
    for (const Node other : cited(node)) {
      waiting_for[node] += binds(node, other) ? 1U : 0U;
    }
    if (waiting_for[node] == 0) {
      ready.push(binds.place(node));
    }
  }

  std::vector<Node> order;
  order.reserve(size());
  while (!ready.empty()) {
    const Node node = ready.top().second;
    ready.pop();
    order.push_back(node);
    for (const Node other : citing(node)) {
      if (binds(other, node) && --waiting_for[other] == 0) {
        ready.push(binds.place(other));
      }
    }
  }
  return order;
}

}  // namespace papers
