// AtomFeed: what an answer of the arXiv API says, read from its bytes.
//
// Pure. Reads both generations of the feed (before and after November 2025), which differ in the
// order of elements, in quotes, prefixes and white space but not in names. Any bytes may come in; nothing is
// expanded, fetched or recursed into. Texts are cleaned here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/result.hpp"

namespace papers::sources {

/// One entry, as printed but for white space; absent elements are empty.
struct AtomEntry {
  std::string id;  ///< "http://arxiv.org/abs/1605.08386v1"
  std::string title;
  std::string summary;
  std::string published;  ///< date of the first version
  std::string updated;    ///< date of this version
  std::string comment;
  std::string journal_ref;
  std::vector<std::string> dois;
  std::vector<std::string> authors;
  std::vector<std::string> categories;  ///< the primary one first, each once

  /// The API reports what it did not like as an entry of its own, with any status.
  [[nodiscard]] bool is_error() const;
};

struct AtomFeed {
  std::optional<int> total_results;  ///< how many there are in all, by the feed's own account
  std::vector<AtomEntry> entries;

  /// An empty page that says of itself that there is something: a known ailment that passes.
  [[nodiscard]] bool is_hollow() const { return entries.empty() && total_results.value_or(1) > 0; }
};

struct FeedError {
  enum class Kind {
    cut_short,   ///< half a document, or a garbled one: asking again may help
    not_a_feed,  ///< something else altogether
  };
  Kind kind = Kind::not_a_feed;
  std::string message;  ///< continues a sentence: "an HTML page instead of an Atom feed"
};

/// O(length). Limits: 64 levels; DOCTYPE, which feeds never have, is refused; at most 2,000 entries,
/// and 50,000 authors of one entry, are kept.
[[nodiscard]] Result<AtomFeed, FeedError> parse_atom_feed(std::string_view text);

}  // namespace papers::sources
