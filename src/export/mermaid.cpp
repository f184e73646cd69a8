// The reading graph as a Mermaid flowchart, for README pages and notes that draw it where it is read. Mermaid
// knows no rows of years; arrows still run downwards to what is cited.

#include <ostream>

#include <fmt/ostream.h>

#include "export/dot_style.hpp"
#include "export/dot_text.hpp"
#include "export/formats.hpp"
#include "export/graph_edges.hpp"
#include "export/paper_words.hpp"
#include "util/ascii.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr std::size_t k_columns = 26;
constexpr std::size_t k_title_lines = 3;

/// Everything that has a meaning to Mermaid, to Markdown inside it or to HTML becomes its number: "#60;".
/// Letters, digits, blanks and a few marks stay, and so do all characters beyond ASCII.
std::string mermaid_text(std::string_view text) {
  constexpr std::string_view k_harmless = " .,()/-+?!'";
  std::string result;
  for (const char c : util::printable(text)) {
    if (util::is_alphanumeric(c) || !util::is_ascii(c) || k_harmless.find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("#{};", static_cast<int>(c));
    }
  }
  return result;
}

std::string label(const Paper& paper) {
  std::string text = mermaid_text(heading_words(paper));
  for (const std::string& line : wrap(util::printable(display_title(paper.item)), k_columns, k_title_lines)) {
    text += (text.empty() ? "" : "<br/>") + mermaid_text(line);
  }
  if (has_folded(paper)) {
    text += "<br/>" + mermaid_text(folded_words(paper));
  }
  return text;
}

/// Characters that would end the string or the line become percent escapes.
std::string link_text(std::string_view url) {
  std::string result;
  for (const char c : url) {
    const bool is_safe =
        c > ' ' && c < '\x7f' && std::string_view("\"'`<>\\^{|}").find(c) == std::string_view::npos;
    result += is_safe ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

void write_node(std::size_t number, const Paper& paper, std::ostream& out) {
  const bool is_round = node_style(paper.item.state).style.find("rounded") != std::string_view::npos;
  fmt::print(out, "  n{}{}\"{}\"{}:::{}\n", number, is_round ? "(" : "[", label(paper), is_round ? ")" : "]",
             name_of(paper.item.state));
  if (const auto url = address(paper.item)) {
    fmt::print(out, "  click n{} href \"{}\" _blank\n", number, link_text(*url));
  }
}

void write_styles(std::ostream& out) {
  for (const NodeStyle& style : node_styles()) {
    const bool is_dashed = style.style.find("dashed") != std::string_view::npos;
    fmt::print(out, "  classDef {} fill:{},stroke:{},color:{}{}\n", name_of(style.state), style.fill,
               style.border, style.text, is_dashed ? ",stroke-dasharray:4 3" : "");
  }
  fmt::print(out, "  classDef news stroke:{},stroke-width:3px\n", k_news_border);
}

}  // namespace

void write_mermaid(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out) {
  out << "flowchart TB\n";
  write_styles(out);
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    write_node(i, graph.papers[i], out);
  }
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    if (graph.papers[i].news != News::none) {
      fmt::print(out, "  class n{} news\n", i);
    }
  }
  for (const GraphEdge& edge : graph_edges(graph)) {
    if (!edge.implied || options.full) {
      const std::string_view full_arrow = edge.implied ? "-.->" : "-->";
      fmt::print(out, "  n{} {} n{}\n", edge.arc.first, edge.backbone ? "==>" : full_arrow, edge.arc.second);
    }
  }
}

}  // namespace papers::formats
