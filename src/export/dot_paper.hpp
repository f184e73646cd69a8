// One paper as nodes of a drawing.
#pragma once

#include <iosfwd>
#include <string>

#include "papers/exporter.hpp"

namespace papers::formats {

/// The name of a paper's node, quoted: its identity.
[[nodiscard]] std::string node_name(const ReadingGraph::Paper& paper);

/// The node: byline, short title and how many references are not drawn and from when; all facts in the
/// tooltip; a link to its page.
void write_paper(const ReadingGraph::Paper& paper, std::ostream& out);

}  // namespace papers::formats
