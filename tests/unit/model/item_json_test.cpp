#include "model/item_json.hpp"

#include <algorithm>
#include <array>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/hostile_strings.hpp"

using namespace papers;
using model::apply_json;
using model::item_fields;
using nlohmann::ordered_json;
using Origin = model::ItemField::Origin;

namespace {

/// An item with a value in every stored field.
Item full_item() {
  Item item;
  item.ids = {{Scheme::doi, "10.1/x"}, {Scheme::arxiv, "2403.00835"}};
  item.key = "kou2024cllms";
  item.number = 7;
  item.kind = Kind::book;
  item.title = "A title";
  item.authors = {"A B", "C D"};
  item.year = 2024;
  item.published = "2024-02-28T06:49:24Z";
  item.updated = "2024-06-13";
  item.version = 4;
  item.venue = "A venue";
  item.categories = {"cs.CL", "cs.AI"};
  item.abstract = "One line.\nAnother.";
  item.comment = "12 pages";
  item.details = {{"entrytype", "article"}, {"volume", "12"}};
  item.source = "arxiv";
  item.state = State::reading;
  item.root = true;
  item.priority = Priority::high;
  item.due = "2024-11-24";
  item.tags = {"a", "b"};
  item.effort_minutes = 60;
  item.level = Level::deep;
  item.rating = 5;
  item.minutes = 30;
  item.added = "2024-11-17T09:00:00Z";
  item.started = "2024-11-18T09:00:00Z";
  item.finished = "2024-11-19T09:00:00Z";
  item.notes = {{"2024-11-18T09:00:00Z", "note", "First.\nSecond."}, {"", "takeaway", "Short."}};
  item.own = {"kind", "title"};
  return item;
}

Item with_derived(Item item) {
  item.row = 12;
  item.depth = 1;
  item.cited_by = 3;
  item.slips = 2;
  item.references = ReferenceSummary{37, 42, 5, "semantic-scholar", "2024-11-17T09:00:00Z", false};
  item.references->beyond = 6;
  return item;
}

ordered_json parsed(const char* text) {
  return ordered_json::parse(text);
}

}  // namespace

TEST_CASE("fields come in the documented order, and new ones behind") {
  std::vector<std::string_view> names;
  for (const auto& field : item_fields()) {
    names.push_back(field.name);
  }
  const std::vector<std::string_view> expected{
      "id",        "key",      "number",     "kind",    "title",          "authors",    "year",
      "published", "updated",  "version",    "ids",     "venue",          "categories", "abstract",
      "state",     "priority", "due",        "tags",    "effort_minutes", "level",      "rating",
      "depth",     "slips",    "references", "added",   "finished",       "notes",      "comment",
      "source",    "root",     "minutes",    "started", "cited_by",       "own",        "details"};
  CHECK(names == expected);
}

TEST_CASE("only derived fields cannot be set") {
  for (const auto& field : item_fields()) {
    CAPTURE(field.name);
    CHECK((field.set == nullptr) == (field.origin == Origin::derived));
  }
}

TEST_CASE("every stored field survives a journey through its record") {
  Item item;
  apply_json(item, *model::parse_json(model::dump(model::item_to_record(full_item()))));
  CHECK(item == full_item());
  Item empty;
  apply_json(empty, model::item_to_record(Item{}));
  CHECK(empty == Item{});
}

TEST_CASE("every stored field of the full item differs from an empty one") {
  const auto differing = model::differing_fields(full_item(), Item{});
  for (const auto& field : item_fields()) {
    CAPTURE(field.name);
    CHECK(differing.contains(std::string(field.name)) == (field.origin != Origin::derived));
  }
}

TEST_CASE("a reader sees derived fields, a record does not hold them") {
  const auto shown = model::item_to_json(with_derived(full_item()));
  CHECK(shown.begin().key() == "id");
  CHECK(shown["depth"] == 1);
  CHECK(shown["slips"] == 2);
  CHECK(shown["cited_by"] == 3);
  CHECK(
      model::dump(shown["references"]) ==
      R"({"known":37,"stated":42,"unresolved":5,"source":"semantic-scholar","fetched":"2024-11-17T09:00:00Z","complete":false,"answer":"listed","beyond":6})");
  CHECK(model::item_to_record(with_derived(full_item())) == model::item_to_record(full_item()));
  CHECK(model::differing_fields(with_derived(full_item()), full_item()).empty());
}

TEST_CASE("absent values are null, absent lists empty") {
  const auto shown = model::item_to_json(Item{});
  for (const auto* name :
       {"id", "key", "number", "title", "year", "published", "venue", "abstract", "priority", "due", "level",
        "rating", "depth", "references", "added", "finished", "started", "source"}) {
    CAPTURE(name);
    CHECK(shown[name].is_null());
  }
  for (const auto* name : {"authors", "categories", "tags", "notes", "own"}) {
    CAPTURE(name);
    CHECK(shown[name] == ordered_json::array());
  }
}

TEST_CASE("priorities are letters, and read as words too") {
  CHECK(model::item_to_json(full_item())["priority"] == "H");
  Item item;
  apply_json(item, parsed(R"({"priority":"low"})"));
  CHECK(item.priority == Priority::low);
}

