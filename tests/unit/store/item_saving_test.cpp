#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "store/saving.hpp"

using namespace papers;
using namespace papers::test;

TEST_CASE("saving fills in row, key, number and the moment when it was added") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("add", "add");
  Item item = paper("2403.00835").titled("Consistency").by("Siqi Kou").year(2024).in(State::queued);
  change.save(item);
  CHECK(item.row == 1);
  CHECK(item.key == "kou2024consistency");
  CHECK(item.number == 1);
  CHECK(item.added == "2024-11-17T09:00:00Z");
}

TEST_CASE("an item without a name gets one of its own") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item task;
  task.kind = Kind::task;
  task.title = "Write to the mentor";
  task = save(library, {task}).front();
  REQUIRE(task.ids.size() == 1);
  CHECK(task.ids.front().scheme == Scheme::local);
  CHECK(library.find(task.ids.front()).value() == task);
}

TEST_CASE("the short number comes when an item is first kept or parked, and stays") {
  struct Row {
    State state;
    bool numbered;
  };
  for (const Row& row : {Row{State::found, false},
                         {State::dropped, false},
                         {State::queued, true},
                         {State::reading, true},
                         {State::paused, true},
                         {State::read, true},
                         {State::parked, true}}) {
    CAPTURE(name_of(row.state));
    LibraryFixture fixture;
    Library library = fixture.open();
    Item item = save(library, {paper("2403.00835").in(row.state)}).front();
    CHECK(item.number.has_value() == row.numbered);
    item.state = State::dropped;
    CHECK(save(library, {item}).front().number.has_value() == row.numbered);
  }
}

TEST_CASE("numbers and rows are never given out twice") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item first = save(library, {paper("2401.00001").in(State::queued)}).front();
  undo(library);
  const Item second = save(library, {paper("2401.00002").in(State::queued)}).front();
  CHECK(second.number == 2);
  CHECK(second.row == first.row + 1);
}

TEST_CASE("keys stay apart by the suffixes b, c, ..., z, aa, ab") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("add", "add");
  std::vector<std::string> keys;
  for (int i = 0; i < 60; ++i) {
    Item item = paper("2401." + std::to_string(10000 + i)).titled("Same").by("Ann Lee").year(2020);
    change.save(item);
    keys.push_back(item.key);
  }
  CHECK(keys[0] == "lee2020same");
  CHECK(keys[1] == "lee2020sameb");
  CHECK(keys[25] == "lee2020samez");
  CHECK(keys[26] == "lee2020sameaa");
  CHECK(keys[52] == "lee2020sameba");
  change.commit();
  CHECK(save(library, {paper("2402.00001").titled("Same").by("Ann Lee").year(2020)}).front().key ==
        "lee2020samebi");
}

TEST_CASE("a found item of which nothing was known gets its real key with its title") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = save(library, {paper("2403.00835")}).front();
  CHECK(item.key == "item");
  item.title = "Consistency";
  item.authors = {"Siqi Kou"};
  item.year = 2024;
  item.state = State::queued;
  item = save(library, {item}).front();
  CHECK(item.key == "kou2024consistency");
  item.title = "Another";
  CHECK(save(library, {item}).front().key == "kou2024consistency");
}

TEST_CASE("a new item may bring its key and number; one that is taken becomes the next free one") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = paper("2401.00001").in(State::queued);
  item.key = "mine";
  item.number = 7;
  Item other = paper("2401.00002").in(State::queued);
  other.key = "mine";
  other.number = 7;
  const auto saved = save(library, {item, other});
  CHECK(saved[0].key == "mine");
  CHECK(saved[0].number == 7);
  CHECK(saved[1].key == "mineb");
  CHECK(saved[1].number == 8);
}

TEST_CASE("an old item cannot take the key or number of another, and the change goes on") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const auto saved =
      save(library, {paper("2401.00001").in(State::queued), paper("2401.00002").in(State::queued)});
  Change change = library.begin("set", "set");
  Item item = saved[1];
  item.key = saved[0].key;
  CHECK_THROWS_WITH_AS(change.save(item), doctest::Contains("arXiv:2401.00001"), Failure);
  item = saved[1];
  item.number = saved[0].number;
  CHECK_THROWS_WITH_AS(change.save(item), doctest::Contains("number 1"), Failure);
  item = saved[1];
  item.title = "Fine";
  change.save(item);
  change.commit();
  CHECK(library.find_row(item.row)->title == "Fine");
}

TEST_CASE("a value out of range is refused with its field, and nothing is written") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("add", "add");
  Item item = paper("2401.00001");
  item.rating = 9;
  CHECK_THROWS_WITH_AS(change.save(item), doctest::Contains("rating"), Failure);
  CHECK(change.empty());
  Item good = paper("2401.00002");
  change.save(good);
  change.commit();
  CHECK(snapshot(library).items.size() == 1);
}

TEST_CASE("saving what is there already writes and logs nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = save(library, {paper("2401.00001").titled("One").in(State::queued)}).front();
  Change change = library.begin("set", "set");
  change.save(item);
  CHECK(change.empty());
  change.commit();
  CHECK(library.log(0).size() == 1);
}

TEST_CASE("tags and owned fields are kept sorted and once") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = paper("2401.00001");
  item.tags = {"b", "a", "b"};
  item.own = {"year", "title", "title"};
  item = save(library, {item}).front();
  CHECK(item.tags == std::vector<std::string>{"a", "b"});
  CHECK(item.own == std::vector<std::string>{"title", "year"});
}

TEST_CASE("two items that turn out to be one work become one, and undo parts them again") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item preprint = paper("2403.00835").titled("Preprint").root();
  preprint.tags = {"mine"};
  save(library, {preprint});
  save(library, {paper("2401.00009").titled("Citing").root()});
  save(library, list_of("2401.00009", {"doi:10.1145/1.2", "2305.10427"}, "crossref"));
  save(library, list_of("doi:10.1145/1.2", {"1706.03762"}, "crossref"));
  Item published = library.find(id("doi:10.1145/1.2")).value();
  published.venue = "ICML";
  save(library, {published});
  const Snapshot apart = snapshot(library);

  Item item = library.find(id("2403.00835")).value();
  item.ids.push_back(id("doi:10.1145/1.2"));
  item = save(library, {item}, "refresh").front();
  CHECK(item.venue == "ICML");
  CHECK(item.tags == std::vector<std::string>{"mine"});
  CHECK(item.cited_by == 1);
  CHECK(library.find(id("doi:10.1145/1.2")).value() == item);
  CHECK(library.references_of(item.row).size() == 1);
  CHECK(library.citing(item.row).size() == 1);
  CHECK(snapshot(library).items.size() == apart.items.size() - 1);
  CHECK(library.check(/*repair=*/false).damage.empty());
  const Snapshot together = snapshot(library);

  undo(library);
  CHECK(snapshot(library) == apart);
  redo(library);
  CHECK(snapshot(library) == together);
}

TEST_CASE("a new item that is known under another of its names joins what is there") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item known = save(library, {paper("2403.00835").titled("Known").in(State::read)}).front();
  Item item = paper("doi:10.1145/1.2").also("2403.00835").titled("Fetched").in(State::queued);
  item = save(library, {item}).front();
  CHECK(item.row == known.row);
  CHECK(item.state == State::read);
  CHECK(item.title == "Known");
  CHECK(item.number == known.number);
  CHECK(item.key == known.key);
  CHECK(item.ids == std::vector{id("2403.00835"), id("doi:10.1145/1.2")});
  CHECK(snapshot(library).items.size() == 1);
}
