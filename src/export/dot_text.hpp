// Text in the DOT language: escaped once, here, and wrapped to the width of a node.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papers::formats {

/// The text between double quotes so that Graphviz shows it as it is: quotes, escape sequences (\N, \G, ...)
/// and character references (&lt;) lose their meaning, control characters become visible. Never an
/// HTML label, since those need a `<` outside of quotes.
[[nodiscard]] std::string dot_string(std::string_view text);

/// A label of several lines, each centred below the one before.
[[nodiscard]] std::string dot_label(std::span<const std::string> lines);

/// A tooltip of several lines.
[[nodiscard]] std::string dot_tooltip(std::span<const std::string> lines);

/// A node's name or a web address, in which `&` has no meaning and stays as it is.
[[nodiscard]] std::string dot_name(std::string_view text);

/// At most `lines` lines of at most `columns` columns, broken between words where there are
/// any and between characters otherwise; "…" at the end when something was cut off.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t columns, std::size_t lines);

}  // namespace papers::formats
