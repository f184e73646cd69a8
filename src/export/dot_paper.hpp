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
  return paper.hidden > 0;
}

/// The node: byline and short title, all facts in the tooltip, a link to its page.
void write_paper(const ReadingGraph::Paper& paper, std::ostream& out);

/// A note below each paper of which references were left out, saying how many and from when.
void write_folded(const ReadingGraph& graph, std::ostream& out);

}  // namespace papers::formats
