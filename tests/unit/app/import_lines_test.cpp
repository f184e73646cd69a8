#include "app/import_lines.hpp"

#include <doctest/doctest.h>

#include "app/export_library.hpp"
#include "unit/app/importing.hpp"

namespace papers {
namespace {

using test::Desk;
using test::import;

std::string exported(Desk& desk) {
  return app::export_library(desk.library, **app::find_exporter("jsonl"), {}, {}, {}).bytes;
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

TEST_CASE("answers, contexts, names beyond the library and records survive it too") {
  Desk desk;
  desk.put("2403.00835", "CLLMs");
  desk.put("2401.10774", "Medusa");
  Change change = desk.library.begin("refs", "refs");
  ReferenceList list;
  list.citing = *parse_identifier("2403.00835");
  list.source = "crossref";
  list.fetched = "2024-11-01T00:00:00Z";
  list.entries = {{1, *parse_identifier("2401.10774"), "", {}, "", {"As [1] shows."}},
                  {2, *parse_identifier("acl:P99-1001"), "Beyond", 2001, ""},
                  {3, std::nullopt, "medusa", {}, ""}};
  change.save(list, Change::Unknown::leave);
  list.citing = *parse_identifier("2401.10774");
  list.entries.clear();
  list.answer = ReferenceAnswer::withheld;
  change.save(list);
  change.save(Record{"question", "1", R"({"text":"why?","answer":null})"});
  change.commit();

  Desk other;
  const std::string lines = exported(desk);
  const app::ImportReport report = import(other, lines);
  CHECK(report.problems.empty());
  CHECK(report.records == 1);
  CHECK(exported(other) == lines);
  CHECK_FALSE(other.library.find(*parse_identifier("acl:P99-1001")));
  CHECK(import(other, lines).records == 0);
  CHECK(exported(other) == lines);
}

TEST_CASE("of a record that is there, a line fills in what is missing") {
  Desk desk;
  import(desk, R"({"type":"question","id":"1","text":"why?","answer":null})");
  CHECK(import(desk, R"({"type":"question","id":"1","text":"how?","answer":"because","depth":2})").records ==
        1);
  CHECK(desk.library.record("question", "1")->body == R"({"text":"why?","answer":"because","depth":2})");
}

TEST_CASE("a list that was kept without its papers brings them when a line asks for them") {
  Desk desk;
  desk.put("2403.00835", "CLLMs");
  const std::string line = R"({"type":"cites","from":"arXiv:2403.00835","to":"acl:1","source":"s"})";
  const std::string header =
      R"({"type":"references","id":"arXiv:2403.00835","source":"s","fetched":"2024-11-01T00:00:00Z")";
  import(desk, header + ",\"beyond\":1}\n" + line);
  CHECK_FALSE(desk.library.find(*parse_identifier("acl:1")));
  import(desk, header + "}\n" + line);
  CHECK(desk.library.find(*parse_identifier("acl:1")));
}

TEST_CASE("all works that come in are counted: those that cite and those that are cited") {
  Desk desk;
  desk.put("2401.00001", "There already");
  const std::string lines = R"({"type":"cites","from":"acl:P05-1001","to":"acl:P04-1002"})"
                            "\n"
                            R"({"type":"cites","from":"acl:P05-1001","to":"arXiv:2401.00001"})"
                            "\n"
                            R"({"type":"cites","from":"acl:P04-1002","to":"acl:P03-1003"})";
  CHECK(import(desk, lines, /*dry_run=*/true).added == 3);
  CHECK(import(desk, lines).added == 3);
  CHECK(desk.library.count(State::found) == 3);
  CHECK(import(desk, lines).added == 0);
}

TEST_CASE("importing twice changes nothing") {
  Desk desk;
  const std::string lines = R"({"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2305.10427"})"
                            "\n"
                            R"({"type":"paper","id":"arXiv:2403.00835","title":"CLLMs","state":"queued"})";
  const app::ImportReport first = import(desk, lines);
  CHECK(first.added == 2);  // the paper, and the one that it cites
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
