#include <doctest/doctest.h>

#include "samples.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

TEST_CASE("a reading graph is written as a flowchart, as accepted") {
  test::check_golden("export/sample.mmd", test::text_of(formats::write_mermaid, test::placed_graph()));
}

TEST_CASE("implied citations are drawn, dotted, only when all are wanted") {
  const ReadingGraph graph = test::sample_graph();
  CHECK(test::text_of(formats::write_mermaid, graph).find("-.->") == std::string::npos);
  CHECK(test::text_of(formats::write_mermaid, graph, {.full = true}).find("-.->") != std::string::npos);
}

TEST_CASE("a hostile title stays in its label") {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    texts.push_back(hostile.text);
  }
  const std::string text = test::text_of(formats::write_mermaid, test::hostile_graph(texts));
  std::size_t nodes = 0;
  for (const std::string_view line : util::split(text, '\n')) {
    const std::size_t open = line.find("[\"");
    if (open == std::string_view::npos) {
      continue;
    }
    ++nodes;
    const std::size_t close = line.rfind("\"]:::queued");
    REQUIRE(close != std::string_view::npos);
    std::string label(line.substr(open + 2, close - open - 2));
    for (std::size_t at = label.find("<br/>"); at != std::string::npos; at = label.find("<br/>")) {
      label.erase(at, 5);
    }
    CAPTURE(label);
    CHECK(label.find_first_of("\"<>[]{}`|\\") == std::string::npos);
  }
  CHECK(nodes == texts.size());
}

TEST_CASE("a link can neither end its string nor be anything but a web address") {
  ReadingGraph graph;
  graph.papers = {test::paper("arXiv:2401.00001", "title", {}, 2024),
                  test::paper("arXiv:2401.00002", "title", {}, 2024)};
  graph.papers[0].item.ids = {{Scheme::url, "https://example.org/\"onclick=alert(1)", 0}};
  graph.papers[1].item.ids = {{Scheme::url, "javascript:alert(1)", 0}};
  const std::string text = test::text_of(formats::write_mermaid, graph);
  CHECK(text.find("click n0 href \"https://example.org/%22onclick=alert(1)\" _blank") != std::string::npos);
  CHECK(text.find("click n1") == std::string::npos);
}

}  // namespace
}  // namespace papers
