// What the page says: its title, and of each paper why it is there.
#pragma once

#include <string>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::formats {

/// 'What "CLLMs" builds on' for one root, "Reading graph" for several.
[[nodiscard]] std::string page_title(const ReadingGraph& graph);

/// How many papers, from when, how much of their references is known, and on which day.
[[nodiscard]] std::string page_summary(const ReadingGraph& graph, const ExportOptions& options);

/// One reason in a few words: what lifts it most, when it was read, or where it lies.
[[nodiscard]] std::string reason(const ReadingGraph::Paper& paper);

/// The sentences that the reader kept of it.
[[nodiscard]] std::vector<std::string> takeaways(const Item& item);

/// The display title, cut where it is longer than anyone reads.
[[nodiscard]] std::string page_name(const ReadingGraph::Paper& paper);

}  // namespace papers::formats
