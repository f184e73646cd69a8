#include "export/dot_legend.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/ostream.h>

#include "export/dot_style.hpp"
#include "export/dot_text.hpp"

namespace papers::formats {
namespace {

/// Names of legend nodes; no identifier of a paper begins like that.
std::string legend_node(std::string_view name) {
  return dot_string(fmt::format("legend {}", name));
}

template <class Predicate>
bool any(const ReadingGraph& graph, Predicate predicate) {
  return std::any_of(graph.papers.begin(), graph.papers.end(), predicate);
}

std::vector<std::string> entries(const ReadingGraph& graph) {
  std::vector<std::string> result;
  if (any(graph, [](const auto& paper) { return paper.root; })) {
    result.push_back(fmt::format("{} [label=\"root\", peripheries=2]", legend_node("root")));
  }
  for (const State state : k_states) {
    if (any(graph, [state](const auto& paper) { return paper.item.state == state; })) {
      const NodeStyle& look = node_style(state);
      result.push_back(fmt::format(
          R"({} [label={}, shape={}, style="filled{}{}", fillcolor="{}", color="{}", fontcolor="{}", penwidth={}])",
          legend_node(name_of(state)), dot_string(std::string(look.mark) + std::string(name_of(state))),
          look.shape, look.style.empty() ? "" : ",", look.style, look.fill, look.border, look.text,
          look.pen));
    }
  }
  if (any(graph, [](const auto& paper) { return !paper.item.references; })) {
    result.push_back(
        fmt::format(R"({} [label="references unknown", style="filled,dotted"])", legend_node("unknown")));
  }
  return result;
}

}  // namespace

void write_legend(const ReadingGraph& graph, std::string_view above, std::ostream& out) {
  const std::vector<std::string> nodes = entries(graph);
  if (nodes.empty()) {
    return;
  }
  out << "\n  subgraph cluster_legend {\n"
         "    graph [label=\"\", style=\"\", color=\"#DDDDDD\", margin=6];\n"
         "    node [fontsize=8, color=\"#8C8C8C\"];\n"
         "    rank=same;\n";
  for (const std::string& node : nodes) {
    out << "    " << node << ";\n";
  }
  out << "  }\n";
  if (!above.empty()) {
    const std::string first = nodes.front().substr(0, nodes.front().find(" ["));
    fmt::print(out, "  {} -> {} [style=invis, minlen=2];\n", above, first);
  }
}

}  // namespace papers::formats
