// ReferenceList: what one paper cites, as one source gave it at one moment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/identifier.hpp"

namespace papers {

/// One entry of a bibliography. With an id it is an edge of the citation graph;
/// without one it is kept as text until it can be resolved.
struct Reference {
  int position = 0;  ///< 1, 2, ... in the order of the source
  std::optional<Identifier> id;
  std::string title;  ///< clean text; may be empty when there is an id
  std::optional<int> year;
  std::string author;  ///< first author as printed; may be empty
  bool operator==(const Reference&) const = default;
};

struct ReferenceList {
  Identifier citing;
  std::string source;              ///< name of the source; one list per paper and source is kept
  std::string fetched;             ///< moment
  std::optional<int> stated;       ///< how many the source says there are
  bool complete = false;           ///< the source vouches that nothing is missing
  std::vector<Reference> entries;  ///< by position
  bool operator==(const ReferenceList&) const = default;
};

}  // namespace papers
