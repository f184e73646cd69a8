#include "config/keys.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include <doctest/doctest.h>

#include "terms.hpp"

namespace papers::config {
namespace {

using List = std::vector<std::string>;

Key key(std::string_view name) {
  const auto keys = make_keys(test::k_terms);
  return *std::find_if(keys.begin(), keys.end(), [&](const Key& row) { return row.name == name; });
}

TEST_CASE("keys are unique and documented, and accept their own defaults, written and read again") {
  std::set<std::string> names;
  for (const Key& row : make_keys(test::k_terms)) {
    CAPTURE(row.name);
    CHECK(names.insert(row.name).second);
    CHECK(row.summary.size() > 10);
    CHECK(!expectation(row).empty());
    const auto accepted = accept(row, row.fallback);
    REQUIRE(accepted.ok());
    CHECK(*accepted == row.fallback);
    const auto again = read_value(row, to_toml(row.fallback));
    REQUIRE(again.ok());
    CHECK(*again == row.fallback);
  }
  CHECK(names.count("rank.due") == 1);
  CHECK(names.count("rank.age") == 1);
}

TEST_CASE("values are read as typed") {
  struct Row {
    const char* key;
    const char* text;
    Value value;
  };
  for (const Row& row : {
           Row{"limits.depth", "3", 3},
           Row{"limits.depth", " 0 ", 0},
           Row{"week.hours", "7", 7.0},
           Row{"week.hours", "1.5", 1.5},
           Row{"rank.due", "-2", -2.0},
           Row{"rank.due", "1e2", 100.0},
           Row{"lang", "zh", "zh"},
           Row{"lang", "\"zh\"", "zh"},
           Row{"fetch.contact", "", ""},
           Row{"fetch.contact", "me@example.org", "me@example.org"},
           Row{"sources.references", "crossref", List{"crossref"}},
           Row{"sources.references", " openalex , crossref ", List{"openalex", "crossref"}},
           Row{"sources.references", "[\"openalex\", 'crossref']", List{"openalex", "crossref"}},
           Row{"sources.references", "[]", List{}},
           Row{"sources.references", "", List{}},
       }) {
    CAPTURE(row.key);
    CAPTURE(row.text);
    const auto value = read_value(key(row.key), row.text);
    REQUIRE(value.ok());
    CHECK(*value == row.value);
  }
}

TEST_CASE("what a key does not take is refused with what it takes") {
  struct Row {
    const char* key;
    const char* text;
    const char* message;
  };
  for (const Row& row : {
           Row{"limits.depth", "two", "limits.depth is two, expected a whole number from 0 to 20"},
           Row{"limits.depth", "-1", "limits.depth is -1, expected a whole number from 0 to 20"},
           Row{"limits.depth", "21", "limits.depth is 21, expected a whole number from 0 to 20"},
           Row{"limits.depth", "2.5", "limits.depth is 2.5, expected a whole number from 0 to 20"},
           Row{"limits.depth", "", "limits.depth is , expected a whole number from 0 to 20"},
           Row{"limits.depth", "99999999999",
               "limits.depth is 99999999999, expected a whole number from 0 to 20"},
           Row{"week.hours", "nan", "week.hours is nan, expected a number from 0 to 168"},
           Row{"week.hours", "inf", "week.hours is inf, expected a number from 0 to 168"},
           Row{"week.hours", "6h", "week.hours is 6h, expected a number from 0 to 168"},
           Row{"rank.age", "1e9", "rank.age is 1e9, expected a number from -1000 to 1000"},
           Row{"lang", "de", "lang is de, expected one of auto, en, zh"},
           Row{"fetch.contact", "a\r\nX: y",
               "fetch.contact is a<0D><0A>X: y, expected text in printable ASCII"},
           Row{"sources.references", "openalex,openalex",
               "sources.references is openalex,openalex, expected a list of semantic-scholar, openalex, "
               "arxiv-html, crossref, each at most once"},
       }) {
    CAPTURE(row.key);
    const auto value = read_value(key(row.key), row.text);
    REQUIRE(!value.ok());
    CHECK(value.error().message == row.message);
    CHECK(value.error().code == ExitCode::usage);
  }
}

TEST_CASE("types are not mixed, but whole numbers are numbers") {
  CHECK(*accept(key("week.hours"), 7) == Value(7.0));
  CHECK(!accept(key("limits.depth"), 2.0).ok());
  CHECK(!accept(key("limits.depth"), std::string("2")).ok());
  CHECK(!accept(key("lang"), List{"en"}).ok());
  CHECK(!accept(key("week.hours"), std::numeric_limits<double>::quiet_NaN()).ok());
}

TEST_CASE("headings of logs may be in any letters, in one line") {
  CHECK(*read_value(key("log.plan"), "目标,Ziele für Montag") == Value(List{"目标", "Ziele für Montag"}));
  for (const char* text : {"a\nb", "\xff", "a\xe2\x80\xae", "x,x", "x,,y"}) {
    CAPTURE(text);
    const auto value = read_value(key("log.plan"), text);
    REQUIRE(!value.ok());
    CHECK(value.error().message.find("expected a list of texts, each at most once") != std::string::npos);
  }
}

TEST_CASE("aliases are a family of keys, named by the reader") {
  for (const char* name : {"alias.todo", "alias.t", "alias.a-b2"}) {
    CAPTURE(name);
    REQUIRE(key_in_family(name));
    CHECK(key_in_family(name)->name == name);
  }
  for (const char* name :
       {"alias", "alias.", "alias.Todo", "alias.2b", "alias.a b", "alias.a.b", "aliases.x", "x", "alias.-x",
        "alias.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    CAPTURE(name);
    CHECK_FALSE(key_in_family(name));
  }
  const Key alias = *key_in_family("alias.todo");
  CHECK(read_value(alias, "list tag:读 -author:song").ok());
  CHECK_FALSE(read_value(alias, "list\nnext").ok());
  CHECK_FALSE(accept(alias, 3).ok());
}

TEST_CASE("a program and its arguments are a list in which anything may stand, twice if need be") {
  const Key hook = key("hooks.on-add");
  CHECK(hook.file_only);
  CHECK(std::get<List>(*read_value(hook, R"(["notify-send", "a, b", "读", "a, b"])")) ==
        List{"notify-send", "a, b", "读", "a, b"});
  CHECK(std::get<List>(*read_value(hook, "program,argument")) == List{"program", "argument"});
  CHECK(std::get<List>(*read_value(hook, "[]")).empty());
  CHECK_FALSE(read_value(hook, "[1, 2]").ok());
  CHECK_FALSE(accept(hook, std::string("program")).ok());
  CHECK_FALSE(accept(hook, List{"a\nb"}).ok());
  CHECK(expectation(hook).find("[\"program\"") != std::string::npos);
}

TEST_CASE("long values are cut in messages") {
  const auto value = read_value(key("lang"), std::string(10'000, 'x'));
  CHECK(value.error().message.size() < 200);
}

}  // namespace
}  // namespace papers::config
