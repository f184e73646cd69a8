// CitationGraph: papers and who cites whom, with the algorithms that reading needs.
//
// Pure: built from values, answers with values. Nodes are 0 .. size()-1; arcs run from the
// citing to the cited paper. Self-references and repeated arcs are dropped. Citation data
// has cycles (preprints and companions cite each other); every algorithm copes with them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace papers {

using Node = std::size_t;
using Arc = std::pair<Node, Node>;  ///< citing, cited

/// The longest chains of citations, which a drawing does well to stress. They say little about what is worth
/// reading.
struct Backbone {
  std::size_t length = 0;                ///< citations on a longest path
  std::vector<std::size_t> criticality;  ///< by node: by how much the longest path through it is shorter
  std::vector<Arc> arcs;                 ///< those on a longest path, sorted
};

class CitationGraph {
 public:
  CitationGraph(std::size_t nodes, std::span<const Arc> arcs);
  CitationGraph(CitationGraph&&) noexcept;
  CitationGraph& operator=(CitationGraph&&) noexcept;
  ~CitationGraph();

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::size_t arc_count() const;
  [[nodiscard]] std::span<const Node> cited(Node node) const;   ///< ascending
  [[nodiscard]] std::span<const Node> citing(Node node) const;  ///< ascending; its size is the in-degree
  [[nodiscard]] std::vector<Arc> arcs() const;                  ///< sorted

  /// Fewest steps along references from any root; nothing where none leads. Breadth-first, O(V+E).
  [[nodiscard]] std::vector<std::optional<int>> depths(std::span<const Node> roots) const;

  /// Number of the strongly connected component of each node, numbered so that a component
  /// comes after all components that it cites. Tarjan, O(V+E).
  [[nodiscard]] std::vector<std::size_t> components() const;

  /// Arcs u->v for which another path u~>v exists, so that leaving them out of a drawing loses no
  /// reachability. Arcs inside a component are never implied. The remaining arcs are the unique
  /// transitive reduction of the condensation, with arcs between the same two components kept.
  /// O(V E / 64) on the condensation. Sorted.
  [[nodiscard]] std::vector<Arc> implied() const;

  /// An order in which every paper comes after those it cites, cycles broken by `before`; among the
  /// papers that are ready, smallest `before` first (typically the year). O((V+E) log V).
  [[nodiscard]] std::vector<Node> reading_order(std::span<const int> before) const;

  /// The core number of each node: the greatest k for which it is in a k-core, a largest subgraph in which
  /// every paper is linked, citing or cited, with at least k others of it. Two papers that cite each
  /// other have one link. Peeling (Matula & Beck 1983; Batagelj & Zaversnik 2003), O(V+E).
  [[nodiscard]] std::vector<std::size_t> core_numbers() const;

  /// Criticality c(v) = L - h(v) - d(v) on the condensation, where h and d are the lengths of the longest
  /// paths that end and begin in v, and L is the longest of all (Kelley & Walker's critical path; for
  /// citations Price & Evans 2025). Papers of a component share one value; an arc between components has
  /// L - h(citing) - 1 - d(cited), one inside a component the value of its papers. Without any arc between
  /// components L = 0 and every paper is on a longest path. O(V+E), and O(E log E) to condense.
  [[nodiscard]] Backbone backbone() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace papers
