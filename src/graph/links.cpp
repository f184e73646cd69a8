#include "graph/links.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>
#include <numeric>

namespace papers::graph {

std::span<const Node> linked(const CitationGraph& graph, Node node, std::vector<Node>& buffer) {
  const auto cited = graph.cited(node);
  const auto citing = graph.citing(node);
  buffer.clear();
  std::set_union(cited.begin(), cited.end(), citing.begin(), citing.end(), std::back_inserter(buffer));
  return buffer;
}

Links::Links(const CitationGraph& graph, std::span<const Node> order) : m_first(order.size() + 1) {
  assert(order.size() == graph.size());
  assert(order.size() <= std::numeric_limits<Place>::max());
  std::vector<Place> place_of(order.size());
  std::vector<Node> buffer;
  for (std::size_t place = 0; place < order.size(); ++place) {
    place_of[order[place]] = static_cast<Place>(place);
    m_first[place + 1] = linked(graph, order[place], buffer).size();
  }
  std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());

  // Handing each place to those it links with, in ascending order, sorts every list as it grows.
  m_linked.resize(m_first.back());
  std::vector<std::size_t> end(m_first.begin(), m_first.end() - 1);
  for (std::size_t place = 0; place < order.size(); ++place) {
    for (const Node other : linked(graph, order[place], buffer)) {
      m_linked[end[place_of[other]]++] = static_cast<Place>(place);
    }
  }
}

}  // namespace papers::graph
