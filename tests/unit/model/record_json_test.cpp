#include "model/record_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "support/hostile_strings.hpp"

using namespace papers;
using nlohmann::ordered_json;

TEST_CASE("kinds are words that name no other line") {
  for (const char* const good : {"question", "trail", "x", "plan-of-week"}) {
    CHECK(model::is_record_kind(good));
  }
  for (const char* const bad : {"", "Question", "a b", "plan1", "plan_", "frage\xC3\xA4", "library", "paper",
                                "references", "cites", "unresolved"}) {
    CAPTURE(bad);
    CHECK_FALSE(model::is_record_kind(bad));
  }
}

TEST_CASE("a record survives the journey through its line") {
  const Record record{"question", "01J", R"({"text":"why?\nreally","steps":[1,2.5,null,{"a":true}]})"};
  const ordered_json line = model::record_to_json(record);
  CHECK(model::dump(line) ==
        R"({"type":"question","id":"01J","text":"why?\nreally","steps":[1,2.5,null,{"a":true}]})");
  CHECK(model::record_from_json(line) == record);
  CHECK(model::record_from_json(model::record_to_json({"plan", "x", "{}"})) == Record{"plan", "x", "{}"});
}

TEST_CASE("bodies are brought into one line, and their texts cleaned") {
  const Record stored =
      model::stored_form({"plan", "x", "{ \"a\" :\n [ \" b\\u001b \" ],\"c\\n\":\"1\\r\\n\\n2\" }"});
  CHECK(stored.body == "{\"a\":[\"b\uFFFD\"],\"c\":\"1\\n\\n2\"}");
  CHECK(model::stored_form(stored) == stored);
}

TEST_CASE("a record that makes no sense is refused with what is wrong") {
  struct Row {
    Record record;
    const char* said;
  };
  for (const Row& row :
       {Row{{"paper", "x", "{}"}, "kind: paper"}, Row{{"", "x", "{}"}, "kind"}, Row{{"plan", "", "{}"}, "id"},
        Row{{"plan", " x", "{}"}, "id"}, Row{{"plan", "a\nb", "{}"}, "id"}, Row{{"plan", "x", ""}, "JSON"},
        Row{{"plan", "x", "[]"}, "object"}, Row{{"plan", "x", "7"}, "object"},
        Row{{"plan", "x", R"({"id":1})"}, "\"id\""}, Row{{"plan", "x", R"({"type":1})"}, "\"type\""}}) {
    CAPTURE(row.record.body);
    CHECK_THROWS_WITH_AS(static_cast<void>(model::stored_form(row.record)), doctest::Contains(row.said),
                         Failure);
  }
}

TEST_CASE("hostile texts in bodies are cleaned once and for all") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const ordered_json body{{"text", hostile.text}, {"list", {hostile.text}}};
    const Record stored = model::stored_form({"question", "x", model::dump(body)});
    CHECK(stored.body.find('\n') == std::string::npos);
    CHECK(model::stored_form(stored) == stored);
    CHECK(model::record_from_json(model::record_to_json(stored)) == stored);
  }
}
