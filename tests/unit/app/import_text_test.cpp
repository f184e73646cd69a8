#include "app/import_text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "papers/error.hpp"

#include "unit/app/importing.hpp"

namespace papers {
namespace {

using test::Desk;
using test::import;

TEST_CASE("import formats are unique and documented") {
  const auto table = app::import_formats();
  for (const app::ImportFormat& format : table) {
    CAPTURE(format.name);
    CHECK(!format.name.empty());
    CHECK(format.summary.size() > 2);
    CHECK(std::count_if(table.begin(), table.end(),
                        [&](const app::ImportFormat& other) { return other.name == format.name; }) == 1);
  }
}

TEST_CASE("a blank text and an empty list have nothing to import, and say so") {
  Desk desk;
  for (const char* text : {"", " \n\t\r\n", "[]", "[ \n ]\n"}) {
    CAPTURE(text);
    const app::ImportReport report = import(desk, text);
    CHECK(report.added == 0);
    CHECK(report.format.empty());
    CHECK(report.problems.empty());
    CHECK(report.notes == std::vector<std::string>{"nothing to import: it is empty"});
  }
  CHECK_THROWS_AS(import(desk, "[1]"), Failure);
}

// JSON Lines in UTF-16 were "not JSON that can be read".
TEST_CASE("UTF-16 is taken in every format, in either order of its bytes") {
  const std::string lines = R"({"type":"paper","id":"arXiv:2403.00835"})"
                            "\n";
  for (const bool big : {false, true}) {
    CAPTURE(big);
    struct Row {
      std::string text;
      const char* format;
    };
    for (const Row& row : {Row{lines, "jsonl"}, Row{"@article{a, title={A Title of It}}", "bibtex"},
                           Row{"# 2024.11.17\n## Reading list\n- [ ] write\n", "log"}, Row{"", ""}}) {
      const std::string& text = row.text;
      CAPTURE(text);
      Desk desk;
      std::string wide = big ? "\xFE\xFF" : "\xFF\xFE";
      for (const char c : text) {
        wide += big ? std::string{'\0', c} : std::string{c, '\0'};
      }
      const app::ImportReport report = import(desk, wide);
      CHECK(report.format == row.format);
      CHECK(report.added == (text.empty() ? 0 : 1));
      CHECK(report.problems.empty());
    }
  }
}

TEST_CASE("what fits no format is refused, and the formats are named") {
  Desk desk;
  try {
    import(desk, "<html>");
    FAIL("was accepted");
  } catch (const Failure& failure) {
    CHECK(std::string(failure.what()).starts_with("test: not a format that can be imported; expected "));
    CHECK(std::string(failure.what()).find("JSON Lines") != std::string::npos);
  }
}

TEST_CASE("a text longer than what is looked at comes in whole, with a byte order mark too") {
  Desk desk;
  std::string lines = "\xEF\xBB\xBF";
  int count = 0;
  while (lines.size() < 3 * app::k_import_head) {
    lines += "{\"type\":\"paper\",\"id\":\"arXiv:2403." + std::to_string(10000 + ++count) + "\"}\n";
  }
  const app::ImportReport report = import(desk, lines);
  CHECK(report.format == "jsonl");
  CHECK(report.added == count);
  CHECK(report.problems.empty());
}

}  // namespace
}  // namespace papers
