// Bibliographies in CSL-JSON, as Zotero, Crossref and pandoc write it.
#pragma once

#include <string_view>

#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// Whether a text begins as an array of JSON objects, or as an object with a type or a member of CSL.
[[nodiscard]] bool looks_like_csl(std::string_view head);

/// An array of items, one item, or "items" of an object. Values of a wrong type count as absent; of a
/// title that is noted. What is no item, and a text that ends inside its array, are problems. Never throws.
[[nodiscard]] Bibliography read_csl(std::string_view utf8);

}  // namespace papers::bibliography
