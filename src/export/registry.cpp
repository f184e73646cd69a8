#include <array>

#include "papers/exporter.hpp"

#include "export/formats.hpp"

namespace papers {

namespace {

constexpr std::array k_table{
    Exporter{.name = "bibtex",
             .extension = "bib",
             .summary = "a bibliography for BibTeX and biber",
             .write_graph = formats::write_bibtex,
             .is_list = true},
    Exporter{.name = "csl",
             .extension = "json",
             .summary = "a bibliography in CSL-JSON, for pandoc and Zotero",
             .write_graph = formats::write_csl,
             .is_list = true,
             .is_json = true},
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
             .is_json = true,
             .ranks = true},
    Exporter{.name = "jsonl",
             .extension = "jsonl",
             .summary = "the whole library, nothing left out: backup, exchange, bulk loading",
             .write_library = formats::write_jsonl,
             .is_json = true},
    Exporter{.name = "md",
             .extension = "md",
             .summary = "a list in Markdown, in the order in which to read",
             .write_graph = formats::write_md,
             .is_list = true},
    Exporter{.name = "mermaid",
             .extension = "mmd",
             .summary = "the reading graph for Markdown pages that draw Mermaid",
             .write_graph = formats::write_mermaid},
    Exporter{.name = "pdf",
             .extension = "pdf",
             .summary = "the reading graph drawn by Graphviz, for printing",
             .write_graph = formats::write_dot,
             .graphviz = "pdf",
             .is_binary = true},
    Exporter{.name = "png",
             .extension = "png",
             .summary = "the reading graph drawn by Graphviz, in pixels",
             .write_graph = formats::write_dot,
             .graphviz = "png",
             .is_binary = true},
    Exporter{.name = "ris",
             .extension = "ris",
             .summary = "a bibliography in RIS, for reference managers",
             .write_graph = formats::write_ris,
             .is_list = true},
    Exporter{.name = "svg",
             .extension = "svg",
             .summary = "the reading graph drawn by Graphviz, for the web",
             .write_graph = formats::write_dot,
             .graphviz = "svg"},
};

}  // namespace

std::string_view name_of(News news) {
  switch (news) {
    case News::added:
      return "new";
    case News::started:
      return "started";
    case News::finished:
      return "read";
    case News::none:
      break;
  }
  return "";
}

std::span<const Exporter> exporters() {
  return k_table;
}

}  // namespace papers
