// The reading graph for Graphviz, made to be read: time runs downwards, newest year on top and one rank
// or few for each year; what the reader kept is large and coloured; citations that longer paths imply are
// left out, the longest chains stressed; references that are not drawn are counted in the paper that has
// them.

#include <algorithm>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_legend.hpp"
#include "export/dot_paper.hpp"
#include "export/dot_text.hpp"
#include "export/dot_years.hpp"
#include "export/formats.hpp"
#include "export/graph_edges.hpp"
#include "export/paper_words.hpp"

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

bool points_forward_in_time(const Item& citing, const Item& cited) {
  return citing.year && cited.year && *citing.year < *cited.year;
}

/// Draws citations with respect to the rows in which papers stand.
class Citations {
 public:
  Citations(const ReadingGraph& graph, const std::vector<YearRow>& rows, std::ostream& out)
      : m_graph(graph), m_out(out), m_rows(graph.papers.size()) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (const std::size_t paper : rows[row].papers) {
        m_rows[paper] = row;
      }
    }
  }

  void write(const ExportOptions& options) const {
    m_out << '\n';
    for (const auto& [arc, is_implied, is_backbone] : graph_edges(m_graph)) {
      if (is_backbone) {
        write(arc, "color=\"#333333\", penwidth=1.6");
      } else if (!is_implied) {
        write(arc, is_kept(m_graph.papers[arc.first].item.state) ? "color=\"#707070\", penwidth=0.8" : "");
      } else if (options.full) {
        write(arc, "color=\"#E2E2E2\", penwidth=0.5, weight=0");
      }
    }
  }

 private:
  void write(const Arc& arc, std::string attributes) const {
    const Paper& citing = m_graph.papers[arc.first];
    const Paper& cited = m_graph.papers[arc.second];
    const auto add = [&](std::string_view attribute) {
      attributes += (attributes.empty() ? "" : ", ") + std::string(attribute);
    };
    if (m_rows[arc.first] >= m_rows[arc.second]) {
      add("constraint=false");
    }
    if (points_forward_in_time(citing.item, cited.item)) {
      add("style=dashed");
    }
    fmt::print(m_out, "  {} -> {}", node_name(citing), node_name(cited));
    m_out << (attributes.empty() ? "" : " [" + attributes + "]") << ";\n";
  }

  const ReadingGraph& m_graph;
  std::ostream& m_out;
  std::vector<std::size_t> m_rows;  ///< by paper, from the top
};

std::size_t count_if(const ReadingGraph& graph, bool (*predicate)(const Paper&)) {
  return static_cast<std::size_t>(std::count_if(graph.papers.begin(), graph.papers.end(), predicate));
}

/// Where it begins and where it ends; how much of it is known.
std::string title(const ReadingGraph& graph, const ExportOptions& options) {
  const std::size_t roots = count_if(graph, [](const Paper& paper) { return paper.root; });
  const std::size_t known = count_if(graph, [](const Paper& paper) { return references_known(paper.item); });
  const std::vector<std::string> lines{
      fmt::format("{}, depth {}, {} of {}", counted(roots, "root"), graph.depth_limit, graph.papers.size(),
                  counted(std::max(graph.all_papers, graph.papers.size()), "paper")),
      fmt::format("references known for {} of {}, implied links {}, longest chains heavy", known,
                  graph.papers.size(), options.full ? "faint" : "hidden")};
  return dot_label(lines);
}

}  // namespace

void write_dot(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out) {
  out << "digraph papers {\n";
  fmt::print(out, k_defaults, title(graph, options));
  const std::vector<YearRow> rows = year_rows(graph);
  const std::string lowest = write_years(graph, rows, out);
  out << '\n';
  for (const Paper& paper : graph.papers) {
    write_paper(paper, out);
  }
  Citations(graph, rows, out).write(options);
  write_legend(graph, lowest, out);
  out << "}\n";
}

}  // namespace papers::formats
