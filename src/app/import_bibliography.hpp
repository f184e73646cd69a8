// Importing a bibliography: its entries become items, or name items that are there.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "app/import_formats.hpp"
#include "bibliography/entry.hpp"

namespace papers::app {

/// Keeps all entries in one change. An entry is the item that has one of its identifiers, else the item of
/// its key with that title, else one that looks the same in title, authors, year and venue. Whatever is less
/// sure is an item of its own, and counted as a possible version. An identifier or key of an item with quite
/// another title is not taken over, and that is noted; so are entries that become one item, and an entry
/// whose key is our own key of another item. Items that are there get what they lack, those only seen as
/// references become wanted. `source` is that of new facts. O(entries log items).
[[nodiscard]] ImportReport keep_bibliography(bibliography::Bibliography read, std::string_view source,
                                             const std::string& name, const ImportTools& tools);

// As ImportFormat::read.
[[nodiscard]] ImportReport import_bibtex(std::istream& in, const std::string& name, const ImportTools& tools);
[[nodiscard]] ImportReport import_ris(std::istream& in, const std::string& name, const ImportTools& tools);
[[nodiscard]] ImportReport import_csl(std::istream& in, const std::string& name, const ImportTools& tools);

}  // namespace papers::app
