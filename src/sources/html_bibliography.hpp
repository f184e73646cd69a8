// The bibliography of a page that LaTeXML made of a paper, as arXiv shows them.
#pragma once

#include <string_view>
#include <vector>

#include "sources/printed_reference.hpp"

namespace papers::sources {

/// The entries (li.ltx_bibitem) in their order, without those that are empty; none when the page has no
/// bibliography, which happens to papers that have one. Only the part of the page that holds it is read.
/// Pure; any bytes may come in. Of formulas only what is shown counts.
[[nodiscard]] std::vector<PrintedReference> parse_html_bibliography(std::string_view html);

}  // namespace papers::sources
