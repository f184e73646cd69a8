// ReadingPath: what to read before a paper, few enough to be read.
//
// The closure of key references: of the target, of those, and so on to a depth, each paper contributing its k
// best references. With k = 3 to depth 2 that is at most 1 + 3 + 9 = 13 papers. Key references
// stand for prerequisites: the smallest set of papers such that every key reference of a paper in it is in
// it, is excused, or lies beyond the depth. A reference that is excused (read, dropped, too old) is not
// replaced by the next best, and its own references are not followed: whoever has read it needs nothing more
// for it.
//
// The order is cited before citing, oldest first among those that are ready: topological order with ties by
// year agrees with learners' own orders as well as learners agree with each other.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "papers/graph.hpp"

namespace papers {

struct PathWishes {
  /// By node, greater is better: which references are key. Good ones are the score of relevance() with the
  /// target as the only kept paper and all others as candidates, or the in-degree. Ties: smaller node. Never
  /// NaN.
  std::span<const double> score;
  std::span<const int> before;          ///< by node: what is read first on ties, typically the year
  std::function<bool(Node)> excused{};  ///< need not be read; nothing: none is. Not asked of the target.
  std::size_t key_references = 3;       ///< k
  int depth = 2;                        ///< how many steps along key references are followed
};

/// A paper of the path, and why it is there.
struct PathStep {
  Node node = 0;
  int depth = 0;                ///< fewest steps along key references from the target, which has 0
  std::vector<Node> key_for{};  ///< papers of the path with this among their key references, ascending
  std::size_t cited_by = 0;     ///< papers of the path that cite it
};

struct ReadingPath {
  std::vector<PathStep>
      steps;  ///< in the order of reading; the target is one of them, and last unless it is in a cycle
  std::vector<Node> excused;  ///< key references left out because they are excused, ascending
  std::vector<Node> beyond;   ///< key references left out because they are too deep, ascending
};

/// The path to `target`; the target alone when its references are unknown. O(references of the papers on the
/// path x log k).
[[nodiscard]] ReadingPath reading_path(const CitationGraph& graph, Node target, const PathWishes& wishes);

}  // namespace papers
