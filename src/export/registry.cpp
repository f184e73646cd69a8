#include <array>

#include "papers/exporter.hpp"

#include "export/formats.hpp"

namespace papers {

std::span<const Exporter> exporters() {
  static constexpr std::array k_table{
      Exporter{.name = "csv",
               .extension = "csv",
               .summary = "the reading graph as a table of papers; with -o, citations in a second file",
               .write_graph = formats::write_csv,
               .ranks = true,
               .write_second = formats::write_citations_csv,
               .second = "-citations"},
      Exporter{.name = "dot",
               .extension = "dot",
               .summary = "the reading graph for Graphviz, newest year on top",
               .write_graph = formats::write_dot},
      Exporter{.name = "gexf",
               .extension = "gexf",
               .summary = "the reading graph for Gephi",
               .write_graph = formats::write_gexf,
               .ranks = true},
      Exporter{.name = "graphml",
               .extension = "graphml",
               .summary = "the reading graph for yEd, igraph, networkx and others",
               .write_graph = formats::write_graphml,
               .ranks = true},
      Exporter{
          .name = "html",
          .extension = "html",
          .summary = "the reading graph and the ranked list as one page for a browser, to explore or to send",
          .write_graph = formats::write_page_layout,
          .graphviz = "plain",
          .write_drawn = formats::write_page,
          .ranks = true},
      Exporter{.name = "json",
               .extension = "json",
               .summary = "the reading graph as nodes and edges",
               .write_graph = formats::write_json,
               .ranks = true},
      Exporter{.name = "jsonl",
               .extension = "jsonl",
               .summary = "the whole library, nothing left out: backup, exchange, bulk loading",
               .write_library = formats::write_jsonl},
      Exporter{.name = "mermaid",
               .extension = "mmd",
               .summary = "the reading graph for Markdown pages that draw Mermaid",
               .write_graph = formats::write_mermaid},
      Exporter{.name = "pdf",
               .extension = "pdf",
               .summary = "the reading graph drawn by Graphviz, for printing",
               .write_graph = formats::write_dot,
               .graphviz = "pdf"},
      Exporter{.name = "png",
               .extension = "png",
               .summary = "the reading graph drawn by Graphviz, in pixels",
               .write_graph = formats::write_dot,
               .graphviz = "png"},
      Exporter{.name = "svg",
               .extension = "svg",
               .summary = "the reading graph drawn by Graphviz, for the web",
               .write_graph = formats::write_dot,
               .graphviz = "svg"},
  };
  return k_table;
}

}  // namespace papers
