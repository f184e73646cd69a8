#include "store/same_work.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;
using papers::store::same_work;

TEST_CASE("the judged item goes first, and the row is that of the first") {
  Item found = paper("2401.00001").titled("Found");
  found.row = 1;
  Item kept = paper("doi:10.1/x").titled("Kept").in(State::read);
  kept.row = 2;
  kept.key = "kept";
  const Item one = same_work(found, kept);
  CHECK(one.row == 1);
  CHECK(one.title == "Kept");
  CHECK(one.key == "kept");
  CHECK(one.state == State::read);
  CHECK(one.ids == std::vector{id("doi:10.1/x"), id("2401.00001")});
}

TEST_CASE("nothing that the reader entered in either is lost") {
  Item a = paper("2401.00001").in(State::queued);
  a.tags = {"b"};
  a.notes = {{"2024-11-18T10:00:00Z", "note", "later"}};
  a.minutes = 10;
  a.added = "2024-11-18T10:00:00Z";
  Item b = paper("doi:10.1/x").titled("Entered").in(State::queued);
  b.own = {"title"};
  b.root = true;
  b.tags = {"a", "b"};
  b.notes = {{"2024-11-17T10:00:00Z", "note", "earlier"}};
  b.minutes = 5;
  b.priority = Priority::high;
  b.added = "2024-11-17T10:00:00Z";
  const Item one = same_work(a, b);
  CHECK(one.title == "Entered");
  CHECK(one.own == std::vector<std::string>{"title"});
  CHECK(one.root);
  CHECK(one.tags == std::vector<std::string>{"a", "b"});
  CHECK(one.notes.front().text == "earlier");
  CHECK(one.notes.size() == 2);
  CHECK(one.minutes == 15);
  CHECK(one.priority == Priority::high);
  CHECK(one.added == b.added);
}
