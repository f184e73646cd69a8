// CitationTree: what a paper cites, what that cites, and so on to a depth, as a tree that folds what is too
// much.
//
// A graph is no tree: a paper is opened once, where it is nearest to the root, and only named elsewhere, so
// that cycles end and nothing is told twice.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

struct TreeWishes {
  int depth = 2;         ///< steps back from the root
  std::size_t most = 6;  ///< references shown at each paper; judged ones are always shown. 0: no limit
};

/// References of one paper that are not shown, and why the tree may lack more.
struct Folded {
  std::size_t papers = 0;     ///< in the library, not shown here; dropped ones included
  std::optional<int> from{};  ///< oldest year among them
  std::optional<int> to{};    ///< newest year among them
  std::size_t shared = 0;     ///< cited by two or more kept papers
  std::size_t dropped = 0;
  int title_only = 0;         ///< known by title only
  int beyond = 0;             ///< beyond the limits of fetching
  std::size_t not_known = 0;  ///< of all its references in the library: those whose own are not known, where
                              ///< they would be followed
  bool operator==(const Folded&) const = default;
};

struct TreePaper {
  enum class Below {
    open,       ///< its references are here or folded
    limit,      ///< too deep to be followed: all its references are folded
    elsewhere,  ///< opened where it is nearer to the root
    not_known,  ///< nobody has said what it cites
  };
  Item item{};
  int depth = 0;
  Below below = Below::open;
  std::size_t also_cited_by = 0;    ///< kept papers that cite it, besides the one above it
  std::vector<TreePaper> papers{};  ///< judged ones first, then those that most kept papers cite
  Folded folded{};                  ///< nothing where it is opened elsewhere
};

/// Costs a Network, and a whole item for each paper shown. An item that is no part of the network is a
/// tree by itself.
[[nodiscard]] TreePaper citation_tree(const Library& library, const Item& root, const TreeWishes& wishes);

}  // namespace papers::app
