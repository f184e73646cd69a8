#include "config/toml_document.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

namespace papers::config {
namespace {

std::vector<TomlEntry> entries(std::string_view text) {
  return value_or_throw(read_toml(text, "test.toml"));
}

std::string error(std::string_view text) {
  const auto read = read_toml(text, "test.toml");
  return read.ok() ? "" : read.error().message;
}

TEST_CASE("tables become dotted keys in the order of their lines") {
  const auto found =
      entries("lang = \"zh\"\n[week]\nhours = 4.5\n[limits]\ndepth = 2\nreading = 1\n[a.b]\nc = []\n");
  REQUIRE(found.size() == 5);
  CHECK(found[0].key == "lang");
  CHECK(found[0].value == Value("zh"));
  CHECK(found[1].key == "week.hours");
  CHECK(found[1].value == Value(4.5));
  CHECK(found[1].line == 3);
  CHECK(found[2].key == "limits.depth");
  CHECK(found[2].value == Value(2));
  CHECK(found[3].line == 6);
  CHECK(found[4].key == "a.b.c");
  CHECK(found[4].value == Value(std::vector<std::string>{}));
}

TEST_CASE("what no setting can be is shown as written") {
  for (const char* written : {"true", "1979-05-27", "[1, 2]", "[\"a\", 2]", "{}"}) {
    CAPTURE(written);
    const auto found = entries(std::string("x = ") + written);
    REQUIRE(found.size() == 1);
    CHECK(!found[0].value);
    CHECK(!found[0].written.empty());
  }
  CHECK(entries("x = 99999999999")[0].value == Value(99999999999.0));
}

TEST_CASE("an empty document holds nothing") {
  CHECK(entries("").empty());
  CHECK(entries("\n# only a comment\n\n").empty());
}

TEST_CASE("broken documents are errors that name document and line, in one line") {
  for (const char* text : {"a = 1\nb =", "a = 1\nb = \"open", "a = 1\na = 2", "a = 1\n[x", "a = 1\n= 2",
                           "a = 1\nb = caf\xC3\n", "a = 1\nb = \x01", "a = 1\nb = 1 c = 2"}) {
    CAPTURE(text);
    CHECK(error(text).starts_with("test.toml:2: not valid TOML: "));
    CHECK(error(text).find('\n') == std::string::npos);
  }
}

TEST_CASE("deep nesting is an error, not a crash") {
  CHECK(!error("a = " + std::string(100'000, '[')).empty());
  CHECK(!error("a = " + std::string(5'000, '[') + std::string(5'000, ']')).empty());
}

TEST_CASE("hostile text is read or refused") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    CHECK(error(hostile.text).find('\n') == std::string::npos);
    CHECK(error("a = \"" + hostile.text + "\"").find('\n') == std::string::npos);
  }
}

}  // namespace
}  // namespace papers::config
