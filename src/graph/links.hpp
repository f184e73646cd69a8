// Links: citations with their direction forgotten, as one compressed list for sweeps over all of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "papers/graph.hpp"

namespace papers::graph {

/// A node's position in an order that the caller chose. Half the size of a Node, which halves what a
/// sweep reads.
using Place = std::uint32_t;

class Links {
 public:
  /// `order` holds every node once; the node order[p] gets place p. O(V+E).
  Links(const CitationGraph& graph, std::span<const Node> order);

  [[nodiscard]] std::size_t size() const { return m_first.size() - 1; }
  [[nodiscard]] std::span<const Place> of(Place place) const {  ///< distinct, ascending
    return std::span(m_linked).subspan(m_first[place], m_first[place + 1] - m_first[place]);
  }
  [[nodiscard]] std::size_t degree(Place place) const { return m_first[place + 1] - m_first[place]; }

 private:
  std::vector<std::size_t> m_first;  ///< where each place's links begin, and the end
  std::vector<Place> m_linked;
};

/// The papers that cite `node` or are cited by it, each once, ascending. Valid until `buffer` changes.
[[nodiscard]] std::span<const Node> linked(const CitationGraph& graph, Node node, std::vector<Node>& buffer);

}  // namespace papers::graph
