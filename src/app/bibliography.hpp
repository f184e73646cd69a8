// Bibliography: what one paper cites, put together from the lists of all its sources.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

/// One work of a bibliography.
struct CitedWork {
  enum class How {
    known,       ///< an item of the library
    title_only,  ///< no source gives an id, and no item has that title
    beyond,      ///< named by an id that is no item of the library: past a limit
  };
  How how = How::known;
  int position = 0;                     ///< in the longest list that names it
  std::vector<std::string> sources{};   ///< that name it, sorted
  Reference entry{};                    ///< as the longest list has it
  std::vector<std::string> contexts{};  ///< sentences that cite it, of all lists
  std::optional<Item> item{};           ///< when known
};

/// Each work once, by position. What one source knows by title only and another by an id is one work, as it
/// is for ReferenceSummary. The paper's reference to itself is left out. O(entries log entries).
[[nodiscard]] std::vector<CitedWork> bibliography(const Library& library, const Item& citing);

}  // namespace papers::app
