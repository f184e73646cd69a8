#include "export/dot_legend.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/ostream.h>

#include "export/dot_paper.hpp"
#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "export/paper_words.hpp"

namespace papers::formats {
namespace {

/// No identifier holds a blank.
std::string legend_name(std::string_view entry) {
  return dot_string(fmt::format("legend {}", entry));
}

struct Entry {
  std::string name;  ///< of the node
  std::string attributes;
};

template <class Predicate>
bool any(const ReadingGraph& graph, Predicate predicate) {
  return std::any_of(graph.papers.begin(), graph.papers.end(), predicate);
}

std::string look_attributes(const NodeStyle& look) {
  return fmt::format(
      R"(label={}, shape={}, style="filled{}{}", fillcolor="{}", color="{}", fontcolor="{}", penwidth={})",
      dot_string(std::string(look.mark) + std::string(name_of(look.state))), look.shape,
      look.style.empty() ? "" : ",", look.style, look.fill, look.border, look.text, look.pen);
}

std::vector<Entry> entries(const ReadingGraph& graph) {
  std::vector<Entry> result;
  if (any(graph, [](const auto& paper) { return paper.root; })) {
    result.push_back({legend_name("root"), "label=\"root\", peripheries=2"});
  }
  for (const NodeStyle& look : node_styles()) {
    if (any(graph, [&look](const auto& paper) { return paper.item.state == look.state; })) {
      result.push_back({legend_name(name_of(look.state)), look_attributes(look)});
    }
  }
  if (any(graph, has_folded)) {
    result.push_back(
        {legend_name("folded"), "label=\"+n: references not drawn\", shape=plaintext, style=\"\""});
  }
  if (any(graph, [](const auto& paper) { return !references_known(paper.item); })) {
    result.push_back({legend_name("unknown"), R"(label="references unknown", style="filled,dotted")"});
  }
  if (any(graph, [](const auto& paper) { return paper.news != News::none; })) {
    result.push_back(
        {legend_name("news"),
         fmt::format(R"(label={}, color="{}", penwidth={})",
                     dot_string("new, started or read since " + graph.since), k_news_border, k_news_pen)});
  }
  return result;
}

}  // namespace

void write_legend(const ReadingGraph& graph, std::string_view above, std::ostream& out) {
  const std::vector<Entry> row = entries(graph);
  if (row.empty()) {
    return;
  }
  out << "\n  subgraph cluster_legend {\n"
         "    graph [label=\"\", color=\"#DDDDDD\", margin=6, rank=same];\n"
         "    node [fontsize=8, color=\"#8C8C8C\"];\n"
         "    edge [style=invis];\n";
  for (std::size_t i = 0; i < row.size(); ++i) {
    fmt::print(out, "    {} [{}];\n", row[i].name, row[i].attributes);
    if (i > 0) {
      fmt::print(out, "    {} -> {};\n", row[i - 1].name, row[i].name);
    }
  }
  out << "  }\n";
  fmt::print(out, "  {} -> {} [style=invis];\n", above, row.front().name);
}

}  // namespace papers::formats
