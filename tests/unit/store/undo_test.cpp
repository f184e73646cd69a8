#include "store/undo.hpp"

#include <random>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

std::string any_paper(std::mt19937& random) {
  return "2401." + std::to_string(10000 + random() % 30);
}

std::string any_title(std::mt19937& random) {
  return "Title number " + std::to_string(random() % 9) + ", with words enough";
}

/// A random change of a random item: reader's fields, facts, a new name that may be another's.
void change_item(std::mt19937& random, Change& change) {
  Item item = paper(any_paper(random));
  item = change.library().find(item.ids.front()).value_or(item);
  switch (random() % 9) {
    case 0:
      item.state = k_states[random() % k_states.size()];
      break;
    case 1:
      item.tags.push_back("t" + std::to_string(random() % 5));
      break;
    case 2:
      item.notes.push_back({"2024-11-18T10:00:00Z", "note", "said " + std::to_string(random() % 9)});
      break;
    case 3:
      item.root = !item.root;
      break;
    case 4:
      item.title = any_title(random);
      break;
    case 7:
      item.year = 2020 + static_cast<int>(random() % 4);
      item.details = item.details.empty() ? std::vector<Detail>{{"volume", "12"}} : std::vector<Detail>{};
      break;
    case 5:
      item.abstract = item.abstract ? std::nullopt : std::optional<std::string>("abstract");
      break;
    case 6:
      item.ids.push_back(id(any_paper(random)));
      break;
    default:
      item.priority = item.priority ? std::nullopt : std::optional(Priority::high);
      break;
  }
  change.save(item);
}

void change_list(std::mt19937& random, Change& change) {
  const std::string citing = any_paper(random);
  if (!change.library().find(id(citing))) {
    return;
  }
  std::vector<std::string> cited;
  for (std::size_t n = random() % 6; n > 0; --n) {
    cited.push_back(random() % 3 == 0 ? '"' + any_title(random) : any_paper(random));
  }
  ReferenceList list = list_of(citing, cited, random() % 2 == 0 ? "seed" : "crossref");
  for (Reference& entry : list.entries) {
    entry.year = random() % 2 == 0 ? std::nullopt : std::optional(2020 + static_cast<int>(random() % 4));
  }
  if (list.entries.empty()) {
    list.answer = ReferenceAnswer::withheld;
  }
  change.save(list, random() % 2 == 0 ? Change::Unknown::make : Change::Unknown::leave);
}

void change_record(std::mt19937& random, Change& change) {
  const Record record{"question", std::to_string(random() % 5),
                      "{\"text\":" + std::to_string(random() % 9) + "}"};
  random() % 3 == 0 ? change.remove(record) : change.save(record);
}

void merge_two(std::mt19937& random, Change& change) {
  auto into = change.library().find(id(any_paper(random)));
  const auto other = change.library().find(id(any_paper(random)));
  if (into && other && into->row != other->row) {
    change.merge(*into, *other);
  }
}

void random_command(std::mt19937& random, Library& library) {
  Change change = library.begin("any", "any");
  for (std::size_t n = 1 + random() % 3; n > 0; --n) {
    switch (random() % 10) {
      case 0:
      case 1:
      case 2:
        change_list(random, change);
        break;
      case 3:
        change_record(random, change);
        break;
      case 4:
        merge_two(random, change);
        break;
      default:
        change_item(random, change);
        break;
    }
  }
  change.commit();
}

}  // namespace

