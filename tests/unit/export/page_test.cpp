// The page as text: what its head promises, and that nothing in it is code but our own. How it behaves in
// a browser is for tests/browser.

#include <algorithm>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "drawing.hpp"
#include "export/dot_style.hpp"
#include "export/page_layout.hpp"
#include "export/page_list.hpp"
#include "export/page_text.hpp"
#include "export/page_words.hpp"
#include "samples.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "support/program.hpp"

namespace papers {
namespace {

/// What `dot -Tplain` would answer: all papers side by side, arrows straight. The test needs no Graphviz.
std::string plain_layout(const ReadingGraph& graph) {
  std::string text = fmt::format("graph 1 {} 10\n", graph.papers.size() * 3 + 1);
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    text += fmt::format("node n{} {} {} 2.5 1 \"\" solid box black lightgrey\n", i, 2 + 3 * i, 9 - i % 8);
  }
  for (const Arc& arc : graph.arcs) {
    text += fmt::format("edge n{} n{} 4 1 1 2 2 3 3 4 4 solid black\n", arc.first, arc.second);
  }
  return text + "stop\n";
}

std::string page_of(const ReadingGraph& graph) {
  std::ostringstream out;
  formats::write_page(graph, {.full = false, .today = "2024-11-17"}, plain_layout(graph), out);
  return out.str();
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const std::size_t to = text.find(end, from + begin.size());
  REQUIRE(to != std::string::npos);
  return text.substr(from + begin.size(), to - from - begin.size());
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

/// SHA-256 in base 64, by other programs than ours.
std::string hash_of(const std::string& text) {
  const auto result = test::run_program({.argv = {"openssl", "dgst", "-sha256", "-binary"}, .input = text});
  REQUIRE(result.status == 0);
  const auto digits = test::run_program({.argv = {"base64", "-w0"}, .input = result.out});
  REQUIRE(digits.status == 0);
  return digits.out;
}

/// All but what does not change: style and scripts.
std::string without_parts(std::string page) {
  for (const std::string_view part : {formats::k_page_text.style, formats::k_page_text.script}) {
    const std::size_t at = page.find(part);
    REQUIRE(at != std::string::npos);
    page.replace(at, part.size(), "…");
  }
  const std::string policy = between(page, "sha256-", "; img-src");
  return page.replace(page.find(policy), policy.size(), "…");
}

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    texts.push_back(hostile.text);
  }
  return texts;
}

TEST_CASE("a page is written as accepted") {
  test::check_golden("export/sample.html", without_parts(page_of(test::placed_graph())));
}

TEST_CASE("the policy allows the style and the script of the page and nothing else") {
  const std::string page = page_of(test::placed_graph());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  CHECK(policy == fmt::format("default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src "
                              "data:; base-uri 'none'; form-action 'none'",
                              hash_of(between(page, "<script>", "</script>")),
                              hash_of(between(page, "<style>", "</style>"))));
}

TEST_CASE("no page asks anyone for anything") {
  const std::string page = page_of(test::placed_graph());
  CHECK(count(page, " src=") == 0);
  CHECK(count(page, "<link") == 1);  // the icon, which is empty
  CHECK(count(page, "@import") == 0);
  CHECK(count(page, "url(") == 0);
  CHECK(count(page, "fetch(") == 0);
  CHECK(count(page, "eval(") == 0);
  for (const char* handler : {" onclick", " onload", " onerror", " style=\""}) {
    CHECK(count(without_parts(page), handler) == 0);
  }
}

TEST_CASE("hostile texts bring no element, no attribute and no link") {
  const std::vector<std::string> texts = hostile_texts();
  const std::string page = without_parts(page_of(test::hostile_graph(texts)));
  CHECK(count(page, "<script") == 2);
  CHECK(count(page, "</script") == 2);
  CHECK(count(page, "<img") == 0);
  CHECK(count(page, "<b>") == 0);
  CHECK(count(page, "<svg") == 1);
  CHECK(count(page, "href=\"javascript") == 0);
  CHECK(count(page, "href=\"data:") == 1);
  CHECK(count(page, "<li id=\"entry-") == texts.size());
  CHECK(count(page, "class=\"card ") == texts.size());
  const auto data = nlohmann::json::parse(between(page, "id=\"data\">", "</script>"));
  CHECK(data["papers"].size() == texts.size());
}

