// Answers of the Semantic Scholar Graph API, read from their bytes.
//
// Pure. Any bytes may come in. Absent fields, null and fields of the wrong type are no errors; what is no
// answer at all is one, whose message continues "Semantic Scholar sent ".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/http.hpp"
#include "papers/item.hpp"
#include "papers/result.hpp"

namespace papers::sources {

/// One entry of a list of references. A string that the service could not match to a paper has no ids.
struct S2Entry {
  Item work;
  std::vector<std::string> contexts;
};

/// One paper of an answer to /paper/batch.
struct S2Paper {
  std::vector<Identifier> ids;  ///< its names: arXiv, DOI, Semantic Scholar
  std::optional<int> stated;    ///< how many references the service counts
  /// `listed` with entries, or with none when the service gives an empty list; withheld; unknown.
  ReferenceAnswer answer = ReferenceAnswer::unknown;
  std::vector<S2Entry> entries;
};

/// In the order asked; nothing for those that it does not know. An answer that has not `asked` places is
/// an error.
using S2Batch = std::vector<std::optional<S2Paper>>;
[[nodiscard]] Result<S2Batch> parse_s2_batch(std::string_view body, std::size_t asked);

/// One page of /paper/{id}/references.
struct S2Page {
  bool withheld = false;  ///< the publisher does not want it to say
  std::vector<S2Entry> entries;
  std::optional<int> next;  ///< offset of the next page; nothing on the last
};
[[nodiscard]] Result<S2Page> parse_s2_page(std::string_view body);

/// The papers of an answer to /paper/search/match.
[[nodiscard]] Result<std::vector<Item>> parse_s2_matches(std::string_view body);

/// The service's own words in an answer that is an error, in one line; "" when there are none.
[[nodiscard]] std::string s2_error_words(std::string_view body);

}  // namespace papers::sources
