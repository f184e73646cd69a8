// The picture on the page: cards and citations as SVG. It needs no script to be seen, and no colours of its
// own: those are the style's.
#pragma once

#include <iosfwd>
#include <string>

#include "papers/exporter.hpp"

#include "export/page_layout.hpp"

namespace papers::formats {

/// Classes by which cards, list entries and chips are coloured: the state, and "fresh" for what is news.
[[nodiscard]] std::string state_classes(const ReadingGraph::Paper& paper);

/// One element <svg>; the layout is that of this graph.
void write_picture(const ReadingGraph& graph, const Layout& layout, std::ostream& out);

}  // namespace papers::formats
