#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "store/saving.hpp"

using namespace papers;
using namespace papers::test;

namespace {

const Record k_question{"question", "01", R"({"text":"why?"})"};

}  // namespace

TEST_CASE("records are read back by kind and id, in the order of ids") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {"question", "02", R"({"text":"how?"})"});
  save(library, {"plan", "2024-W47", "{}"});
  save(library, k_question);
  CHECK(library.record("question", "01") == k_question);
  CHECK_FALSE(library.record("question", "03"));
  CHECK_FALSE(library.record("plan", "01"));
  REQUIRE(library.records("question").size() == 2);
  CHECK(library.records("question")[0].id == "01");
  CHECK(library.records("trail").empty());
  CHECK(snapshot(library).records.size() == 3);
  CHECK(snapshot(library).records[0].kind == "plan");
}

TEST_CASE("a record is replaced, removed and brought back, and the log says so") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, k_question);
  save(library, {"question", "01", R"({ "text": "why not?" })"});
  {
    Change change = library.begin("answer", "answer");
    change.remove(k_question);
    change.commit();
  }
  CHECK(library.records("question").empty());
  const auto operations = library.operations(library.log(0)[1].id);
  REQUIRE(operations.size() == 1);
  CHECK(operations[0].kind == "record");
  CHECK(operations[0].identity == "question/01");
  CHECK(operations[0].before == R"({"text":"why?"})");
  CHECK(operations[0].after == R"({"text":"why not?"})");
  undo(library);
  CHECK(library.record("question", "01")->body == R"({"text":"why not?"})");
  undo(library);
  CHECK(library.record("question", "01") == k_question);
  undo(library);
  CHECK(snapshot(library).records.empty());
  redo(library);
  redo(library);
  redo(library);
  CHECK(snapshot(library).records.empty());
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("saving a record that is there already, and removing one that is not, changes nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, k_question);
  Change change = library.begin("ask", "ask");
  change.save(Record{"question", "01", R"( {"text" : "why?"} )"});
  change.remove(Record{"question", "02", ""});
  CHECK(change.empty());
}

TEST_CASE("a record that makes no sense is refused, and the change goes on") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("ask", "ask");
  CHECK_THROWS_AS(change.save(Record{"paper", "01", "{}"}), Failure);
  CHECK_THROWS_AS(change.save(Record{"question", "01", "[]"}), Failure);
  change.save(k_question);
  change.commit();
  CHECK(snapshot(library).records.size() == 1);
}