TEST_CASE("fields that are not named stay as they are") {
  Item item = full_item();
  apply_json(item, parsed(R"({"title":"Other","type":"paper","depth":9,"unknown":{"x":1}})"));
  Item expected = full_item();
  expected.title = "Other";
  CHECK(item == expected);
}

TEST_CASE("null takes a value away") {
  Item item = full_item();
  apply_json(
      item,
      parsed(
          R"({"title":null,"year":null,"due":null,"priority":null,"tags":null,"notes":null,"root":null})"));
  CHECK(item.title.empty());
  CHECK_FALSE(item.year.has_value());
  CHECK_FALSE(item.due.has_value());
  CHECK_FALSE(item.priority.has_value());
  CHECK(item.tags.empty());
  CHECK(item.notes.empty());
  CHECK_FALSE(item.root);
  CHECK(item.kind == Kind::book);
}

TEST_CASE("texts are cleaned, tags sorted, moments brought to UTC") {
  Item item;
  apply_json(
      item,
      parsed(
          R"({"title":" A\n title\u0007","authors":["", " A  B "],"tags":["b","a","b"],"abstract":"x\r\n\r\n\r\ny",
                              "published":"2024-02-28T08:00:00+08:00","own":["title","kind","title"]})"));
  CHECK(item.title == "A title\ufffd");
  CHECK(item.authors == std::vector<std::string>{"A B"});
  CHECK(item.tags == std::vector<std::string>{"a", "b"});
  CHECK(item.abstract == "x\n\ny");
  CHECK(item.published == "2024-02-28T00:00:00Z");
  CHECK(item.own == std::vector<std::string>{"kind", "title"});
}

TEST_CASE("a value of the wrong type or out of range is refused by the name of its field") {
  struct Row {
    const char* record;
    const char* message;
  };
  constexpr std::array<Row, 30> k_rows{{
      {R"({"title":["a"]})", "title: a list; expected a text"},
      {R"({"title":1})", "title: 1; expected a text"},
      {R"({"key":{}})", "key: an object; expected a text"},
      {R"({"authors":"b"})", "authors: \"b\"; expected a list of texts"},
      {R"({"authors":[1]})", "authors: 1; expected a text"},
      {R"({"authors":{"a":"b"}})", "authors: an object; expected a list of texts"},
      {R"({"year":"2024"})", "year: \"2024\"; expected a whole number from 1 to 9999"},
      {R"({"year":0})", "year: 0;"},
      {R"({"year":10000})", "year: 10000;"},
      {R"({"year":-2147483649})", "year: -2147483649;"},
      {R"({"year":18446744073709551615})", "year: 18446744073709551615;"},
      {R"({"year":2024.0})", "year: 2024.0;"},
      {R"({"year":true})", "year: true;"},
      {R"({"number":0})", "number: 0;"},
      {R"({"version":0})", "version: 0;"},
      {R"({"rating":6})", "rating: 6; expected a whole number from 1 to 5"},
      {R"({"rating":0})", "rating: 0;"},
      {R"({"effort_minutes":-1})", "effort_minutes: -1;"},
      {R"({"kind":"novel"})", "kind: \"novel\"; expected one of paper, post, course"},
      {R"({"state":1})", "state: 1; expected one of found, queued"},
      {R"({"priority":"X"})", "priority: \"X\"; expected one of L, M, H"},
      {R"({"level":"deeper"})", "level: \"deeper\"; expected one of skim, read"},
      {R"({"due":"2024-02-30"})", "due: \"2024-02-30\"; expected a day like 2024-02-28"},
      {R"({"due":"2024-02-28T00:00:00Z"})", "due: "},
      {R"({"published":"soon"})", "published: \"soon\"; expected a date like"},
      {R"({"added":5})", "added: 5;"},
      {R"({"root":1})", "root: 1; expected true or false"},
      {R"({"notes":"x"})", "notes: \"x\"; expected a list of objects"},
      {R"({"notes":["x"]})", "notes: \"x\"; expected a list of objects"},
      {R"({"notes":[{"text":1}]})", "notes.text: 1; expected a text"},
  }};
  for (const auto& row : k_rows) {
    CAPTURE(row.record);
    Item item;
    CHECK_THROWS_WITH_AS(apply_json(item, parsed(row.record)), doctest::Contains(row.message), Failure);
  }
  Item item;
  CHECK_THROWS_AS(apply_json(item, parsed("[]")), Failure);
}

TEST_CASE("the differing fields of two items turn one into the other") {
  Item other = full_item();
  other.ids = {{Scheme::arxiv, "2403.00835"}, {Scheme::url, "https://example.org/"}};
  other.title = "Another title";
  other.rating = {};
  other.notes.pop_back();
  Item item = full_item();
  const auto back = model::differing_fields(item, other);
  CHECK(back.size() == 5);
  apply_json(item, model::differing_fields(other, item));
  CHECK(item == other);
  apply_json(item, back);
  CHECK(item == full_item());
}

TEST_CASE("hostile strings in every text field survive a journey once they are clean") {
  for (const auto& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const ordered_json text(hostile.text);
    const ordered_json record{
        {"title", text}, {"venue", text}, {"authors", {text}}, {"tags", {text}}, {"abstract", text}};
    Item item;
    apply_json(item, record);
    Item again;
    apply_json(again, *model::parse_json(model::dump(model::item_to_record(item))));
    CHECK(again == item);
  }
}
