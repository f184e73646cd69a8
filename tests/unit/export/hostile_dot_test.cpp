// Titles, authors and addresses that aim at Graphviz and at whoever opens the picture.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "drawing.hpp"
#include "export/dot_text.hpp"
#include "samples.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

constexpr std::size_t k_longest_identifier = 8U << 10U;  // parse_identifier takes no longer ones

/// Those that aim at a sink, "D" for DOT; all of them for "".
std::vector<std::string> hostile_texts(std::string_view sink) {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    if (hostile.sinks.find(sink) != std::string::npos) {
      texts.push_back(hostile.text);
    }
  }
  return texts;
}

/// The first line of the tooltip that a title is to have.
std::string expected_title(const Item& item) {
  return util::printable(util::elide(display_title(item), 300));
}

/// Graphviz writes blanks that SVG would swallow as no-break spaces.
std::string with_plain_blanks(std::string text) {
  for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at)) {
    text.replace(at, 2, " ");
  }
  return text;
}

/// Whether the label ends with the title, wrapped.
bool shows_title(const test::DrawnNode& node, const Item& item) {
  const auto title = formats::wrap(util::printable(display_title(item)), 22, 2);
  return node.lines.size() >= title.size() &&
         std::equal(title.rbegin(), title.rend(), node.lines.rbegin(),
                    [](const std::string& a, const std::string& b) {
                      return with_plain_blanks(a) == with_plain_blanks(b);
                    });
}

/// Without the ticks of the axis and the legend, whose names no identifier can have.
std::size_t papers_drawn(const test::Drawing& drawing) {
  return static_cast<std::size_t>(
      std::count_if(drawing.nodes.begin(), drawing.nodes.end(), [](const auto& node) {
        return !node.first.starts_with("year 2024") && !node.first.starts_with("legend ");
      }));
}

TEST_CASE("hostile titles and authors are shown as they are, one node each, and link nowhere") {
  ReadingGraph graph;
  for (const std::string& text : hostile_texts("")) {
    const std::string clean = util::clean_line(text);
    graph.papers.push_back(
        test::paper(fmt::format("arXiv:2401.{:05}", graph.papers.size() + 1), clean, {clean}, 2024));
  }
  const std::string dot = test::dot_of(graph);
  CHECK(dot == test::dot_of(graph));
  const auto drawing = test::draw(dot);
  if (!drawing) {
    return;
  }
  std::size_t drawn = 0;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    const std::string id = format(paper.item.ids.front());
    CAPTURE(id);
    REQUIRE(drawing->nodes.count(id) == 1);
    const auto& node = drawing->nodes.at(id);
    CHECK(node.link == "https://arxiv.org/abs/" + id.substr(6));
    CHECK(node.tooltip.substr(0, node.tooltip.find('\n')) == expected_title(paper.item));
    CHECK(shows_title(node, paper.item));
    ++drawn;
  }
  CHECK(papers_drawn(*drawing) == drawn);
  CHECK(drawing->svg.find("href=\"javascript") == std::string::npos);
  CHECK(drawing->svg.find("<b>") == std::string::npos);
  CHECK(drawing->svg.find("<script") == std::string::npos);
}

TEST_CASE("identifiers of unknown schemes are names, never code or links") {
  ReadingGraph graph;
  for (const std::string& text : hostile_texts("D")) {
    if (text.size() > k_longest_identifier) {
      continue;
    }
    auto paper = test::paper("arXiv:2401.00001", "title", {}, 2024);
    paper.item.ids = {{Scheme::other, fmt::format("x{}:{}", graph.papers.size(), text), 0}};
    graph.papers.push_back(paper);
  }
  graph.papers.push_back(test::paper("arXiv:2401.00001", "title", {}, 2024));
  graph.papers.back().item.ids = {{Scheme::url, "javascript:alert(1)", 0}};
  const std::string dot = test::dot_of(graph);
  if (const auto drawing = test::draw(dot)) {
    CHECK(papers_drawn(*drawing) == graph.papers.size());
    for (const auto& [name, node] : drawing->nodes) {
      CHECK(node.link == "");
    }
  }
}

}  // namespace
}  // namespace papers
