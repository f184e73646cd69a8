#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

using namespace papers;
using nlohmann::ordered_json;

namespace {

ReferenceList sample() {
  ReferenceList list;
  list.citing = {Scheme::arxiv, "2403.00835"};
  list.source = "seed";
  list.fetched = "2024-03-01T00:00:00Z";
  list.stated = 3;
  list.complete = true;
  list.entries = {{1, Identifier{Scheme::doi, "10.1/x"}, "", {}, ""}, {2, {}, "A title", 1999, "B. Author"}};
  return list;
}

}  // namespace

TEST_CASE("a reference list is read back as it was written") {
  CHECK(model::list_from_json(model::list_to_json(sample())) == sample());
  ReferenceList bare;
  bare.citing = {Scheme::local, "x"};
  CHECK(model::list_from_json(model::list_to_json(bare)) == bare);
}

TEST_CASE("absent values are null") {
  CHECK(model::dump(model::list_to_json(sample())["entries"][0]) ==
        R"({"position":1,"id":"doi:10.1/x","title":null,"year":null,"author":null})");
}

TEST_CASE("entries are put in the order of their positions, which may be left out") {
  const auto list = model::list_from_json(ordered_json::parse(
      R"({"citing":"2403.00835","entries":[{"position":9,"title":"c"},{"title":" b "},{"position":1,"title":"a"}]})"));
  REQUIRE(list.entries.size() == 3);
  CHECK(list.entries[0].title == "a");
  CHECK(list.entries[1].title == "b");
  CHECK(list.entries[1].position == 2);
  CHECK(list.entries[2].title == "c");
}

TEST_CASE("a record that makes no sense is refused") {
  for (const auto* bad :
       {"[]", "null", "{}", R"({"citing":1})", R"({"citing":"hello"})",
        R"({"citing":"2403.00835","entries":{}})", R"({"citing":"2403.00835","entries":[1]})",
        R"({"citing":"2403.00835","entries":[{"id":"2413.00001"}]})",
        R"({"citing":"2403.00835","entries":[{"position":0}]})",
        R"({"citing":"2403.00835","entries":[{"year":"x"}]})", R"({"citing":"2403.00835","stated":-1})",
        R"({"citing":"2403.00835","complete":1})", R"({"citing":"2403.00835","fetched":"yesterday"})",
        R"({"citing":"2403.00835","source":[]})"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(static_cast<void>(model::list_from_json(ordered_json::parse(bad))), Failure);
  }
}
