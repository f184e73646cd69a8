// A small list of works of every kind, and what exporters of bibliographies make of one.
#pragma once

#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include <doctest/doctest.h>

#include "bibliography/entry_item.hpp"
#include "model/key_alias.hpp"
#include "samples.hpp"
#include "support/program.hpp"

namespace papers::test {

/// Two works of it cite others; the newest comes first by identity.
inline ReadingGraph shelf() {
  ReadingGraph graph;
  const auto add = [&graph](PaperBuilder work) -> Item& {
    graph.papers.push_back(std::move(work));
    graph.papers.back().item.key = citation_key(graph.papers.back().item);
    return graph.papers.back().item;
  };
  Item& cllms = add(paper("arXiv:2403.00835", "CLLMs: Consistency Large Language Models",
                          {"Siqi Kou", "Aaron van den Oord", "OpenAI"}, 2024)
                        .in(State::queued));
  cllms.ids.push_back(*model::key_alias("Kou2024"));
  cllms.published = "2024-02-28T06:49:24Z";
  cllms.categories = {"cs.CL", "cs.LG"};
  cllms.abstract = "Parallel decoding, 2.4$\\times$ faster & 50% \"better\".\nSecond line.";
  Item& proceedings =
      add(paper("doi:10.1007/978-3-030-45388-6_6", "Lossy CSI-FiSh: {Efficient} #1 Signatures -- a_b",
                {"Garcia Molina, Hector", "Martin Luther King Jr.", "Barnes and Noble, Inc."}, 2020)
              .in(State::read));
  proceedings.venue = "Proceedings of the 61st Meeting & Workshop";
  add(paper("doi:10.1162/neco.1997.9.8.1735", "Long Short-Term Memory", {"Jürgen Schmidhuber"}, 1997)
          .in(State::parked))
      .details = {{"entrytype", "article"},   {"month", "11"}, {"number", "8"}, {"pages", "1735–1780"},
                  {"publisher", "MIT Press"}, {"volume", "9"}};
  graph.papers.back().item.venue = "Neural Computation";
  add(paper("url:https://github.com/hao-ai-lab/Consistency_LLM", "Consistency LLM", {}, {})).kind =
      Kind::code;
  add(paper("url:https://lilianweng.github.io/a~b?c=1&d=2", "一篇关于扩散模型的文章", {"寇思奇"}, 2021))
      .kind = Kind::post;
  Item& book = add(paper("local:01J", "The TeXbook", {"Donald E. Knuth"}, 1984));
  book.kind = Kind::book;
  book.venue = "Addison-Wesley";
  add(paper("local:02J", "Write to the advisor", {}, {})).kind = Kind::task;
  graph.arcs = {{0, 1}, {0, 2}, {1, 2}};
  return graph;
}

inline std::string written(void (*write)(const ReadingGraph&, const ExportOptions&, std::ostream&),
                           const ReadingGraph& graph) {
  std::ostringstream out;
  write(graph, {}, out);
  return out.str();
}

/// Whether another program takes a text: nothing, and a message, where it is not installed.
inline std::optional<ProgramResult> run_if_installed(const std::vector<std::string>& argv,
                                                     const std::string& input) {
  try {
    return run_program({argv, {}, input, ""});
  } catch (const std::system_error&) {
    MESSAGE("skipped, not installed: ", argv.front());
    return std::nullopt;
  }
}

/// Reads a written list back and compares titles, names, years and the ids that mean something elsewhere.
inline void check_same_works(const ReadingGraph& graph, const bibliography::Bibliography& back) {
  CHECK(back.problems.empty());
  CHECK(back.notes.empty());
  std::vector<const Item*> works;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    if (paper.item.kind != Kind::task) {
      works.push_back(&paper.item);
    }
  }
  REQUIRE(back.entries.size() == works.size());
  for (const bibliography::Entry& entry : back.entries) {
    const Item item = bibliography::item_from(entry, "test");
    const auto original = std::find_if(works.begin(), works.end(),
                                       [&item](const Item* work) { return work->title == item.title; });
    CAPTURE(item.title);
    REQUIRE(original != works.end());
    CHECK(item.authors == (*original)->authors);
    CHECK(item.year == (*original)->year);
    CHECK(item.kind == (*original)->kind);
    CHECK(item.venue == (*original)->venue);
    const Identifier& identity = (*original)->ids.front();
    if (identity.scheme != Scheme::local) {
      CHECK(item.ids == (*original)->ids);
    }
  }
}

}  // namespace papers::test
