#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

using namespace papers;
using model::dump;
using model::parse_json;

namespace {

std::string refusal(std::string_view text) {
  const auto value = parse_json(text);
  REQUIRE_FALSE(value.ok());
  return value.error().message;
}

bool says(const std::string& message, std::string_view part) {
  return message.find(part) != std::string::npos;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("JSON is parsed in its own order") {
  const auto value = parse_json(R"({"b": 1, "a": [true, null, "x\u00e9"]})");
  REQUIRE(value.ok());
  CHECK(dump(*value) == R"({"b":1,"a":[true,null,"xé"]})");
}

TEST_CASE("of duplicate keys the last wins") {
  CHECK(dump(*parse_json(R"({"id":"a","x":1,"id":"b"})")) == R"({"id":"b","x":1})");
}

TEST_CASE("depth is limited before anything is built") {
  CHECK(parse_json(nested(64)).ok());
  CHECK(says(refusal(nested(65)), "deeper than 64"));
  CHECK(says(refusal(std::string(100000, '[')), "deeper than 64"));
  CHECK(says(refusal(std::string(100000, '{')), "deeper than 64"));
  CHECK(parse_json('"' + std::string(100000, '[') + '"').ok());
  CHECK(parse_json("\"\\\"" + std::string(100, '[') + '"').ok());
  CHECK(parse_json("[" + nested(60) + "," + nested(60) + "]").ok());
}

TEST_CASE("objects with thousands of members are refused") {
  std::string object = "{";
  for (int i = 0; i < 5000; ++i) {
    object += '"' + std::to_string(i) + "\":0,";
  }
  CHECK(says(refusal(object + "\"x\":0}"), "members"));
}

TEST_CASE("numbers that do not fit are refused") {
  CHECK(says(refusal(R"({"year":1e999})"), "1e999"));
  CHECK_FALSE(parse_json(std::string(400, '9')).ok());
}

TEST_CASE("what is not JSON is refused with the place, in one line") {
  for (const auto* bad : {"", "{", "[1,]", "nul", "{\"a\" 1}", "{\"title\":\"\\ud800\"}", "\"caf\xc3\"",
                          "\"a\nb\"", "{} {}", "'a'", "<html>"}) {
    CAPTURE(bad);
    const auto message = refusal(bad);
    CHECK(says(message, "line "));
    CHECK(says(message, "column "));
    CHECK(message.find('\n') == std::string::npos);
  }
  CHECK(refusal("\"" + std::string(1U << 20U, 'x')).size() < 300);
}

TEST_CASE("bytes that are not UTF-8 are replaced when written") {
  CHECK(dump("caf\xc3") == "\"caf\ufffd\"");
}

TEST_CASE("hostile strings survive as JSON, and break nothing as JSON text") {
  for (const auto& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const auto line = util::clean_line(hostile.text);
    const auto again = parse_json(dump(line));
    REQUIRE(again.ok());
    CHECK(again->get<std::string>() == line);
    CHECK(util::is_utf8(dump(hostile.text)));
    if (const auto value = parse_json(hostile.text); value.ok()) {
      CHECK(dump(*parse_json(dump(*value))) == dump(*value));
    }
  }
}
