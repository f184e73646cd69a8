// The reading graph for Graphviz, made to be read: time runs downwards, newest year on top and one rank
// for each year; what the reader kept is large and coloured; citations that longer paths imply are
// left out; references beyond the limits are folded into one note for each paper.

#include <algorithm>
#include <functional>
#include <map>
#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_legend.hpp"
#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "export/formats.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr std::size_t k_title_columns = 22;
constexpr std::size_t k_title_lines = 2;
constexpr std::size_t k_tooltip_columns = 300;
constexpr std::size_t k_tooltip_authors = 8;
constexpr auto k_year_unknown = "year unknown";

constexpr auto k_defaults =
    R"(  graph [rankdir=TB, newrank=true, ranksep=0.22, nodesep=0.16, splines=true, outputorder=edgesfirst,
         fontname="Helvetica", fontsize=10, fontcolor="#555555", bgcolor="white", pad=0.2, labelloc=b,
         label={}];
  node [shape=box, style="filled", fillcolor="white", color="#8C8C8C", fontname="Helvetica", fontsize=8,
        margin="0.06,0.03", height=0.2, width=0.3];
  edge [color="#A8A8A8", penwidth=0.6, arrowsize=0.45];
)";

std::string node_name(const Paper& paper) {
  return dot_string(format(paper.item.ids.front()));
}

// Names of other nodes hold a blank, which no identifier does.
std::string year_name(const std::string& year) {
  return dot_string("year " + year);
}
std::string folded_name(const Paper& paper) {
  return dot_string("references of " + format(paper.item.ids.front()));
}

