// Importing a weekly log: what a reader wrote down week by week, as items, plans and questions.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "app/import_formats.hpp"

namespace papers::app {

/// Whether a text holds lines that are headings or items of lists in Markdown.
[[nodiscard]] bool looks_like_log(std::string_view head);

/// As ImportFormat::read. A log is written by people for people, so a line of prose is no problem: it is said
/// to be left as it is. Problems are lines that could not be read at all. Each line is taken over once; what
/// the reader changes afterwards stays, and when the log was added to, only what is new counts.
[[nodiscard]] ImportReport import_log(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
