// What is said of a paper in a drawing, in words: shared by the formats that people look at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

/// "1 paper", "2 papers".
[[nodiscard]] std::string counted(std::size_t n, std::string_view noun);

/// Whether it has references that are not drawn.
[[nodiscard]] inline bool has_folded(const ReadingGraph::Paper& paper) {
  return paper.hidden + paper.beyond > 0;
}

/// How many references are not drawn, and from when: "+17 older (1997–2004)".
[[nodiscard]] std::string folded_words(const ReadingGraph::Paper& paper);

/// "Siqi Kou, Lanxiang Hu and 3 more"; "" without authors.
[[nodiscard]] std::string author_words(const std::vector<std::string>& authors, std::size_t most);

/// "queued, root, cited by 3".
[[nodiscard]] std::string fact_words(const ReadingGraph::Paper& paper);

/// "references unknown", or what of them is not drawn: "not drawn: 17 in the library, 3 by title only"; ""
/// when all of them are drawn.
[[nodiscard]] std::string reference_words(const ReadingGraph::Paper& paper);

/// Mark, news and byline: "✓ new · Kou+ 2024".
[[nodiscard]] std::string heading_words(const ReadingGraph::Paper& paper);

/// The address of the first of the work's ids that has a page; only http and https ever become links.
[[nodiscard]] std::optional<std::string> address(const Item& item);

/// The address of this id, under the same rule.
[[nodiscard]] std::optional<std::string> address(const Identifier& id);

}  // namespace papers::formats