std::string count(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

// ---- papers

std::string label(const Paper& paper) {
  const std::string first = std::string(node_style(paper.item.state).mark) + byline(paper.item);
  std::vector<std::string> lines{util::printable(first)};
  for (std::string& line : wrap(util::printable(display_title(paper.item)), k_title_columns, k_title_lines)) {
    lines.push_back(std::move(line));
  }
  lines.erase(std::remove(lines.begin(), lines.end(), ""), lines.end());
  return dot_lines(lines);
}

std::string author_line(const std::vector<std::string>& authors) {
  std::string line;
  for (std::size_t i = 0; i < std::min(authors.size(), k_tooltip_authors); ++i) {
    line += (i == 0 ? "" : ", ") + authors[i];
  }
  if (authors.size() > k_tooltip_authors) {
    line += fmt::format(" and {} more", authors.size() - k_tooltip_authors);
  }
  return line;
}

std::string tooltip(const Paper& paper) {
  const Item& item = paper.item;
  std::string facts(name_of(item.state));
  if (paper.root) {
    facts += ", root";
  } else if (paper.depth) {
    facts += fmt::format(", depth {}", *paper.depth);
  }
  if (item.cited_by > 0) {
    facts += fmt::format(", cited by {}", item.cited_by);
  }
  if (!item.references) {
    facts += ", references unknown";
  }
  std::vector<std::string> lines{util::elide(display_title(item), k_tooltip_columns)};
  if (!item.authors.empty()) {
    lines.push_back(util::elide(author_line(item.authors), k_tooltip_columns));
  }
  lines.push_back(facts);
  return dot_lines(lines);
}

/// The first of the work's ids that has a page; nothing but http and https ever becomes a link.
std::optional<std::string> address(const Item& item) {
  for (const Identifier& id : item.ids) {
    const auto found = web_address(id);
    if (found && (found->starts_with("https://") || found->starts_with("http://"))) {
      return found;
    }
  }
  return std::nullopt;
}

/// Border: a dotted one says that the paper may cite anything, whatever its state.
std::string style_list(const NodeStyle& look, bool references_known) {
  std::string style = "filled";
  if (!look.style.empty() && (references_known || look.style != "dashed")) {
    style += fmt::format(",{}", look.style);
  }
  return references_known ? style : style + ",dotted";
}

void write_paper(const Paper& paper, std::ostream& out) {
  const NodeStyle& look = node_style(paper.item.state);
  fmt::print(
      out, R"(  {} [label={}, tooltip={}, shape={}, style="{}", fillcolor="{}", color="{}", fontcolor="{}")",
      node_name(paper), label(paper), tooltip(paper), look.shape,
      style_list(look, paper.item.references.has_value()), look.fill, look.border, look.text);
  fmt::print(out, ", penwidth={}, fontsize={}", look.pen, is_kept(paper.item.state) ? 11 : 8);
  if (paper.root) {
    out << ", peripheries=2";
  }
  if (const auto url = address(paper.item)) {
    fmt::print(out, ", URL={}", dot_address(*url));
  }
  out << "];\n";
}

// ---- what lies beyond the limits

std::string folded_label(const Paper& paper) {
  const auto from = paper.hidden_from;
  const auto to = paper.hidden_to;
  const bool all_older = to && paper.item.year && *to <= *paper.item.year;
  std::vector<std::string> lines{fmt::format("+{} {}", paper.hidden, all_older ? "older" : "more")};
  if (from && to) {
    lines.push_back(*from == *to ? fmt::format("({})", *from) : fmt::format("({}–{})", *from, *to));
  }
  return dot_lines(lines);
}

void write_folded(const Paper& paper, std::ostream& out) {
  fmt::print(
      out, "  {} [label={}, tooltip={}];\n", folded_name(paper), folded_label(paper),
      dot_string(count(static_cast<std::size_t>(paper.hidden), "reference") + " in the library, not drawn"));
  fmt::print(out, "  {} -> {};\n", node_name(paper), folded_name(paper));
}

bool has_folded(const Paper& paper) {
  return paper.hidden > 0;
}

void write_all_folded(const ReadingGraph& graph, std::ostream& out) {
  if (std::none_of(graph.papers.begin(), graph.papers.end(), has_folded)) {
    return;
  }
  out << "\n  {\n"
         "  node [shape=note, style=\"filled,dashed\", fillcolor=\"#F2F2F2\", fontcolor=\"#555555\", "
         "fontsize=7];\n"
         "  edge [style=dashed, arrowhead=none, weight=4];\n";
  for (const Paper& paper : graph.papers) {
    if (has_folded(paper)) {
      write_folded(paper, out);
    }
  }
  out << "  }\n";
}

// ---- years

using Ranks = std::map<int, std::vector<const Paper*>, std::greater<>>;

Ranks ranks_by_year(const ReadingGraph& graph) {
  Ranks ranks;
  for (const Paper& paper : graph.papers) {
    if (paper.item.year) {
      ranks[*paper.item.year].push_back(&paper);
    }
  }
  return ranks;
}

void write_rank(const std::string& year, const std::vector<const Paper*>& papers, std::ostream& out) {
  out << "  { rank=same; " << year << ';';
  for (const Paper* paper : papers) {
    out << ' ' << node_name(*paper) << ';';
  }
  out << " }\n";
}

/// The axis of time, and the papers on their years. Returns the name of the lowest year, "" without papers.
std::string write_years(const ReadingGraph& graph, std::ostream& out) {
  const Ranks ranks = ranks_by_year(graph);
  std::vector<const Paper*> undated;
  for (const Paper& paper : graph.papers) {
    if (!paper.item.year) {
      undated.push_back(&paper);
    }
  }
  // Notes lie between the years.
  const bool has_notes = std::any_of(graph.papers.begin(), graph.papers.end(), has_folded);
  out << "\n  {\n"
         "  node [shape=plaintext, style=\"\", fontsize=10, fontcolor=\"#777777\"];\n";
  fmt::print(out, "  edge [arrowhead=none, color=\"#CCCCCC\", penwidth=1, weight=100, minlen={}];\n",
             has_notes ? 2 : 1);
  std::string above;
  int year_above = 0;
  for (const auto& [year, papers] : ranks) {
    const std::string name = year_name(std::to_string(year));
    fmt::print(out, "  {} [label=\"{}\"];\n", name, year);
    if (!above.empty()) {
      // Years in which nothing was published are skipped; a dotted axis says so.
      fmt::print(out, "  {} -> {}{};\n", above, name, year_above - year > 1 ? " [style=dotted]" : "");
    }
    above = name;
    year_above = year;
  }
  if (!undated.empty()) {
    const std::string name = dot_string(k_year_unknown);
    fmt::print(out, "  {} [label=\"{}\"];\n", name, "year\\nunknown");
    if (!above.empty()) {
      fmt::print(out, "  {} -> {} [style=invis];\n", above, name);
    }
    above = name;
  }
  out << "  }\n";
  for (const auto& [year, papers] : ranks) {
    write_rank(year_name(std::to_string(year)), papers, out);
  }
  if (!undated.empty()) {
    write_rank(dot_string(k_year_unknown), undated, out);
  }
  return above;
}

// ---- citations

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

// ---- the whole

std::string title(const ReadingGraph& graph, const ExportOptions& options) {
  const auto roots = static_cast<std::size_t>(
      std::count_if(graph.papers.begin(), graph.papers.end(), [](const Paper& paper) { return paper.root; }));
  return fmt::format("{}, depth {}, {} of {}, implied links {}", count(roots, "root"), graph.depth_limit,
                     graph.papers.size(), count(std::max(graph.all_papers, graph.papers.size()), "paper"),
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
  write_all_folded(graph, out);
  write_citations(graph, options, out);
  write_legend(graph, lowest, out);
  out << "}\n";
}

}  // namespace papers::formats
