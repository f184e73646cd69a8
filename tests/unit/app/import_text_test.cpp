#include "app/import_text.hpp"

#include <algorithm>
#include <string>

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

TEST_CASE("a blank text has nothing to import") {
  Desk desk;
  CHECK(import(desk, "").added == 0);
  CHECK(import(desk, " \n\t\r\n").format.empty());
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
