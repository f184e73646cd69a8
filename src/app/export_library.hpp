// Exporting: one of the formats, written to bytes; pictures go through Graphviz.
#pragma once

#include <string>

#include "papers/exporter.hpp"
#include "papers/library.hpp"

#include "app/reading_graph.hpp"
#include "app/this_week.hpp"

namespace papers::app {

/// The row of that name. Errors (usage) list the names, with "did you mean".
[[nodiscard]] Result<const Exporter*> find_exporter(std::string_view name);

/// By which terms papers have places in the queue, and when.
struct PlaceWishes {
  RankWeights weights;
  ThisWeek now;
};

struct Exported {
  std::string bytes;
  std::string second;  ///< of the second table, or ""
};

/// The bytes of the export. Throws Failure (no_match) when papers were asked for and none fits. Throws
/// Failure when Graphviz is needed and missing or fails; the message says how to get it, and that the format
/// `dot` needs no Graphviz.
[[nodiscard]] Exported export_library(const Library& library, const Exporter& exporter,
                                      const GraphWishes& wishes, const PlaceWishes& places,
                                      const ExportOptions& options);

}  // namespace papers::app
