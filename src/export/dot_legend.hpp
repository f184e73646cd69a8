// What the shapes and colours of a drawing mean, as a row of nodes below it.
#pragma once

#include <iosfwd>
#include <string_view>

#include "papers/exporter.hpp"

namespace papers::formats {

/// Only what occurs in the graph is explained. The row comes below the node `above`.
void write_legend(const ReadingGraph& graph, std::string_view above, std::ostream& out);

}  // namespace papers::formats
