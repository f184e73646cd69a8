// One line of a log as entries: its marks taken off, its addresses found, its clauses told apart.
#pragma once

#include <vector>

#include "weekly/markdown_tree.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// What the place of an entry says about it.
struct EntryContext {
  SectionKind section = SectionKind::other;
  bool papers = false;       ///< a heading, or the entry above, speaks of reading papers
  bool under_thing = false;  ///< the entry above is a paper, post, ... itself
  bool has_entries = false;  ///< more entries are nested below this one
};

/// The entries of one line, at least one; nested ones are the caller's. A line makes several when it names
/// several things: "重温[A](url)，跑代码" is a paper and code. All share its line and the mark that it was
/// carried over.
[[nodiscard]] std::vector<Entry> read_entries(const TextLine& line, const EntryContext& context);

}  // namespace papers::weekly
