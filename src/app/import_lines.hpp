// Importing JSON Lines: the lossless form of a library, read back and merged by identity.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "app/import_formats.hpp"

namespace papers::app {

/// Whether a text begins with a JSON object, or with something that is meant to be one.
[[nodiscard]] bool looks_like_lines(std::string_view head);

/// As ImportFormat::read. Of an item that is there, a record fills in only what is missing.
[[nodiscard]] ImportReport import_lines(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
