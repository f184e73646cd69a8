// One paper as nodes of a drawing.
#pragma once

#include <iosfwd>
#include <string>

#include "papers/exporter.hpp"

namespace papers::formats {

/// The name of a paper's node, quoted: its identity.
[[nodiscard]] std::string node_name(const ReadingGraph::Paper& paper);

/// "1 paper", "2 papers".
[[nodiscard]] std::string counted(std::size_t n, std::string_view noun);

[[nodiscard]] inline bool has_folded(const ReadingGraph::Paper& paper) {
  return paper.hidden + paper.beyond > 0;
}

/// The node: byline, short title and how many references are not drawn and from when; all facts in the
/// tooltip; a link to its page.
void write_paper(const ReadingGraph::Paper& paper, std::ostream& out);

}  // namespace papers::formats
