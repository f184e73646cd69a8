// Text from outside: cleaned once on the way in, measured and escaped on the way to a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace papers::util {

/// One line of clean text: valid UTF-8 in NFC; runs of white space (line ends, tabs, Unicode
/// blanks) become one blank, none at the ends; other control characters, noncharacters and bytes
/// that are not UTF-8 become U+FFFD; byte order marks are dropped. Bidirectional controls, which
/// honest names in Hebrew or Arabic use, stay: they are escaped where they are printed.
/// Idempotent; linear; at most `max_bytes` long, cut before a character with a "…" at the end.
[[nodiscard]] std::string clean_line(std::string_view text, std::size_t max_bytes = 64U << 10U);

/// As clean_line, but line ends stay (as '\n', at most one empty line in a row): abstracts, notes.
[[nodiscard]] std::string clean_text(std::string_view text, std::size_t max_bytes = 1U << 20U);

/// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Columns that clean or escaped text takes on a terminal: 2 for wide characters, 0 for combining ones.
[[nodiscard]] std::size_t width(std::string_view text);

/// Safe for any terminal: control characters (C0, DEL, C1), bidirectional and invisible format
/// controls, tag characters and broken UTF-8 become visible escapes such as <U+202E> or <9B>.
/// '\n' is escaped too unless `keep_newlines`.
[[nodiscard]] std::string printable(std::string_view text, bool keep_newlines = false);

/// Cut to at most `columns`, at a character border, with "…" as the last column when anything was cut.
[[nodiscard]] std::string elide(std::string_view text, std::size_t columns);

/// Elided or padded with blanks to exactly `columns`.
[[nodiscard]] std::string fit(std::string_view text, std::size_t columns);

/// Lower case without accents, for comparing words: NFKD, marks dropped, case folded. "Poincaré" ->
/// "poincare".
[[nodiscard]] std::string fold(std::string_view text);

}  // namespace papers::util
