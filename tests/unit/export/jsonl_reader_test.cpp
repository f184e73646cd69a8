#include "export/jsonl_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "model/record_json.hpp"
#include "support/hostile_strings.hpp"

namespace papers::formats {
namespace {

template <class Record>
Record read(std::string_view line) {
  const auto record = read_jsonl_line(line);
  REQUIRE(record.ok());
  REQUIRE(std::holds_alternative<Record>(*record));
  return std::get<Record>(*record);
}

std::string error(std::string_view line) {
  const auto record = read_jsonl_line(line);
  return record.ok() ? "" : record.error().message;
}

Identifier id(std::string_view text) {
  return value_or_throw(parse_identifier(text));
}

TEST_CASE("blank lines, line ends and a byte order mark are no trouble") {
  read<BlankLine>("");
  read<BlankLine>(" \t\r\n");
  CHECK(read<LibraryRecord>("\xEF\xBB\xBF{\"type\":\"library\",\"schema\":1}\r\n").schema == 1);
}

TEST_CASE("a paper needs only its id") {
  const auto record = read<PaperRecord>(R"({"type":"paper","id":"https://arxiv.org/abs/2403.00835v2"})");
  CHECK(record.item.ids == std::vector<Identifier>{id("arXiv:2403.00835")});
  CHECK(record.item.title == "");
  CHECK(record.item.state == State::found);
  CHECK(record.fields.contains("id"));
}

TEST_CASE("fields of the future are ignored, null means absent") {
  const auto record = read<PaperRecord>(
      R"({"type":"paper","id":"arXiv:2403.00835","title":null,"mood":"curious","year":2024})");
  CHECK(record.item.title == "");
  CHECK(record.item.year == 2024);
}

TEST_CASE("an edge needs only its ends") {
  const auto record =
      read<ReferenceRecord>(R"({"type":"cites","from":"arXiv:2403.00835","to":"acl:P05-1001"})");
  CHECK(record.from == id("arXiv:2403.00835"));
  CHECK(record.reference.id == id("acl:P05-1001"));
  CHECK(record.source == "");
  CHECK(record.reference.position == 0);
}

TEST_CASE("an unresolved reference is text") {
  const auto record = read<ReferenceRecord>(
      R"({"type":"unresolved","from":"acl:P05-1001","title":" Syntactic\tStructures ","year":1957})");
  CHECK(!record.reference.id);
  CHECK(record.reference.title == "Syntactic Structures");
  CHECK(record.reference.year == 1957);
}

TEST_CASE("what has a type of its own and an id is a record") {
  CHECK(read<Record>(R"({"type":"plan","id":"2024-W47","items":["arXiv:2403.00835"]})") ==
        Record{"plan", "2024-W47", R"({"items":["arXiv:2403.00835"]})"});
  CHECK(read<Record>(R"({"week":"x","id":"1","type":"a-new-kind"})") ==
        Record{"a-new-kind", "1", R"({"week":"x"})"});
}

TEST_CASE("other lines are named, not refused") {
  CHECK(read<OtherRecord>(R"({"type":"plan","week":"2024-W47"})").type == "plan");
  CHECK(read<OtherRecord>(R"({"type":"Plan 9","id":"x"})").type == "Plan 9");
}

TEST_CASE("no type that has a reader of its own can be one of records") {
  for (const char* const type : {"library", "paper", "references", "cites", "unresolved"}) {
    const auto record = read_jsonl_line(fmt::format(R"({{"type":"{}","id":"arXiv:2403.00835"}})", type));
    CHECK_FALSE((record.ok() && std::holds_alternative<Record>(*record)));
    CHECK_FALSE(model::is_record_kind(type));
  }
}

TEST_CASE("the answer of a list is read, and that its ids need not be papers") {
  const auto bare = read<ReferencesRecord>(R"({"type":"references","id":"acl:1","source":"s"})");
  CHECK(bare.list.answer == ReferenceAnswer::listed);
  const auto withheld =
      read<ReferencesRecord>(R"({"type":"references","id":"acl:1","source":"s","answer":"withheld"})");
  CHECK(withheld.list.answer == ReferenceAnswer::withheld);
  const auto beyond = read<ReferencesRecord>(R"({"type":"references","id":"acl:2","source":"s","beyond":3})");
  ReferenceLists lists;
  lists.add(withheld);
  lists.add(beyond);
  CHECK_FALSE(lists.leads_beyond(id("acl:1"), "s"));
  CHECK(lists.leads_beyond(id("acl:2"), "s"));
  CHECK(lists.take().front().answer == ReferenceAnswer::withheld);
}

TEST_CASE("a list with entries is listed, whatever its own line says") {
  ReferenceLists lists;
  lists.add(read<ReferencesRecord>(R"({"type":"references","id":"acl:1","source":"s","answer":"empty"})"));
  lists.add(read<ReferenceRecord>(R"({"type":"cites","from":"acl:1","to":"acl:2","source":"s"})"));
  CHECK(lists.take().front().answer == ReferenceAnswer::listed);
}

TEST_CASE("what is wrong with a line is said in one line") {
  struct Row {
    const char* line;
    const char* part;
  };
  for (const Row& row : {
           Row{"[]", "object"},
           Row{"7", "object"},
           Row{"{", ""},
           Row{R"({"id":"arXiv:2403.00835"})", "type"},
           Row{R"({"type":7})", "\"type\" must be text"},
           Row{R"({"type":"library","schema":2})", "newer version"},
           Row{R"({"type":"library","schema":"1"})", "schema"},
           Row{R"({"type":"paper"})", "\"id\" is missing"},
           Row{R"({"type":"paper","id":null})", "\"id\" is missing"},
           Row{R"({"type":"paper","id":["a"]})", "\"id\" must be text"},
           Row{R"({"type":"paper","id":"no such thing"})", "no such thing"},
           Row{R"({"type":"paper","id":"arXiv:2403.00835","year":"soon"})", "year"},
           Row{R"({"type":"paper","id":"arXiv:2403.00835","authors":"Kou"})", "authors"},
           Row{R"({"type":"cites","from":"arXiv:2403.00835"})", "\"to\" is missing"},
           Row{R"({"type":"cites","to":"arXiv:2403.00835"})", "\"from\" is missing"},
           Row{R"({"type":"cites","from":"acl:1","to":"acl:2","position":-1})", "position"},
           Row{R"({"type":"cites","from":"acl:1","to":"acl:2","position":1.5})", "position"},
           Row{R"({"type":"cites","from":"acl:1","to":"acl:2","position":18446744073709551615})", "position"},
           Row{R"({"type":"unresolved","from":"acl:1","year":0})", "year"},
           Row{R"({"type":"references","id":"acl:1","fetched":"yesterday"})", "fetched"},
           Row{R"({"type":"references","id":"acl:1","stated":"many"})", "stated"},
           Row{R"({"type":"references","id":"acl:1","complete":1})", "complete"},
           Row{R"({"type":"references","id":"acl:1","answer":"perhaps"})", "answer"},
           Row{R"({"type":"references","id":"acl:1","beyond":-1})", "beyond"},
           Row{R"({"type":"cites","from":"acl:1","to":"acl:2","contexts":7})", "contexts"},
           Row{R"({"type":"plan","id":7})", "id"},
       }) {
    CAPTURE(row.line);
    const std::string message = error(row.line);
    CHECK(!message.empty());
    CHECK(message.find(row.part) != std::string::npos);
    CHECK(message.find('\n') == std::string::npos);
  }
}

TEST_CASE("hostile strings are read as values or refused, as lines and inside of them") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    (void)read_jsonl_line(hostile.text);
    const nlohmann::ordered_json line{{"type", "unresolved"}, {"from", "acl:1"}, {"title", hostile.text}};
    const auto text = line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    CHECK(read<ReferenceRecord>(text).reference.title.find('\n') == std::string::npos);
    (void)read_jsonl_line(nlohmann::ordered_json{{"type", "paper"}, {"id", hostile.text}}.dump(
        -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }
}

TEST_CASE("references without a position are numbered after those with one") {
  ReferenceLists lists;
  const auto add = [&lists](const char* to, int position) {
    lists.add(ReferenceRecord{id("acl:1"), "seed", {position, id(to), "", {}, ""}});
  };
  add("acl:1x", 0);
  add("acl:1b", 7);
  add("acl:1y", 0);
  add("acl:1a", 2);
  const auto made = lists.take();
  REQUIRE(made.size() == 1);
  CHECK(made[0].entries == std::vector<Reference>{{2, id("acl:1a"), "", {}, ""},
                                                  {7, id("acl:1b"), "", {}, ""},
                                                  {8, id("acl:1x"), "", {}, ""},
                                                  {9, id("acl:1y"), "", {}, ""}});
  CHECK(lists.take().empty());
}

}  // namespace
}  // namespace papers::formats
