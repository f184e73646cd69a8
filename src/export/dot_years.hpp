// Time as the vertical axis of a drawing.
//
// Newest year on top. A year with many papers takes several rows, so that the drawing stays about as wide as
// a page; of two papers of one year the citing one comes first where that is possible. Papers without a year
// come below all others. Empty years take no room, but the axis is dotted there.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

/// Papers that are drawn side by side.
struct YearRow {
  std::optional<int> year;
  std::size_t part = 1;             ///< 1, 2, ... of the rows of this year
  std::vector<std::size_t> papers;  ///< indices into those of the graph, ascending
};

/// From the top.
[[nodiscard]] std::vector<YearRow> year_rows(const ReadingGraph& graph);

/// The axis, and each paper level with its row. Returns the node name of the lowest tick, "" for an empty
/// graph.
std::string write_years(const ReadingGraph& graph, const std::vector<YearRow>& rows, std::ostream& out);

}  // namespace papers::formats
