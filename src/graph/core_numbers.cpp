#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>

#include "papers/graph.hpp"

#include "graph/links.hpp"

namespace papers {
namespace {

using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                boost::no_property, Node, Node>;

/// Every link as two arcs, which is how Boost's peeling wants an undirected graph.
Rows both_ways(const CitationGraph& graph) {
  std::vector<Arc> arcs;
  arcs.reserve(2 * graph.arc_count());
  std::vector<Node> buffer;
  for (Node node = 0; node < graph.size(); ++node) {
    for (const Node other : graph::linked(graph, node, buffer)) {
      arcs.emplace_back(node, other);
    }
  }
  return {boost::edges_are_sorted, arcs.begin(), arcs.end(), graph.size()};
}

}  // namespace

std::vector<std::size_t> CitationGraph::core_numbers() const {
  const Rows rows = both_ways(*this);
  std::vector<std::size_t> result(size());
  boost::core_numbers(
      rows, boost::make_iterator_property_map(result.begin(), boost::get(boost::vertex_index, rows)));
  return result;
}

}  // namespace papers
