#include <doctest/doctest.h>

#include "samples.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using Table = std::vector<std::vector<std::string>>;

/// Reads RFC 4180 with LF; fails the test on a quote where none may stand.
Table read_csv(const std::string& text) {
  Table table{{""}};
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"') {
      table.back().back() += text[++at];
    } else if (c == '"') {
      CHECK((quoted || table.back().back().empty()));
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      table.back().emplace_back();
    } else if (!quoted && c == '\n') {
      table.emplace_back(1, "");
    } else {
      table.back().back() += c;
    }
  }
  table.pop_back();
  return table;
}

TEST_CASE("a reading graph is written as two tables, as accepted") {
  test::check_golden("export/sample.csv", test::text_of(formats::write_csv, test::placed_graph()));
  test::check_golden("export/sample-citations.csv",
                     test::text_of(formats::write_citations_csv, test::placed_graph()));
}

TEST_CASE("each table has a row for each paper or citation, all as long as the head") {
  const ReadingGraph graph = test::placed_graph();
  const Table papers = read_csv(test::text_of(formats::write_csv, graph));
  const Table citations = read_csv(test::text_of(formats::write_citations_csv, graph));
  CHECK(papers.size() == graph.papers.size() + 1);
  CHECK(citations.size() == graph.arcs.size() + 1);
  for (const Table& table : {papers, citations}) {
    for (const auto& row : table) {
      CHECK(row.size() == table.front().size());
    }
  }
  CHECK(citations.front() == std::vector<std::string>{"source", "target", "implied", "backbone"});
  CHECK(papers[1].back() == "arXiv:2401.10774 arXiv:2305.10427 arXiv:2303.01469 arXiv:1706.03762");
}

TEST_CASE("an empty graph is two heads") {
  CHECK(read_csv(test::text_of(formats::write_csv, {})).size() == 1);
  CHECK(test::text_of(formats::write_citations_csv, {}) == "source,target,implied,backbone\n");
}

TEST_CASE("no text is a formula, and every text reads back but for the apostrophe") {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    texts.push_back(hostile.text);
  }
  for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\"quoted\", and more"}) {
    texts.emplace_back(formula);
  }
  const ReadingGraph graph = test::hostile_graph(texts);
  const Table table = read_csv(test::text_of(formats::write_csv, graph));
  REQUIRE(table.size() == texts.size() + 1);
  const auto title = static_cast<std::size_t>(std::find(table.front().begin(), table.front().end(), "title") -
                                              table.front().begin());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& cell = table[i + 1][title];
    const std::string expected = util::printable(graph.papers[i].item.title);
    CAPTURE(expected);
    CHECK((cell == expected || cell == "'" + expected));
    CHECK((cell.empty() || std::string("=+-@\t\r").find(cell.front()) == std::string::npos));
  }
}

TEST_CASE("numbers below zero stay numbers") {
  CHECK(test::text_of(formats::write_csv, test::placed_graph()).find(",-0.25,") != std::string::npos);
}

}  // namespace
}  // namespace papers
