#include <algorithm>
#include <cassert>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/queue.hpp>

#include "papers/graph.hpp"

namespace papers {
namespace {

// Compressed sparse rows because a graph never changes once it is built: neighbours lie side by side,
// which makes them spans, and 350,000 arcs take 6 MB. Two graphs, one for each direction, rather
// than Boost's bidirectional one, which keeps incoming arcs as edge numbers and not as nodes.
using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                boost::no_property, Node, Node>;

std::vector<Arc> sorted_without_loops(std::span<const Arc> arcs) {
  std::vector<Arc> result;
  result.reserve(arcs.size());
  std::copy_if(arcs.begin(), arcs.end(), std::back_inserter(result),
               [](const Arc& arc) { return arc.first != arc.second; });
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<Arc> reversed(std::vector<Arc> arcs) {
  for (auto& [citing, cited] : arcs) {
    std::swap(citing, cited);
  }
  std::sort(arcs.begin(), arcs.end());
  return arcs;
}

Rows rows(std::size_t nodes, const std::vector<Arc>& arcs) {
  return {boost::edges_are_sorted, arcs.begin(), arcs.end(), nodes};
}

std::span<const Node> neighbours(const Rows& graph, Node node) {
  const auto [first, last] = boost::adjacent_vertices(node, graph);
  return {first, last};
}

/// Sets the depth of each node when it is first reached.
class DepthRecorder : public boost::default_bfs_visitor {
 public:
  explicit DepthRecorder(std::vector<std::optional<int>>& depths) : m_depths(&depths) {}

  template <class Edge>
  void tree_edge(const Edge& edge, const Rows& graph) const {
    (*m_depths)[boost::target(edge, graph)] = *(*m_depths)[boost::source(edge, graph)] + 1;
  }

 private:
  std::vector<std::optional<int>>* m_depths;  // visitors are copied
};

}  // namespace

struct CitationGraph::Impl {
  Rows cited;
  Rows citing;
};

CitationGraph::CitationGraph(std::size_t nodes, std::span<const Arc> arcs) {
  const std::vector<Arc> clean = sorted_without_loops(arcs);
  assert(std::all_of(clean.begin(), clean.end(),
                     [nodes](const Arc& arc) { return arc.first < nodes && arc.second < nodes; }));
  m_impl = std::make_unique<Impl>(Impl{rows(nodes, clean), rows(nodes, reversed(clean))});
}

CitationGraph::CitationGraph(CitationGraph&&) noexcept = default;
CitationGraph& CitationGraph::operator=(CitationGraph&&) noexcept = default;
CitationGraph::~CitationGraph() = default;

std::size_t CitationGraph::size() const {
  return boost::num_vertices(m_impl->cited);
}

std::size_t CitationGraph::arc_count() const {
  return boost::num_edges(m_impl->cited);
}

std::span<const Node> CitationGraph::cited(Node node) const {
  return neighbours(m_impl->cited, node);
}

std::span<const Node> CitationGraph::citing(Node node) const {
  return neighbours(m_impl->citing, node);
}

std::vector<Arc> CitationGraph::arcs() const {
  std::vector<Arc> result;
  result.reserve(arc_count());
  for (Node node = 0; node < size(); ++node) {
    for (const Node other : cited(node)) {
      result.emplace_back(node, other);
    }
  }
  return result;
}

std::vector<std::optional<int>> CitationGraph::depths(std::span<const Node> roots) const {
  std::vector<std::optional<int>> result(size());
  for (const Node root : roots) {
    result[root] = 0;
  }
  boost::queue<Node> frontier;
  std::vector<boost::default_color_type> colors(size());
  boost::breadth_first_search(
      m_impl->cited, roots.begin(), roots.end(), frontier, DepthRecorder(result),
      boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, m_impl->cited)));
  return result;
}

std::vector<std::size_t> CitationGraph::components() const {
  // Tarjan's algorithm closes a component after all that it reaches, so Boost's numbers already
  // ascend from the cited to the citing.
  std::vector<std::size_t> result(size());
  boost::strong_components(
      m_impl->cited,
      boost::make_iterator_property_map(result.begin(), boost::get(boost::vertex_index, m_impl->cited)));
  return result;
}

}  // namespace papers
