// What an entry seems to be, and by which evidence.
#pragma once

#include "weekly/entry_reader.hpp"

namespace papers::weekly {

struct KindGuess {
  EntryKind kind = EntryKind::note;
  std::string evidence;
  std::string name;  ///< of a course, where its number is the better title: "cs231n"; else ""
};

/// By the entry's links first, then by its words, then by its place.
[[nodiscard]] KindGuess guess_kind(const Entry& entry, const EntryContext& context);

/// As guess_kind, but from words that name a kind alone: note when there are none.
[[nodiscard]] KindGuess guess_by_words(std::string_view text);

/// Whether a text is about a course, so that what is listed below it is part of that: "CS999 lec 1-3".
[[nodiscard]] bool names_course(std::string_view text);

/// Amounts of a course, book or series named in a text: "lec5-6", "第3章", "module2", "Episode 9".
[[nodiscard]] std::vector<Part> find_parts(std::string_view text);

}  // namespace papers::weekly
