// The writers behind the table of exporters, one a file.
#pragma once

#include <iosfwd>

#include "papers/exporter.hpp"

namespace papers::formats {

void write_bibtex(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_csl(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_dot(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_json(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_jsonl(const LibraryReader& library, std::ostream& out);
void write_md(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);
void write_ris(const ReadingGraph& graph, const ExportOptions& options, std::ostream& out);

}  // namespace papers::formats
