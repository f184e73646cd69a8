// The reading graph as two tables: papers, a line each, and citations, a line each.
//
// As RFC 4180 has it, with LF at the ends of lines. Text is always quoted; what a spreadsheet would take for
// a formula gets an apostrophe in front (OWASP, CSV injection). The table of papers also names what each one
// cites, so that it says everything by itself but which citations are implied.

#include <algorithm>
#include <array>
#include <ostream>

#include "export/formats.hpp"
#include "export/graph_attributes.hpp"

namespace papers::formats {
namespace {

/// Also the full-width forms, which spreadsheets of East Asian languages read alike.
constexpr std::array<std::string_view, 10> k_formula_starts{"=",  "+",  "-",  "@",  "\t",
                                                            "\r", "＝", "＋", "－", "＠"};

std::string text_cell(std::string_view text) {
  const bool is_formula = std::any_of(k_formula_starts.begin(), k_formula_starts.end(),
                                      [text](std::string_view start) { return text.starts_with(start); });
  std::string cell = is_formula ? "\"'" : "\"";
  for (const char c : text) {
    cell += c == '"' ? "\"\"" : std::string(1, c);
  }
  return cell + '"';
}

/// Numbers and flags are our own words, which need no quotes.
std::string cell(const PaperAttribute& attribute, const ReadingGraph::Paper& paper) {
  const auto value = attribute.value(paper);
  if (!value) {
    return "";
  }
  return attribute.type == AttributeType::text ? text_cell(*value) : *value;
}

/// Identities of what each paper cites. None of them holds a blank.
std::vector<std::string> cited_ids(const ReadingGraph& graph) {
  std::vector<std::string> result(graph.papers.size());
  for (const GraphEdge& edge : graph_edges(graph)) {
    std::string& ids = result[edge.arc.first];
    ids += (ids.empty() ? "" : " ") + paper_id(graph.papers[edge.arc.second]);
  }
  return result;
}

}  // namespace

void write_csv(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  const std::vector<PaperAttribute> attributes = paper_attributes(graph);
  const std::vector<std::string> cited = cited_ids(graph);
  out << "id";
  for (const PaperAttribute& attribute : attributes) {
    out << ',' << attribute.name;
  }
  out << ",cites\n";
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    out << text_cell(paper_id(graph.papers[i]));
    for (const PaperAttribute& attribute : attributes) {
      out << ',' << cell(attribute, graph.papers[i]);
    }
    out << ',' << text_cell(cited[i]) << '\n';
  }
}

void write_citations_csv(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  out << "source,target";
  for (const EdgeAttribute& attribute : edge_attributes()) {
    out << ',' << attribute.name;
  }
  out << '\n';
  for (const GraphEdge& edge : graph_edges(graph)) {
    out << text_cell(paper_id(graph.papers[edge.arc.first])) << ','
        << text_cell(paper_id(graph.papers[edge.arc.second]));
    for (const EdgeAttribute& attribute : edge_attributes()) {
      out << ',' << flag_text(edge.*attribute.value);
    }
    out << '\n';
  }
}

}  // namespace papers::formats
