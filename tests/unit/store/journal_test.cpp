#include "store/journal.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

/// Saves a paper as a part of the command of that id; gives the id of the command that it went into.
std::string save_part(Library& library, const std::string& command_id, std::string_view name) {
  Change change = library.continue_command(command_id, "add", "add more");
  Item item = paper(name).root();
  change.save(item);
  change.commit();
  return change.command_id();
}

}  // namespace

TEST_CASE("a command that commits in parts is one entry of the log and one undo") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Snapshot start = snapshot(library);
  std::string command;
  {
    Change change = library.begin("add", "add three");
    command = change.command_id();
    Item item = paper("2401.00001").root();
    change.save(item);
    change.commit();
  }
  CHECK(save_part(library, command, "2401.00002") == command);
  Library other = fixture.open();
  CHECK(save_part(other, command, "2401.00003") == command);
  REQUIRE(library.log(0).size() == 1);
  CHECK(library.log(0)[0].operations == 3);
  CHECK(library.log(0)[0].summary == "add three");
  CHECK(library.operations(command).size() == 3);
  CHECK(library.check(/*repair=*/false).damage.empty());
  const Snapshot end = snapshot(library);
  undo(library);
  CHECK(snapshot(library) == start);
  redo(library);
  CHECK(snapshot(library) == end);
}

TEST_CASE("what continues a command that is not the newest, or undone, or never was, is one of its own") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const std::string first = save_part(library, "", "2401.00001");
  const std::string second = save_part(library, "no such command", "2401.00002");
  CHECK(first != second);
  CHECK(save_part(library, first, "2401.00003") != first);
  CHECK(library.log(0).size() == 3);
  CHECK(library.log(0)[0].summary == "add more");
  undo(library);
  const std::string newest_done = library.log(0)[2].id;
  CHECK(newest_done == second);
  CHECK(save_part(library, second, "2401.00004") != second);
  const std::string undo_itself = library.log(0)[1].id;
  CHECK(save_part(library, undo_itself, "2401.00005") != undo_itself);
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("a part without differences leaves the command as it was") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const std::string command = save_part(library, "", "2401.00001");
  Change change = library.continue_command(command, "add", "add more");
  CHECK(change.command_id() == command);
  CHECK(change.empty());
  change.commit();
  CHECK(library.log(0).size() == 1);
  CHECK(library.log(0)[0].operations == 1);
}

TEST_CASE("a command of which nothing was kept can be continued by one of its own") {
  LibraryFixture fixture;
  Library library = fixture.open();
  std::string command;
  {
    const Change change = library.begin("add", "add");
    command = change.command_id();
  }
  CHECK(save_part(library, command, "2401.00001") != command);
}
