// The part of the citation graph that is worth drawing: from the reader's own papers along
// references to a depth, the best-connected first where there are too many.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "papers/exporter.hpp"
#include "papers/library.hpp"

namespace papers::app {

struct GraphWishes {
  std::vector<Item> roots;  ///< empty: every kept paper that the reader added himself
  int depth = 2;
  /// Of a list of works without roots: which states it has.
  std::vector<State> states{State::queued, State::reading, State::paused, State::read, State::parked};
  bool within_depth = false;   ///< the depth was asked for: lists of works leave out what lies beyond it
  std::size_t max_nodes = 40;  ///< 0: no limit
  std::size_t max_leaves = 3;  ///< of papers that hang on one citing paper alone, at each; 0: no limit
  /// Papers to draw; empty: all but the dropped ones. What does not fit is passed through, and not drawn
  /// unless it is in `roots`.
  std::function<bool(const Item&)> wanted;
  std::string since;  ///< day, in the reader's zone, from which news are marked; "" for none
};

/// Roots and kept papers always come first; the others by citations from papers of this graph,
/// halved with each step from a root; then newer, then id. A paper is drawn with a way to it: with papers
/// that lead from a root to it in fewest steps, unless `wanted` leaves them out. What is left out is counted
/// at the papers that cite it. Tasks, courses and the like are drawn when they cite or are cited, or were
/// asked for by `roots` or `wanted`. O(V + E) of the library, plus sorting, and a whole item for each paper
/// drawn.
[[nodiscard]] ReadingGraph reading_graph(const Library& library, const GraphWishes& wishes);

}  // namespace papers::app
