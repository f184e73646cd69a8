// Graphs and items for the tests of exporters.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "papers/exporter.hpp"

#include "export/formats.hpp"
#include "support/memory_library.hpp"
#include "util/text.hpp"

namespace papers::test {

/// A paper in one line: paper("arXiv:1706.03762", "Attention Is All You Need", {"Ashish Vaswani"}, 2017).
struct PaperBuilder : ReadingGraph::Paper {
  PaperBuilder(std::string_view id, std::string title, std::vector<std::string> authors,
               std::optional<int> year) {
    item.ids = {value_or_throw(parse_identifier(id))};
    item.title = std::move(title);
    item.authors = std::move(authors);
    item.year = year;
    item.references = ReferenceSummary{};
  }
  PaperBuilder in(State state) { return item.state = state, *this; }
  PaperBuilder as_root() { return root = true, depth = 0, *this; }
  PaperBuilder at_depth(int steps) { return depth = steps, *this; }
  PaperBuilder cited(int times) { return item.cited_by = times, *this; }
  PaperBuilder unknown_references() { return item.references.reset(), *this; }
  PaperBuilder hides(int count, std::optional<int> from, std::optional<int> to) {
    return hidden = count, hidden_from = from, hidden_to = to, *this;
  }
  PaperBuilder leads_beyond(int count) { return beyond = count, *this; }
};

inline PaperBuilder paper(std::string_view id, std::string title, std::vector<std::string> authors = {},
                          std::optional<int> year = {}) {
  return {id, std::move(title), std::move(authors), year};
}

/// Every state and every oddity of edges once: an implied citation (0 -> 7), a cycle within a year (1, 4), a
/// citation forward in time (3 -> 1), papers without a year, folded references of all kinds.
inline ReadingGraph sample_graph() {
  ReadingGraph graph;
  graph.papers = {
      paper("arXiv:2403.00835", "CLLMs: Consistency Large Language Models", {"Siqi Kou", "Lanxiang Hu"}, 2024)
          .in(State::reading)
          .as_root()
          .hides(17, 1997, 2023),
      paper("arXiv:2401.10774",
            "Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads",
            {"Tianle Cai", "Yuhong Li"}, 2024)
          .in(State::read)
          .as_root()
          .cited(2),
      paper("arXiv:2305.10427", "Accelerating Transformer Inference for Translation via Parallel Decoding",
            {"Andrea Santilli"}, 2023)
          .in(State::queued)
          .at_depth(1)
          .cited(1)
          .hides(1, 2025, 2025),
      paper("arXiv:2303.01469", "Consistency Models", {"Yang Song"}, 2023).at_depth(1).unknown_references(),
      paper("arXiv:2402.02057", "Break the Sequential Dependency of LLM Inference Using Lookahead Decoding",
            {"Yichao Fu"}, 2024)
          .in(State::paused)
          .at_depth(1)
          .unknown_references(),
      paper("doi:10.1162/neco.1997.9.8.1735", "Long Short-Term Memory",
            {"Sepp Hochreiter", "Jürgen Schmidhuber"}, 1997)
          .in(State::parked)
          .at_depth(2),
      paper("arXiv:2005.14165", "Language Models are Few-Shot Learners", {"Tom Brown", "Benjamin Mann"}, 2020)
          .in(State::dropped)
          .hides(3, std::nullopt, std::nullopt),
      paper("arXiv:1706.03762", "Attention Is All You Need", {"Ashish Vaswani", "Noam Shazeer"}, 2017)
          .in(State::queued)
          .at_depth(1)
          .cited(4)
          .hides(2, 2014, 2014)
          .leads_beyond(3),
      paper("url:https://example.org/blog?a=1&b=2", "投机解码：原理与实现，以及为什么它不改变输出的分布", {},
            std::nullopt)
          .in(State::queued),
      paper("acl:P05-1001", "").unknown_references(),
  };
  graph.arcs = {{0, 1}, {0, 2}, {0, 3}, {0, 7}, {1, 2}, {1, 4}, {2, 7},
                {3, 1}, {4, 1}, {6, 7}, {7, 5}, {8, 1}, {8, 9}, {1, 9}};
  std::sort(graph.arcs.begin(), graph.arcs.end());
  graph.depth_limit = 2;
  graph.all_papers = 198;
  return graph;
}

/// The same with everything that not every format wants: places, news since a day, tags, takeaways.
inline ReadingGraph placed_graph() {
  ReadingGraph graph = sample_graph();
  graph.since = "2024-11-10";
  graph.papers[0].news = News::started;
  graph.papers[1].news = News::finished;
  graph.papers[1].item.finished = "2024-11-12T20:15:00Z";
  graph.papers[1].item.notes = {{"2024-11-12T20:15:00Z", "takeaway", "several heads guess ahead"},
                                {"2024-11-12T20:15:00Z", "note", "ask about \"heads\""}};
  graph.papers[2].news = News::added;
  graph.papers[0].item.tags = {"decoding", "weekly"};
  graph.papers[0].item.abstract = "First line.\nSecond line.";
  graph.papers[0].place =
      Place{1, 3.5, {{"priority", 0.5, 2, 1, "normal priority"}, {"reading", 1, 2.5, 2.5, "begun"}}};
  graph.papers[7].place =
      Place{2, 1, {{"priority", 0.5, 2, 1, "normal priority"}, {"reading", 0, 2.5, 0, ""}}};
  graph.papers[3].place =
      Place{1, -0.25, {{"near", 0.1, 1, -1.25, "far"}, {"cites", 1, 1, 1, "cited by 1 of your 6 papers"}}};
  return graph;
}

/// A paper for each hostile string, which is its title, author, venue and tag; each cites the one before.
inline ReadingGraph hostile_graph(const std::vector<std::string>& texts) {
  ReadingGraph graph;
  for (const std::string& text : texts) {
    const std::string clean = util::clean_line(text);
    PaperBuilder hostile =
        paper("arXiv:2401." + std::to_string(10000 + graph.papers.size()), clean, {clean}, 2024)
            .in(State::queued);
    hostile.item.venue = clean;
    hostile.item.tags = {clean};
    if (!graph.papers.empty()) {
      graph.arcs.emplace_back(graph.papers.size(), graph.papers.size() - 1);
    }
    graph.papers.push_back(hostile);
  }
  return graph;
}

/// What this writer makes of the graph.
inline std::string text_of(GraphWriter writer, const ReadingGraph& graph, const ExportOptions& options = {}) {
  std::ostringstream out;
  writer(graph, options, out);
  return out.str();
}

inline std::string dot_of(const ReadingGraph& graph, const ExportOptions& options = {}) {
  std::ostringstream out;
  formats::write_dot(graph, options, out);
  return out.str();
}

inline std::string jsonl_of(const LibraryReader& library) {
  std::ostringstream out;
  formats::write_jsonl(library, out);
  return out.str();
}

}  // namespace papers::test
