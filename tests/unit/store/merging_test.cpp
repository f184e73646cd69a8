// Change::merge.
#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

TEST_CASE("two items that share no id become one work with all that either had, and undo parts them again") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item preprint = paper("2403.00835").titled("Preprint").root();
  preprint.tags = {"mine"};
  Item published = paper("doi:10.1145/1.2").titled("Published").in(State::read);
  published.finished = "2024-11-01T00:00:00Z";
  published.notes = {{"2024-11-01T00:00:00Z", "note", "good"}};
  save(library, {preprint, published, paper("2401.00009").titled("Citing").root()});
  save(library, list_of("2401.00009", {"doi:10.1145/1.2"}));
  save(library, list_of("2403.00835", {"1706.03762"}));
  save(library, list_of("doi:10.1145/1.2", {"2305.10427"}, "crossref"));
  save(library, {"question", "1", R"({"item":"doi:10.1145/1.2"})"});
  const Snapshot apart = snapshot(library);
  const Item before = library.find(id("2403.00835")).value();

  Item into = before;
  Change change = library.begin("merge", "merge");
  change.merge(into, library.find(id("doi:10.1145/1.2")).value());
  change.commit();
  const Item one = library.find(id("doi:10.1145/1.2")).value();
  CHECK(one.row == before.row);
  CHECK(one.key == before.key);
  CHECK(one.number == before.number);
  CHECK(one.ids == std::vector{id("2403.00835"), id("doi:10.1145/1.2")});
  CHECK(one.ids == into.ids);
  CHECK(one.title == "Preprint");
  CHECK(one.state == State::read);
  CHECK(one.finished == "2024-11-01T00:00:00Z");
  CHECK(one.root);
  CHECK(one.tags == std::vector<std::string>{"mine"});
  CHECK(one.notes.size() == 1);
  CHECK(one.cited_by == 1);
  CHECK(library.references_of(one.row).size() == 2);
  CHECK(library.citing(one.row).size() == 1);
  CHECK(library.records("question") == apart.records);
  CHECK(library.check(/*repair=*/false).damage.empty());
  const Snapshot together = snapshot(library);
  undo(library);
  CHECK(snapshot(library) == apart);
  redo(library);
  CHECK(snapshot(library) == together);
}

TEST_CASE("of two lists from one source the one that says more stays") {
  struct Row {
    const char* what;
    ReferenceList own;
    ReferenceList other;
    bool own_stays;
  };
  ReferenceList withheld = list_of("2401.00001", {});
  withheld.answer = ReferenceAnswer::withheld;
  ReferenceList empty = list_of("2401.00001", {});
  empty.answer = ReferenceAnswer::empty;
  ReferenceList newer = list_of("2401.00001", {"2401.00005"});
  newer.fetched = "2024-12-01T00:00:00Z";
  for (const Row& row :
       {Row{"longer", list_of("2401.00001", {"2401.00003"}),
            list_of("2401.00001", {"2401.00003", "2401.00004"}), false},
        Row{"shorter", list_of("2401.00001", {"2401.00003"}), list_of("2401.00001", {}), true},
        Row{"withheld", withheld, list_of("2401.00001", {"2401.00003"}), false},
        Row{"empty", empty, withheld, true},
        Row{"as long", list_of("2401.00001", {"2401.00003"}), newer, false},
        Row{"as long and as old", list_of("2401.00001", {"2401.00003"}),
            list_of("2401.00001", {"2401.00004"}), true}}) {
    CAPTURE(row.what);
    LibraryFixture fixture;
    Library library = fixture.open();
    save(library, {paper("2401.00001"), paper("2401.00002")});
    save(library, row.own);
    ReferenceList other = row.other;
    other.citing = id("2401.00002");
    save(library, other);
    const Snapshot apart = snapshot(library);
    Change change = library.begin("merge", "merge");
    Item into = library.find(id("2401.00001")).value();
    change.merge(into, library.find(id("2401.00002")).value());
    change.commit();
    const auto lists = library.reference_lists(into.row);
    REQUIRE(lists.size() == 1);
    CHECK(lists[0].entries == (row.own_stays ? row.own : row.other).entries);
    CHECK(lists[0].answer == (row.own_stays ? row.own : row.other).answer);
    CHECK(library.check(/*repair=*/false).damage.empty());
    undo(library);
    CHECK(snapshot(library) == apart);
  }
}

TEST_CASE("an item cannot be merged with itself, nor with what is not there") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = save(library, {paper("2401.00001")}).front();
  Item gone = item;
  gone.row = 99;
  Change change = library.begin("merge", "merge");
  CHECK_THROWS_WITH_AS(change.merge(item, item), doctest::Contains("name two"), Failure);
  CHECK_THROWS_AS(change.merge(item, gone), Failure);
  CHECK_THROWS_AS(change.merge(gone, item), Failure);
  CHECK_THROWS_AS(change.merge(item, Item{}), Failure);
  CHECK(change.empty());
}
