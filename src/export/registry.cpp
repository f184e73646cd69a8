#include <array>

#include "papers/exporter.hpp"

#include "export/formats.hpp"

namespace papers {

std::span<const Exporter> exporters() {
  static constexpr std::array k_table{
      Exporter{"bibtex", "bib", "a bibliography for BibTeX and biber", formats::write_bibtex, nullptr, "",
               true},
      Exporter{"csl", "json", "a bibliography in CSL-JSON, for pandoc and Zotero", formats::write_csl,
               nullptr, "", true},
      Exporter{"dot", "dot", "the reading graph for Graphviz, newest year on top", formats::write_dot,
               nullptr, ""},
      Exporter{"json", "json", "the reading graph as nodes and edges", formats::write_json, nullptr, ""},
      Exporter{"jsonl", "jsonl", "the whole library, nothing left out: backup, exchange, bulk loading",
               nullptr, formats::write_jsonl, ""},
      Exporter{"md", "md", "a list in Markdown, in the order in which to read", formats::write_md, nullptr,
               "", true},
      Exporter{"pdf", "pdf", "the reading graph drawn by Graphviz, for printing", formats::write_dot, nullptr,
               "pdf"},
      Exporter{"png", "png", "the reading graph drawn by Graphviz, in pixels", formats::write_dot, nullptr,
               "png"},
      Exporter{"ris", "ris", "a bibliography in RIS, for reference managers", formats::write_ris, nullptr, "",
               true},
      Exporter{"svg", "svg", "the reading graph drawn by Graphviz, for the web", formats::write_dot, nullptr,
               "svg"},
  };
  return k_table;
}

}  // namespace papers
