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

TEST_CASE("an answer without entries and the contexts of an entry are read back as they were written") {
  for (const auto answer : {ReferenceAnswer::listed, ReferenceAnswer::empty, ReferenceAnswer::unknown,
                            ReferenceAnswer::withheld}) {
    ReferenceList list;
    list.citing = {Scheme::local, "x"};
    list.answer = answer;
    CHECK(model::list_from_json(model::list_to_json(list)) == list);
    CHECK(model::list_to_json(list).contains("answer") == (answer != ReferenceAnswer::listed));
  }
  ReferenceList list = sample();
  list.entries[0].contexts = {"We follow [1].", "As in [1], but not."};
  CHECK(model::list_from_json(model::list_to_json(list)) == list);
  CHECK_FALSE(model::list_to_json(list)["entries"][1].contains("contexts"));
}

TEST_CASE("contexts are clean lines, not too many and not too long") {
  ordered_json contexts = ordered_json::array({" a \n b\x1b ", ""});
  for (int n = 0; n < 20; ++n) {
    contexts.push_back(std::string(5000, 'x'));
  }
  const auto read = model::read_contexts(contexts);
  REQUIRE(read.size() == k_max_contexts);
  CHECK(read[0] == "a b\uFFFD");
  CHECK(read[1].size() <= 2000);
  CHECK(model::read_contexts(ordered_json(read)) == read);
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
        R"({"citing":"2403.00835","source":[]})", R"({"citing":"2403.00835","answer":"perhaps"})",
        R"({"citing":"2403.00835","answer":1})",
        R"({"citing":"2403.00835","answer":"empty","entries":[{"title":"a"}]})",
        R"({"citing":"2403.00835","entries":[{"contexts":"one"}]})"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(static_cast<void>(model::list_from_json(ordered_json::parse(bad))), Failure);
  }
}
