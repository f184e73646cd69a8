// The works that a list names: a bibliography has no room to save and nothing to fold.
#pragma once

#include "app/reading_graph.hpp"

namespace papers::app {

/// With roots or a depth, everything within reach as in reading_graph, however much; otherwise every item in
/// one of the states. In both cases what `wanted` lets through, roots too. O(items + citations).
[[nodiscard]] ReadingGraph reading_list(const Library& library, GraphWishes wishes);

}  // namespace papers::app
