// Time as the vertical axis of a drawing.
#pragma once

#include <iosfwd>
#include <string>

#include "papers/exporter.hpp"

namespace papers::formats {

/// The years in which papers of the graph came out, newest on top, each paper level with its year;
/// those without a year come below all others. Empty years take no room, but the axis is dotted there.
/// Returns the node name of the lowest, "" for an empty graph.
std::string write_years(const ReadingGraph& graph, std::ostream& out);

}  // namespace papers::formats
