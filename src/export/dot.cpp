// The reading graph for Graphviz, made to be read: time runs downwards, newest year on top and one rank
// for each year; what the reader kept is large and coloured; citations that longer paths imply are
// left out; references beyond the limits are folded into one note for each paper.

#include <algorithm>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_legend.hpp"
#include "export/dot_paper.hpp"
#include "export/dot_text.hpp"
#include "export/dot_years.hpp"
#include "export/formats.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr auto k_defaults =
    R"(  graph [rankdir=TB, newrank=true, ranksep=0.22, nodesep=0.16, splines=true, outputorder=edgesfirst,
         fontname="Helvetica", fontsize=10, fontcolor="#555555", bgcolor="white", pad=0.2, labelloc=b,
         label={}];
  node [shape=box, style="filled", fillcolor="white", color="#8C8C8C", fontname="Helvetica", fontsize=8,
        margin="0.06,0.03", height=0.2, width=0.3];
  edge [color="#A8A8A8", penwidth=0.6, arrowsize=0.45];
)";

/// Whether the citing paper lies above the cited one: newer, or dated above undated.
bool points_down(const Item& citing, const Item& cited) {
  return citing.year && (!cited.year || *citing.year > *cited.year);
}

bool points_forward_in_time(const Item& citing, const Item& cited) {
  return citing.year && cited.year && *citing.year < *cited.year;
}

void write_citation(const Paper& citing, const Paper& cited, bool is_implied, std::ostream& out) {
  std::string attributes;
  const auto add = [&](std::string_view attribute) {
    attributes += (attributes.empty() ? "" : ", ") + std::string(attribute);
  };
  if (is_implied) {
    add("color=\"#E2E2E2\", penwidth=0.5, weight=0");
  } else if (is_kept(citing.item.state)) {
    add("color=\"#4D4D4D\", penwidth=1");
  }
  if (!points_down(citing.item, cited.item)) {
    add("constraint=false");
  }
  if (points_forward_in_time(citing.item, cited.item)) {
    add("style=dashed");
  }
  fmt::print(out, "  {} -> {}", node_name(citing), node_name(cited));
  out << (attributes.empty() ? "" : " [" + attributes + "]") << ";\n";
}

void write_citations(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out) {
  const CitationGraph citations(graph.papers.size(), graph.arcs);
  const std::vector<Arc> implied = citations.implied();
  out << '\n';
  for (const Arc& arc : citations.arcs()) {
    const bool is_implied = std::binary_search(implied.begin(), implied.end(), arc);
    if (!is_implied || options.full) {
      write_citation(graph.papers[arc.first], graph.papers[arc.second], is_implied, out);
    }
  }
}

std::string title(const ReadingGraph& graph, const ExportOptions& options) {
  const auto roots = static_cast<std::size_t>(
      std::count_if(graph.papers.begin(), graph.papers.end(), [](const Paper& paper) { return paper.root; }));
  return fmt::format("{}, depth {}, {} of {}, implied links {}", counted(roots, "root"), graph.depth_limit,
                     graph.papers.size(), counted(std::max(graph.all_papers, graph.papers.size()), "paper"),
                     options.full ? "faint" : "hidden");
}

}  // namespace

void write_dot(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out) {
  out << "digraph papers {\n";
  fmt::print(out, k_defaults, dot_string(title(graph, options)));
  const std::string lowest = write_years(graph, out);
  out << '\n';
  for (const Paper& paper : graph.papers) {
    write_paper(paper, out);
  }
  write_folded(graph, out);
  write_citations(graph, options, out);
  write_legend(graph, lowest, out);
  out << "}\n";
}

}  // namespace papers::formats
