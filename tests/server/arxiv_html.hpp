// arXiv's HTML pages, with a bibliography in the markup of LaTeXML.
//
// Kept: labels in numbers or as author and year (papers of cs.CL), blocks for authors, title and venue,
// nested spans, classes in no fixed order, "Cited by" notes, ids as text or as links, or not printed at all;
// pages without a bibliography, and papers without a page.
#pragma once

#include <string_view>

#include "server/answer.hpp"
#include "server/catalogue.hpp"

namespace papers::test {

inline constexpr std::string_view k_html_path = "/html/";

/// `id` as it stands in the path, with or without a version.
[[nodiscard]] Answer answer_html(std::string_view id, const Catalogue& catalogue);

}  // namespace papers::test
