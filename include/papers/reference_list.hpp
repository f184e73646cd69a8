// ReferenceList: what one paper cites, as one source gave it at one moment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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
  /// Sentences in which it is cited, where the source gives them: at most k_max_contexts.
  std::vector<std::string> contexts = {};
  bool operator==(const Reference&) const = default;
};

inline constexpr std::size_t k_max_contexts = 10;

/// What a source answered. That it could not be asked is no answer, and nothing of it is kept.
enum class ReferenceAnswer {
  listed,    ///< it gave entries
  empty,     ///< it says that the paper cites nothing
  unknown,   ///< it does not know the paper, or not what it cites
  withheld,  ///< it knows and may not say
};

[[nodiscard]] std::string_view name_of(ReferenceAnswer answer);
[[nodiscard]] std::optional<ReferenceAnswer> reference_answer_named(std::string_view name);

struct ReferenceList {
  Identifier citing;
  std::string source;              ///< name of the source; one list per paper and source is kept
  std::string fetched;             ///< moment
  std::optional<int> stated;       ///< how many the source says there are
  bool complete = false;           ///< the source vouches that nothing is missing
  std::vector<Reference> entries;  ///< by position
  ReferenceAnswer answer = ReferenceAnswer::listed;  ///< entries are empty unless it is `listed`
  bool operator==(const ReferenceList&) const = default;
};

}  // namespace papers
