// Bibliographies in BibTeX and BibLaTeX.
#pragma once

#include <string_view>

#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// Whether a text has an entry of BibTeX at the beginning of a line.
[[nodiscard]] bool looks_like_bibtex(std::string_view head);

/// Entries with their markup turned into text. What an entry lacks comes from the entry that its `crossref`
/// or `xdata` names: the book or proceedings, year and publisher, but neither identifiers nor authors. Of a
/// longer `xdata` the first eight names count. The names in `ids` are further keys. Never throws.
[[nodiscard]] Bibliography read_bibtex(std::string_view utf8);

}  // namespace papers::bibliography
