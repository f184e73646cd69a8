// The writers behind the table of exporters, one a file.
#pragma once

#include <iosfwd>
#include <string_view>

#include "papers/exporter.hpp"

namespace papers::formats {

void write_bibtex(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_citations_csv(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_csl(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_csv(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_dot(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_gexf(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_graphml(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_json(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_jsonl(const LibraryReader& library, std::ostream& out);
void write_md(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_mermaid(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
/// The page that Graphviz's answer makes, and the DOT to which it answers; see page_layout.hpp.
void write_page(const ReadingGraph& graph, const ExportOptions& options, std::string_view drawn,
                std::ostream& out);
void write_page_layout(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_ris(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);

}  // namespace papers::formats
