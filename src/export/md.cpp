// A list in Markdown, in the order in which to read: every work after those of the list that it cites.

#include <ostream>

#include <fmt/format.h>

#include "export/formats.hpp"
#include "export/markdown_text.hpp"
#include "export/paper_words.hpp"

namespace papers::formats {
namespace {

constexpr int k_no_year = 9999;  // what has no date comes last

/// The papers in reading order, older ones first among those that are ready.
std::vector<Node> order_of(const ReadingGraph& graph) {
  std::vector<int> years;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    years.push_back(paper.item.year.value_or(k_no_year));
  }
  return CitationGraph(graph.papers.size(), graph.arcs).reading_order(years);
}

void write_line(const Item& item, std::ostream& out) {
  out << "1. " << markdown_link(display_title(item), address(item).value_or(""));
  if (const std::string by = byline(item); !by.empty()) {
    out << ", " << markdown_text(by);
  }
  if (item.venue) {
    out << ", *" << markdown_text(*item.venue) << "*";
  }
  out << fmt::format(" ({})\n", name_of(item.state));
}

}  // namespace

void write_md(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  for (const Node node : order_of(graph)) {
    write_line(graph.papers[node].item, out);
  }
}

}  // namespace papers::formats
