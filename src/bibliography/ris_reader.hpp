// Bibliographies in RIS, as reference managers and publishers' pages write it.
#pragma once

#include <string_view>

#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// Whether a line of the text begins an entry: "TY  - JOUR".
[[nodiscard]] bool looks_like_ris(std::string_view head);

/// Lines without a tag continue the one above. An entry ends at "ER  -", or where the next one begins: then
/// that is noted. Where the text ends before, that is a problem, and what can be read of the entry comes in.
/// Never throws.
[[nodiscard]] Bibliography read_ris(std::string_view utf8);

}  // namespace papers::bibliography
