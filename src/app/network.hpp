// Network: the library's citations as a graph of numbered nodes, with what views of it need of each paper.
//
// Read once for one answer; what changes in the library afterwards does not show.
#pragma once

#include <optional>
#include <vector>

#include "papers/graph.hpp"
#include "papers/library.hpp"
#include "papers/relevance.hpp"

namespace papers::app {

class Network {
 public:
  /// Reads all citations and one narrow row for each item. O(V + E).
  explicit Network(const Library& library);

  /// Papers and books, and whatever else cites or is cited; tasks, courses and the like are no part of it.
  /// Its arcs are those of fetched reference lists.
  [[nodiscard]] const CitationGraph& graph() const { return m_graph; }
  /// By node, ascending in row. `found` papers come from references, so nodes without arcs are rare.
  [[nodiscard]] const std::vector<Outline>& papers() const { return m_papers; }
  [[nodiscard]] const Outline& paper(Node node) const { return m_papers[node]; }
  [[nodiscard]] std::size_t size() const { return m_papers.size(); }
  /// Nothing for an item that is no part of it. O(log V).
  [[nodiscard]] std::optional<Node> node_of(std::int64_t row) const;

  /// Kept papers that the reader added himself, from which depth is counted.
  [[nodiscard]] std::vector<Node> roots() const;
  /// Fewest reference steps from any of these; nothing where none leads. As the library counts it: a dropped
  /// paper is reached, but its references are not followed unless it is a root.
  [[nodiscard]] std::vector<std::optional<int>> depths(std::span<const Node> roots) const;
  /// Kept papers that cite it.
  [[nodiscard]] std::size_t kept_citing(Node node) const;

  /// The papers as relevance() wants them: what was found is judged, what is kept judges.
  [[nodiscard]] std::vector<KnownPaper> known_papers() const;

 private:
  std::vector<Outline> m_papers;
  CitationGraph m_graph;
};

/// Whether a source has said what it cites, be it nothing.
[[nodiscard]] bool references_known(const Outline& paper);

}  // namespace papers::app
