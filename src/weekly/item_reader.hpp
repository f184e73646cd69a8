// A list of a log, item by item, as nested entries.
#pragma once

#include <vector>

#include "weekly/entry_reader.hpp"
#include "weekly/markdown_tree.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// The entries of one item of a list, with all that is nested below it.
[[nodiscard]] std::vector<Entry> read_item(const Block& item, const EntryContext& context);

/// A text outside of lists: what it names by an address, or one note.
[[nodiscard]] std::vector<Entry> read_prose(const TextLine& text, const EntryContext& context);

/// The lines of a text as one.
[[nodiscard]] TextLine joined(const std::vector<TextLine>& lines);

/// Whether a text ends with a colon, so that what follows belongs to it.
[[nodiscard]] bool leads(std::string_view text);

}  // namespace papers::weekly
