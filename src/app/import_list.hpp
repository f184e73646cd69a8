// Importing a list of references: one address or id a line.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "app/import_formats.hpp"

namespace papers::app {

/// Whether more than two thirds of the lines that say something are an address or id each.
[[nodiscard]] bool looks_like_list(std::string_view head);

/// As ImportFormat::read. Works that the library does not have are asked for as `papers add` does; what they
/// cite is not followed. Lines that begin with "#" are comments, a bullet before an address is passed over.
[[nodiscard]] ImportReport import_list(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
