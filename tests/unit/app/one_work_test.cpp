#include "app/one_work.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using test::Desk;

TEST_CASE("two items become one that has what both had, and undo takes them apart") {
  Desk desk;
  const Item preprint = desk.put("2401.00001", "One Work", State::queued);
  desk.put("doi:10.1/x", "One Work", State::read);
  desk.cite("doi:10.1/x", {"2301.00001"});
  const Item whole = app::merge_items(desk.library, "2401.00001", "10.1/x", /*dry_run=*/false);
  CHECK(whole.row == preprint.row);
  CHECK(whole.state == State::read);
  CHECK(whole.references->known == 1);
  CHECK(desk.library.find(*parse_identifier("doi:10.1/x"))->row == preprint.row);

  Change change = desk.library.begin("undo", "undo");
  CHECK(change.undo()->name == "merge");
  change.commit();
  CHECK(desk.library.find(*parse_identifier("doi:10.1/x"))->row != preprint.row);
  CHECK(desk.library.find_row(preprint.row)->state == State::queued);
}

TEST_CASE("a dry run shows the whole and keeps the two") {
  Desk desk;
  desk.put("2401.00001", "One Work");
  desk.put("doi:10.1/x", "One Work", State::read);
  CHECK(app::merge_items(desk.library, "2401.00001", "10.1/x", /*dry_run=*/true).state == State::read);
  CHECK(desk.library.count(State::queued) == 1);
  CHECK(desk.library.count(State::read) == 1);
}

TEST_CASE("an item and itself, and a paper and a task, are refused and nothing is changed") {
  Desk desk;
  desk.put("2401.00001", "One Work");
  Item task;
  task.ids = {{Scheme::local, "T", 0}};
  task.kind = Kind::task;
  task.title = "Write to the advisor";
  task.state = State::queued;
  Change change = desk.library.begin("test", "test");
  change.save(task);
  change.commit();
  const std::size_t commands = desk.library.log(0).size();
  CHECK_THROWS_AS(static_cast<void>(app::merge_items(desk.library, "2401.00001", "2401.00001v2", false)),
                  Failure);
  CHECK_THROWS_AS(static_cast<void>(app::merge_items(desk.library, "2401.00001", "local:T", false)), Failure);
  CHECK_THROWS_AS(app::tell_apart(desk.library, "2401.00001", "2401.00001", false), Failure);
  CHECK(desk.library.log(0).size() == commands);
}

TEST_CASE("what was told apart is not asked about again") {
  Desk desk;
  for (const char* id : {"2401.00001", "doi:10.1/x"}) {
    Item item;
    item.ids = {*parse_identifier(id)};
    item.title = "A Work in Two Versions at Least";
    item.authors = {"Ada Lovelace"};
    item.year = 2024;
    item.state = State::queued;
    Change change = desk.library.begin("test", "test");
    change.save(item);
    change.commit();
  }
  REQUIRE(desk.library.possible_versions().size() == 1);
  app::tell_apart(desk.library, "2401.00001", "10.1/x", /*dry_run=*/true);
  CHECK(desk.library.possible_versions().size() == 1);
  app::tell_apart(desk.library, "2401.00001", "10.1/x", /*dry_run=*/false);
  CHECK(desk.library.possible_versions().empty());
}

}  // namespace
}  // namespace papers
