#include <doctest/doctest.h>

#include "drawing.hpp"
#include "export/dot_years.hpp"
#include "samples.hpp"
#include "support/golden.hpp"

namespace papers {
namespace {

using test::dot_of;
using test::paper;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The statement that makes a node of this name, or an edge of these names.
std::string statement(const std::string& dot, const std::string& names) {
  const std::size_t begin = dot.find("  " + names + " [");
  return begin == std::string::npos ? "" : dot.substr(begin + 2, dot.find('\n', begin) - begin - 2);
}

ReadingGraph graph_of(std::vector<ReadingGraph::Paper> papers, std::vector<Arc> arcs) {
  return {std::move(papers), std::move(arcs), 1, 0};
}

TEST_CASE("a reading graph is drawn as accepted") {
  test::check_golden("export/sample.dot", dot_of(test::sample_graph()));
  test::check_golden("export/sample_full.dot", dot_of(test::sample_graph(), {.full = true}));
}

TEST_CASE("Graphviz draws every paper and year once") {
  const auto graph = test::sample_graph();
  const auto drawing = test::draw(dot_of(graph));
  if (!drawing) {
    return;
  }
  for (const ReadingGraph::Paper& paper : graph.papers) {
    const std::string id = format(paper.item.ids.front());
    CAPTURE(id);
    CHECK(drawing->nodes.count(id) == 1);
  }
  for (const auto* year : {"year 2024", "year 2023", "year 2020", "year 2017", "year 1997", "year unknown"}) {
    CHECK(drawing->nodes.count(year) == 1);
  }
  CHECK(drawing->nodes.at("arXiv:1706.03762").tooltip ==
        "Attention Is All You Need\nAshish Vaswani, Noam Shazeer\nqueued, depth 1, cited by 4\n"
        "not drawn: 2 in the library, 3 beyond the limits");
  CHECK(drawing->nodes.at("arXiv:1706.03762").link == "https://arxiv.org/abs/1706.03762");
  CHECK(drawing->nodes.at("url:https://example.org/blog?a=1&b=2").link == "https://example.org/blog?a=1&b=2");
}

TEST_CASE("an empty graph is still a drawing") {
  const std::string dot = dot_of({});
  CHECK(contains(dot, "0 roots, depth 0, 0 of 0 papers"));
  if (const auto drawing = test::draw(dot)) {
    CHECK(drawing->nodes.empty());
  }
}

TEST_CASE("implied citations are left out, and faint in the full drawing") {
  const auto graph =
      graph_of({paper("arXiv:2401.00001", "a", {}, 2024), paper("arXiv:2301.00001", "b", {}, 2023),
                paper("arXiv:2201.00001", "c", {}, 2022)},
               {{0, 1}, {0, 2}, {1, 2}});
  const std::string implied = R"("arXiv:2401.00001" -> "arXiv:2201.00001")";
  CHECK(!contains(dot_of(graph), implied));
  CHECK(contains(statement(dot_of(graph, {.full = true}), implied), "#E2E2E2"));
}

TEST_CASE("what is new since a day has a border of its own, a word and a place in the legend") {
  auto graph = test::sample_graph();
  CHECK(!contains(dot_of(graph), "#D55E00"));
  graph.since = "2024-11-10";
  graph.papers[2].news = News::added;
  const std::string drawn = statement(dot_of(graph), R"("arXiv:2305.10427")");
  CHECK(contains(drawn, R"(color="#D55E00")"));
  CHECK(contains(drawn, R"(label="new · Santilli 2023)"));
  CHECK(contains(dot_of(graph), "new, started or read since 2024-11-10"));
}

TEST_CASE("citations that do not lead down do not disturb the years") {
  const auto graph =
      graph_of({paper("arXiv:2401.00001", "a", {}, 2024), paper("arXiv:2401.00002", "b", {}, 2024),
                paper("arXiv:2301.00001", "c", {}, 2023), paper("acl:1", "d")},
               {{0, 1}, {2, 0}, {3, 2}});
  const std::string dot = dot_of(graph);
  const auto attributes = [&dot](const std::string& names) { return statement(dot, names); };
  CHECK(!contains(attributes(R"("arXiv:2401.00001" -> "arXiv:2401.00002")"), "constraint"));
  CHECK(
      contains(attributes(R"("arXiv:2301.00001" -> "arXiv:2401.00001")"), "constraint=false, style=dashed"));
  CHECK(contains(attributes(R"("acl:1" -> "arXiv:2301.00001")"), "constraint=false]"));
}

TEST_CASE("states differ by more than colour") {
  std::vector<ReadingGraph::Paper> papers;
  for (const State state : k_states) {
    papers.push_back(paper("acl:1-" + std::string(name_of(state)), "Title", {}, 2024).in(state));
  }
  const std::string dot = dot_of(graph_of(papers, {}));
  std::vector<std::string> looks;
  for (const State state : k_states) {
    const std::string made = statement(dot, "\"acl:1-" + std::string(name_of(state)) + "\"");
    const std::string label = made.substr(made.find("label="), made.find(", tooltip") - made.find("label="));
    const std::string shape =
        made.substr(made.find("shape="), made.find(", fillcolor") - made.find("shape="));
    looks.push_back(label + shape);
  }
  std::sort(looks.begin(), looks.end());
  CHECK(std::unique(looks.begin(), looks.end()) == looks.end());
}

TEST_CASE(
    "papers whose references are unknown or withheld have a dotted border, those that cite nothing do not") {
  auto withheld = paper("acl:3-withheld", "c", {}, 2024);
  withheld.item.references->answer = ReferenceAnswer::withheld;
  auto empty = paper("acl:4-empty", "d", {}, 2024);
  empty.item.references->answer = ReferenceAnswer::empty;
  const std::string dot = dot_of(graph_of(
      {paper("acl:1-known", "a", {}, 2024), paper("acl:2-unknown", "b", {}, 2024).unknown_references(),
       withheld, empty, paper("acl:5-read", "e", {}, 2024).in(State::read).unknown_references()},
      {}));
  CHECK(contains(statement(dot, "\"acl:1-known\""), "filled,rounded,dashed"));
  CHECK(contains(statement(dot, "\"acl:2-unknown\""), "filled,rounded,dotted"));
  CHECK(contains(statement(dot, "\"acl:3-withheld\""), "filled,rounded,dotted"));
  CHECK(contains(statement(dot, "\"acl:3-withheld\""), "references withheld"));
  CHECK(contains(statement(dot, "\"acl:4-empty\""), "filled,rounded,dashed"));
  CHECK(contains(statement(dot, "\"acl:5-read\""), "filled,rounded,dotted"));
  CHECK(contains(dot, "references known for 2 of 5"));
}

TEST_CASE("what was left out is counted in the paper that cites it, with its years") {
  struct Row {
    int hidden;
    int beyond;
    std::optional<int> from;
    std::optional<int> to;
    const char* line;
  };
  for (const Row& row :
       {Row{17, 0, 1987, 2004, "+17 older (1987–2004)"}, Row{1, 0, 2004, 2004, "+1 older (2004)"},
        Row{5, 0, 1990, 2030, "+5 more (1990–2030)"}, Row{2, 0, {}, {}, "+2 more"},
        Row{2, 40, 1990, 2001, "+42 older (1990–2001)"}, Row{0, 3, {}, {}, "+3 more"}}) {
    CAPTURE(row.line);
    const auto dot = dot_of(graph_of(
        {paper("acl:1", "a", {}, 2010).hides(row.hidden, row.from, row.to).leads_beyond(row.beyond)}, {}));
    CHECK(contains(statement(dot, "\"acl:1\""), std::string("\\n") + row.line + "\", tooltip"));
    CHECK(contains(dot, "legend folded"));
  }
  const auto dot = dot_of(graph_of({paper("acl:1", "a", {}, 2010)}, {}));
  CHECK(!contains(dot, "legend folded"));
  CHECK(!contains(dot, "not drawn"));
}

TEST_CASE("a year with many papers takes several rows, citing papers above cited ones") {
  std::vector<ReadingGraph::Paper> papers;
  for (int i = 0; i < 20; ++i) {
    papers.push_back(paper("acl:1-" + std::to_string(100 + i), "Title", {}, 2024));
  }
  std::vector<Arc> arcs;
  for (std::size_t i = 1; i < 20; ++i) {
    arcs.emplace_back(i < 10 ? 0 : 1, i);
  }
  const auto graph = graph_of(papers, arcs);
  const auto rows = formats::year_rows(graph);
  std::vector<std::size_t> row_of(papers.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    CHECK(rows[row].year == 2024);
    CHECK(rows[row].part == row + 1);
    CHECK(rows[row].papers.size() <= 7);
    for (const std::size_t paper : rows[row].papers) {
      row_of[paper] = row;
    }
  }
  for (const Arc& arc : arcs) {
    CHECK(row_of[arc.first] < row_of[arc.second]);
  }
  if (const auto drawing = test::draw(dot_of(graph))) {
    CHECK(drawing->nodes.count("year 2024") == 1);
    CHECK(drawing->nodes.count("year 2024 row 2") == 1);
  }
}

TEST_CASE("papers of one year that cite in a circle are still drawn, each once") {
  const auto graph =
      graph_of({paper("acl:1", "a", {}, 2024), paper("acl:2", "b", {}, 2024), paper("acl:3", "c", {}, 2024)},
               {{0, 1}, {1, 2}, {2, 0}});
  std::size_t drawn = 0;
  for (const auto& row : formats::year_rows(graph)) {
    drawn += row.papers.size();
  }
  CHECK(drawn == 3);
}

TEST_CASE("the longest chains are drawn heavier than other citations") {
  const auto graph =
      graph_of({paper("arXiv:2401.00001", "a", {}, 2024), paper("arXiv:2301.00001", "b", {}, 2023),
                paper("arXiv:2201.00001", "c", {}, 2022), paper("arXiv:2201.00002", "d", {}, 2022)},
               {{0, 1}, {1, 2}, {0, 3}});
  const std::string dot = dot_of(graph);
  CHECK(contains(statement(dot, R"("arXiv:2401.00001" -> "arXiv:2301.00001")"), "penwidth=1.6"));
  CHECK(contains(statement(dot, R"("arXiv:2301.00001" -> "arXiv:2201.00001")"), "penwidth=1.6"));
  CHECK(!contains(statement(dot, R"("arXiv:2401.00001" -> "arXiv:2201.00002")"), "penwidth=1.6"));
}

TEST_CASE("long lists of authors are cut in the tooltip") {
  const std::vector<std::string> authors(3000, "Ashish Vaswani");
  const std::string dot = dot_of(graph_of({paper("acl:1", "a", authors, 2010)}, {}));
  CHECK(contains(dot, "Ashish Vaswani and 2992 more"));
}

TEST_CASE("extreme years are drawn like any other") {
  const auto graph =
      graph_of({paper("acl:1", "a", {}, 9999), paper("acl:2", "b", {}, 1), paper("acl:3", "c", {}, -5)},
               {{0, 1}, {1, 2}});
  if (const auto drawing = test::draw(dot_of(graph))) {
    CHECK(drawing->nodes.count("year 9999") == 1);
    CHECK(drawing->nodes.count("year -5") == 1);
  }
}

}  // namespace
}  // namespace papers