TEST_CASE("undo takes back an add with the papers that it found; redo restores all, rows and keys included") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Snapshot start = snapshot(library);
  {
    Change change = library.begin("add", "add 2403.00835");
    Item item = paper("2403.00835").titled("Consistency").root();
    change.save(item);
    change.save(list_of("2403.00835", {"1706.03762", "\"By title"}));
    change.commit();
  }
  const Snapshot end = snapshot(library);
  const auto undone = undo(library);
  REQUIRE(undone);
  CHECK(undone->name == "add");
  CHECK(undone->summary == "add 2403.00835");
  CHECK(undone->status == LoggedCommand::Status::undone);
  CHECK(snapshot(library) == start);
  CHECK_FALSE(undo(library));
  CHECK(redo(library)->status == LoggedCommand::Status::done);
  CHECK(snapshot(library) == end);
  CHECK_FALSE(redo(library));
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("a new command after an undo is the end of what could be redone") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001")});
  undo(library);
  save(library, {paper("2401.00002")});
  CHECK_FALSE(redo(library));
  const auto log = library.log(0);
  REQUIRE(log.size() == 3);
  CHECK(log[2].status == LoggedCommand::Status::dead);
  CHECK(undo(library)->id == log[0].id);
  CHECK_FALSE(undo(library));
}

TEST_CASE("undo refuses when what is there is not what the command left, and changes nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("One"), paper("2401.00002").titled("Two")});
  {
    SQLite::Database other(fixture.places().file.string(), SQLite::OPEN_READWRITE);
    other.exec("UPDATE items SET title = 'edited' WHERE identity = 'arXiv:2401.00001'");
  }
  const Snapshot before = snapshot(library);
  {
    Change change = library.begin("undo", "undo");
    CHECK_THROWS_WITH_AS(static_cast<void>(change.undo()), doctest::Contains("arXiv:2401.00001"), Failure);
    CHECK_THROWS_AS(change.commit(), Failure);
  }
  CHECK(snapshot(library) == before);
  CHECK(library.log(0).size() == 1);
}

TEST_CASE("the log keeps who did what when, with the fields that changed") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = save(library, {paper("2401.00001").titled("One").in(State::queued)}).front();
  fixture.clock.pass(std::chrono::hours(1));
  item.title = "Two";
  save(library, {item}, "set");
  undo(library);
  const auto log = library.log(0);
  REQUIRE(log.size() == 3);
  CHECK(log[0].name == "undo");
  CHECK(log[1].name == "set");
  CHECK(log[1].status == LoggedCommand::Status::undone);
  CHECK(log[1].time == "2024-11-17T10:00:00Z");
  CHECK(log[1].operations == 1);
  CHECK(log[1].device == log[2].device);
  CHECK(log[1].device.size() == 26);
  CHECK(log[2].id < log[1].id);
  CHECK(log[1].id < log[0].id);
  const auto operations = library.operations(log[1].id);
  REQUIRE(operations.size() == 1);
  CHECK(operations[0].kind == "item");
  CHECK(operations[0].identity == "arXiv:2401.00001");
  CHECK(operations[0].before == R"({"title":"One"})");
  CHECK(operations[0].after == R"({"title":"Two"})");
  CHECK(library.log(2).size() == 2);
}

TEST_CASE("a hundred random commands can be taken back and done again, step by step, across restarts") {
  for (const unsigned seed : {1U, 2U, 3U, 4U}) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    LibraryFixture fixture;
    std::vector<Snapshot> states;
    {
      Library library = fixture.open();
      states.push_back(snapshot(library));
      while (states.size() <= 100) {
        const std::size_t logged = library.log(0).size();
        random_command(random, library);
        if (library.log(0).size() > logged) {
          states.push_back(snapshot(library));
          REQUIRE((states.size() % 5 != 0 || library.check(/*repair=*/false).damage.empty()));
        }
      }
    }
    Library library = fixture.open();
    for (std::size_t n = states.size() - 1; n > 0; --n) {
      REQUIRE(undo(library));
      REQUIRE(snapshot(library) == states[n - 1]);
      if (n % 10 == 0) {
        REQUIRE(library.check(/*repair=*/false).damage.empty());
      }
    }
    CHECK_FALSE(undo(library));
    for (std::size_t n = 1; n < states.size(); ++n) {
      REQUIRE(redo(library));
      REQUIRE(snapshot(library) == states[n]);
    }
    CHECK_FALSE(redo(library));
    CHECK(library.check(/*repair=*/false).damage.empty());
  }
}
