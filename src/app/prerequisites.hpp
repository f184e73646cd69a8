// Prerequisites: what to read before a paper, at most thirteen papers, in an order in which they can be read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

struct PathLimits {
  int depth = 2;                   ///< steps along key references
  std::size_t key_references = 3;  ///< of each paper
  int year_floor = 0;              ///< older papers are excused; 0: none is
};

struct PathPaper {
  int position = 0;  ///< 1 is read first
  Item item;
  int depth = 0;                     ///< steps along key references from the target, which has 0
  std::vector<std::string> key_for;  ///< keys of those papers of the path of which it is a key reference
  std::size_t cited_by = 0;          ///< papers of the path that cite it
};

struct Prerequisites {
  std::vector<PathPaper> papers{};  ///< the target is the last, unless it is in a cycle
  std::vector<Item> excused{};      ///< key references that need not be read: read, dropped or too old
  std::size_t beyond = 0;           ///< key references left out because they are too deep
  std::vector<Item> not_known{};    ///< papers of the path whose own references are not known
  std::vector<Item>
      known_in_part{};             ///< those of which some references are known by title only, or not at all
  std::vector<Item> at_the_end{};  ///< those among not_known that lie at the depth: no step leads on there
};

/// Key references are those that relevance() puts first when the target is all that is kept. Costs what
/// relevance() costs with one kept paper.
[[nodiscard]] Prerequisites prerequisites(const Library& library, const Item& target,
                                          const PathLimits& limits);

}  // namespace papers::app
