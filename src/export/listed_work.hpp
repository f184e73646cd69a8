// What the formats of bibliographies need of an item, worked out once for all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

/// How a work was published, as far as the library can tell.
enum class Form {
  article,      ///< in a journal
  proceedings,  ///< at a conference
  preprint,     ///< on arXiv, and nothing is known of more
  book,
  web,  ///< a page, a course
  software,
  video,
  other,
};

/// One entry to be written.
struct ListedWork {
  const Item* item = nullptr;
  /// Unique in the list, whatever the case of letters: what the reader's own bibliography calls it, or the
  /// item's key. What the reader calls a work comes before a key of ours that is the same.
  std::string key;
  Form form = Form::other;
  bool has_key_of_reader = false;           ///< of a bibliography that was read, not of our making
  std::vector<std::string> further_keys{};  ///< what else such call it; of no other work in the list
  std::optional<Identifier> arxiv{};
  std::string doi{};      ///< "10.1145/3600006.3613165"
  std::string address{};  ///< web address where it is found, "" for none
};

/// By key. Items of the graph that are no works (tasks) are left out.
[[nodiscard]] std::vector<ListedWork> listed_works(const ReadingGraph& graph);

/// Year, month and day, as far as they are known: {2024, 2, 28}, {2024}, {}.
[[nodiscard]] std::vector<int> date_of(const Item& item);

}  // namespace papers::formats
