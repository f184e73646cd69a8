#include <doctest/doctest.h>

#include "drawing.hpp"
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

TEST_CASE("Graphviz draws every paper, year and fold once") {
  const auto graph = test::sample_graph();
  const auto drawing = test::draw(dot_of(graph));
  if (!drawing) {
    return;
  }
  for (const ReadingGraph::Paper& paper : graph.papers) {
    const std::string id = format(paper.item.ids.front());
    CAPTURE(id);
    CHECK(drawing->nodes.count(id) == 1);
    CHECK(drawing->nodes.count("references of " + id) == (paper.hidden > 0 ? 1 : 0));
  }
  for (const auto* year : {"year 2024", "year 2023", "year 2020", "year 2017", "year 1997", "year unknown"}) {
    CHECK(drawing->nodes.count(year) == 1);
  }
  CHECK(drawing->nodes.at("arXiv:1706.03762").tooltip ==
        "Attention Is All You Need\nAshish Vaswani, Noam Shazeer\nqueued, depth 1, cited by 4");
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

TEST_CASE("citations that do not lead down do not disturb the years") {
  const auto graph =
      graph_of({paper("arXiv:2401.00001", "a", {}, 2024), paper("arXiv:2401.00002", "b", {}, 2024),
                paper("arXiv:2301.00001", "c", {}, 2023), paper("acl:1", "d")},
               {{0, 1}, {2, 0}, {3, 2}});
  const std::string dot = dot_of(graph);
  CHECK(statement(dot, R"("arXiv:2401.00001" -> "arXiv:2401.00002")") ==
        R"("arXiv:2401.00001" -> "arXiv:2401.00002" [constraint=false];)");
  CHECK(statement(dot, R"("arXiv:2301.00001" -> "arXiv:2401.00001")") ==
        R"("arXiv:2301.00001" -> "arXiv:2401.00001" [constraint=false, style=dashed];)");
  CHECK(statement(dot, R"("acl:1" -> "arXiv:2301.00001")") ==
        R"("acl:1" -> "arXiv:2301.00001" [constraint=false];)");
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

TEST_CASE("papers whose references are unknown have a dotted border") {
  const std::string dot = dot_of(graph_of(
      {paper("acl:1-known", "a", {}, 2024), paper("acl:2-unknown", "b", {}, 2024).unknown_references()}, {}));
  CHECK(contains(statement(dot, "\"acl:1-known\""), "filled,dashed"));
  CHECK(contains(statement(dot, "\"acl:2-unknown\""), "filled,dotted"));
}

TEST_CASE("what was left out is folded into a note that says how much and from when") {
  struct Row {
    int hidden;
    std::optional<int> from;
    std::optional<int> to;
    const char* label;
  };
  for (const Row& row :
       {Row{17, 1987, 2004, R"~("+17 older\n(1987–2004)")~"}, Row{1, 2004, 2004, R"~("+1 older\n(2004)")~"},
        Row{5, 1990, 2030, R"~("+5 more\n(1990–2030)")~"}, Row{2, {}, {}, R"~("+2 more")~"}}) {
    CAPTURE(row.label);
    const auto dot =
        dot_of(graph_of({paper("acl:1", "a", {}, 2010).hides(row.hidden, row.from, row.to)}, {}));
    CHECK(contains(statement(dot, "\"references of acl:1\""), std::string("label=") + row.label));
  }
  CHECK(!contains(dot_of(graph_of({paper("acl:1", "a", {}, 2010)}, {})), "references of"));
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
