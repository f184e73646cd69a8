// What the page's script knows of the papers: everything that the panel shows, with all texts made visible
// but not yet escaped.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "papers/exporter.hpp"

#include "export/page_layout.hpp"

namespace papers::formats {

/// {"papers": […], "arcs": [[citing, cited], …]}; papers in the order of the graph.
[[nodiscard]] nlohmann::ordered_json page_data(const ReadingGraph& graph, const Layout& layout);

}  // namespace papers::formats
