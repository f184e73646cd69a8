#include "app/import_lines.hpp"

#include <sstream>

#include <doctest/doctest.h>

#include "app/export_library.hpp"
#include "unit/app/desk.hpp"

namespace papers {
namespace {

using test::Desk;

app::ImportReport import(Desk& desk, const std::string& text, bool dry_run = false) {
  std::istringstream in(text);
  return app::import_lines(in, "test", desk.library, desk.clock, dry_run);
}

std::string exported(Desk& desk) {
  return app::export_library(desk.library, **app::find_exporter("jsonl"), {}, {});
}

TEST_CASE("a library survives the way out and in again, byte for byte") {
  Desk desk;
  Item item = desk.put("2403.00835", "CLLMs");
  desk.put("2401.10774", "Medusa \"quoted\" \\ – 深度", State::parked);
  desk.cite("2403.00835", {"2401.10774", "2305.10427"});
  Change change = desk.library.begin("set", "set");
  item = *desk.library.find_row(item.row);
  item.notes = {{"2024-11-01T00:00:00Z", "note", "two\nlines"}};
  item.tags = {"decoding"};
  item.priority = Priority::high;
  change.save(item);
  change.commit();

  Desk other;
  const std::string lines = exported(desk);
  CHECK(import(other, lines).problems.empty());
  CHECK(exported(other) == lines);
}

TEST_CASE("importing twice changes nothing") {
  Desk desk;
  const std::string lines = R"({"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2305.10427"})"
                            "\n"
                            R"({"type":"paper","id":"arXiv:2403.00835","title":"CLLMs","state":"queued"})";
  const app::ImportReport first = import(desk, lines);
  CHECK(first.added == 1);
  CHECK(first.reference_lists == 1);
  const std::string state = exported(desk);
  const app::ImportReport second = import(desk, lines);
  CHECK(second.added + second.changed + second.reference_lists == 0);
  CHECK(second.known == 1);
  CHECK(exported(desk) == state);
}

TEST_CASE("a record fills in what is missing and overwrites nothing that the reader entered") {
  Desk desk;
  Item item = desk.put("2403.00835", "my title");
  import(
      desk,
      R"({"type":"paper","id":"arXiv:2403.00835","title":"theirs","year":2024,"state":"dropped","tags":["t"]})");
  item = *desk.library.find_row(item.row);
  CHECK(item.title == "my title");
  CHECK(item.state == State::queued);
  CHECK(item.year == 2024);
  CHECK(item.tags == std::vector<std::string>{"t"});
}

TEST_CASE("a record that gives two items one more name makes them one work") {
  Desk desk;
  desk.put("2403.00835", "CLLMs");
  desk.put("10.1000/cllms", "CLLMs, published");
  import(desk,
         R"({"type":"paper","id":"arXiv:2403.00835","ids":{"arxiv":"2403.00835","doi":"10.1000/cllms"}})");
  CHECK(desk.library.count(State::queued) == 1);
  CHECK(desk.library.find(*parse_identifier("10.1000/cllms"))->row ==
        desk.library.find(*parse_identifier("2403.00835"))->row);
}

TEST_CASE("lines that make no sense are named, the others come in") {
  Desk desk;
  const app::ImportReport report =
      import(desk,
             "{\"type\":\"paper\",\"id\":\"arXiv:2403.00835\"}\nnot json\n"
             "{\"type\":\"paper\",\"id\":\"arXiv:2401.10774\",\"year\":1e999}\n");
  CHECK(report.added == 1);
  REQUIRE(report.problems.size() == 2);
  CHECK(report.problems[0].starts_with("line 2:"));
  CHECK(report.problems[1].starts_with("line 3:"));
}

TEST_CASE("what is no library at all is refused, a dry run keeps nothing") {
  Desk desk;
  CHECK_THROWS_AS(import(desk, "<html>\n<body>"), Failure);
  CHECK(import(desk, R"({"type":"paper","id":"arXiv:2403.00835"})", /*dry_run=*/true).added == 1);
  CHECK(desk.library.log(0).empty());
}

}  // namespace
}  // namespace papers
