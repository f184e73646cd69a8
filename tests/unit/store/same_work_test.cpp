#include "store/same_work.hpp"

#include <array>

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

TEST_CASE("the state further on wins with its dates, in either order") {
  constexpr std::array k_progress{State::found,  State::dropped, State::parked, State::queued,
                                  State::paused, State::reading, State::read};
  for (std::size_t x = 0; x < k_progress.size(); ++x) {
    for (std::size_t y = 0; y < x; ++y) {
      CAPTURE(name_of(k_progress[x]));
      CAPTURE(name_of(k_progress[y]));
      Item further = paper("2401.00001").in(k_progress[x]);
      further.finished = "2024-11-20T10:00:00Z";
      further.started = "2024-11-19T10:00:00Z";
      Item behind = paper("doi:10.1/x").in(k_progress[y]);
      behind.finished = "2024-10-20T10:00:00Z";
      behind.started = "2024-10-19T10:00:00Z";
      for (const Item& one : {same_work(further, behind), same_work(behind, further)}) {
        CHECK(one.state == further.state);
        CHECK(one.started == further.started);
        CHECK(one.finished == further.finished);
      }
    }
  }
}

TEST_CASE("a date of the state that did not win is no date of the one that did, except when it was begun") {
  Item queued = paper("2401.00001").in(State::queued);
  Item dropped = paper("doi:10.1/x").in(State::dropped);
  dropped.started = "2024-10-19T10:00:00Z";
  dropped.finished = "2024-10-20T10:00:00Z";
  const Item one = same_work(queued, dropped);
  CHECK(one.state == State::queued);
  CHECK(one.started == dropped.started);
  CHECK_FALSE(one.finished);
}