TEST_CASE("names of what is filled in mean nothing in what is filled in") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2401.00001", "{{list}} {{data}}", {}, 2024).as_root()};
  const std::string page = page_of(graph);
  CHECK(count(page, "{{list}} {{data}}") >= 3);
  CHECK(count(page, "<li id=\"entry-0\"") == 1);
}

TEST_CASE("the same graph makes the same page") {
  CHECK(page_of(test::placed_graph()) == page_of(test::placed_graph()));
}

TEST_CASE("an empty graph makes a page that says so") {
  CHECK(page_of({}).find("0 papers") != std::string::npos);
}

TEST_CASE("colours of states are those of the drawing") {
  for (const formats::NodeStyle& style : formats::node_styles()) {
    const std::string name(name_of(style.state));
    std::string fill(style.fill);
    std::string border(style.border);
    std::transform(fill.begin(), fill.end(), fill.begin(),
                   [](char c) { return c < 'A' || c > 'Z' ? c : static_cast<char>(c + 32); });
    std::transform(border.begin(), border.end(), border.begin(),
                   [](char c) { return c < 'A' || c > 'Z' ? c : static_cast<char>(c + 32); });
    CAPTURE(name);
    CHECK(formats::k_page_text.style.find(fmt::format("--{}: {};", name, fill)) != std::string_view::npos);
    CHECK(formats::k_page_text.style.find(fmt::format("--{}-border: {};", name, border)) !=
          std::string_view::npos);
  }
}

TEST_CASE("every state is in one section of the list, best first") {
  std::multiset<State> states;
  for (const formats::ListSection& section : formats::list_sections()) {
    states.insert(section.states.begin(), section.states.end());
  }
  CHECK(states == std::multiset<State>(k_states.begin(), k_states.end()));
  const ReadingGraph graph = test::placed_graph();
  CHECK(formats::section_papers(graph, formats::list_sections()[0]) == std::vector<std::size_t>{0, 4});
  CHECK(formats::section_papers(graph, formats::list_sections()[1]) == std::vector<std::size_t>{7, 2, 8});
}

TEST_CASE("one reason is what lifts a paper most, or what became of it") {
  const ReadingGraph graph = test::placed_graph();
  CHECK(formats::reason(graph.papers[0]) == "begun");
  CHECK(formats::reason(graph.papers[1]) == "read on 2024-11-12");
  CHECK(formats::reason(graph.papers[3]) == "cited by 1 of your 6 papers");
  CHECK(formats::reason(graph.papers[5]) == "2 steps back");
  CHECK(formats::reason(graph.papers[8]) == "not cited by any of these");
}

TEST_CASE("a page about what one paper builds on says so") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2401.00001", "A Paper", {}, 2024).as_root(),
                  test::paper("arXiv:2301.00001", "Another", {}, 2023).at_depth(1)};
  CHECK(formats::page_title(graph) == "What “A Paper” builds on");
  graph.papers[1].root = true;
  CHECK(formats::page_title(graph) == "Reading graph");
}

TEST_CASE("a layout that lacks a paper is refused") {
  std::ostringstream out;
  CHECK_THROWS_AS(formats::write_page(test::sample_graph(), {}, "graph 1 1 1\nstop\n", out), Failure);
}

TEST_CASE("Graphviz lays out every paper, years downwards, and every citation that is not implied") {
  const ReadingGraph graph = test::sample_graph();
  const auto plain = test::lay_out(test::text_of(formats::write_page_layout, graph));
  if (!plain) {
    return;
  }
  const formats::Layout layout = value_or_throw(formats::read_layout(graph, *plain));
  CHECK(layout.centres.size() == graph.papers.size());
  CHECK(layout.curves.size() == 10);
  for (const formats::Layout::Curve& curve : layout.curves) {
    CHECK(curve.points.size() % 3 == 1);
  }
  for (std::size_t a = 0; a < graph.papers.size(); ++a) {
    for (std::size_t b = 0; b < graph.papers.size(); ++b) {
      if (graph.papers[a].item.year > graph.papers[b].item.year) {
        CHECK(layout.centres[a].y < layout.centres[b].y);
      }
    }
  }
  CHECK(layout.ticks.front().year == "2024");
  CHECK(std::any_of(layout.ticks.begin(), layout.ticks.end(),
                    [](const auto& tick) { return tick.year == "?"; }));
}

}  // namespace
}  // namespace papers
