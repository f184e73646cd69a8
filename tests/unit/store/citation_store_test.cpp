#include "store/citation_store.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

constexpr auto k_leave = Change::Unknown::leave;
constexpr const char* k_title = "Parallel Decoding by Fixed Points of Small Models";

ReferenceSummary summary_of(const Library& library, std::string_view name) {
  return library.find(id(name)).value().references.value();
}

/// What a paper cites, as identities in the order of positions.
std::vector<std::string> cited_by(const Library& library, std::string_view name) {
  std::vector<std::string> names;
  for (const Item& item : library.references_of(library.find(id(name)).value().row)) {
    names.push_back(format(item.ids.front()));
  }
  return names;
}

using Names = std::vector<std::string>;

/// A list whose entries are numbered from 1.
ReferenceList list_with(std::string_view citing, std::vector<Reference> entries,
                        std::string source = "test") {
  ReferenceList list = list_of(citing, {}, std::move(source));
  list.entries = std::move(entries);
  return list;
}

}  // namespace

TEST_CASE("ids that no item has are left beyond, counted once, and drawn when an item of that name comes") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").root(), paper("2401.00002")});
  save(library, list_of("2401.00001", {"2401.00002", "1706.03762", "2305.10427", "1706.03762"}), k_leave);
  save(library, list_of("2401.00001", {"1706.03762"}, "another"), k_leave);
  CHECK(snapshot(library).items.size() == 2);
  CHECK(summary_of(library, "2401.00001").known == 1);
  CHECK(summary_of(library, "2401.00001").beyond == 2);
  CHECK(library.check(/*repair=*/false).damage.empty());
  const Snapshot before = snapshot(library);

  SUBCASE("saved by itself") {
    save(library, {paper("1706.03762")});
  }
  SUBCASE("saved under another identity") {
    save(library, {paper("doi:10.1/x").also("1706.03762")});
  }
  SUBCASE("found in the list of another paper") {
    save(library, list_of("2401.00002", {"1706.03762"}));
  }
  SUBCASE("a name that an item gets") {
    Item item = save(library, {paper("doi:10.1/x")}).front();
    undo(library);
    redo(library);
    item.ids.push_back(id("1706.03762"));
    save(library, {item});
  }
  SUBCASE("the same list, this time with its papers") {
    save(library, list_of("2401.00001", {"2401.00002", "1706.03762", "2305.10427", "1706.03762"}));
    CHECK(summary_of(library, "2401.00001").beyond == 0);
    CHECK(cited_by(library, "2401.00001").size() == 3);
    undo(library);
    CHECK(snapshot(library) == before);
    redo(library);
    save(library, list_of("2401.00001", {"2401.00002", "1706.03762"}));
    undo(library);
    return;
  }
  CHECK(summary_of(library, "2401.00001").known == 2);
  CHECK(summary_of(library, "2401.00001").beyond == 1);
  CHECK(library.find(id("1706.03762"))->depth == 1);
  CHECK(library.find(id("1706.03762"))->cited_by >= 1);
  CHECK(cited_by(library, "2401.00001").size() == 2);
  CHECK(library.check(/*repair=*/false).damage.empty());
  while (snapshot(library) != before) {
    REQUIRE(undo(library));
  }
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("drawing again makes no items: not by redo, not by repair") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001"), paper("1706.03762")});
  save(library, list_of("2401.00001", {"1706.03762", "2305.10427"}), k_leave);
  Item item = library.find(id("1706.03762")).value();
  item.ids = {id("doi:10.1/x")};
  save(library, {item});
  CHECK(summary_of(library, "2401.00001").beyond == 2);
  undo(library);
  redo(library);
  CHECK(library.check(/*repair=*/true).repaired.empty());
  CHECK(snapshot(library).items.size() == 2);
  CHECK(summary_of(library, "2401.00001").beyond == 2);
}

TEST_CASE("an entry without an id cites the one item of its title, however it is printed") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001"), paper("1706.03762").titled(k_title).by("Ana Brandt").year(2023)});
  save(library, list_with("2401.00001", {by_title(1, "Another Title That Nobody Knows", 2020, "Wu"),
                                         by_title(2, "parallel decoding by fixed-points of small models.",
                                                  2024, "Brandt, A.")}));
  CHECK(cited_by(library, "2401.00001") == Names{"arXiv:1706.03762"});
  CHECK(summary_of(library, "2401.00001").known == 1);
  CHECK(summary_of(library, "2401.00001").unresolved == 1);
  CHECK(library.find(id("1706.03762"))->cited_by == 1);
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("year and author may speak against it, and a short title needs both") {
  struct Row {
    Reference entry;
    bool cites;
  };
  for (const Row& row :
       {Row{by_title(1, k_title), true}, Row{by_title(1, k_title, 2024), true},
        Row{by_title(1, k_title, 2021), false}, Row{by_title(1, k_title, 2023, "Li Wu"), false},
        Row{by_title(1, "Streams", 2023), false}, Row{by_title(1, "Streams", 2023, "Brandt"), true}}) {
    CAPTURE(row.entry.title);
    LibraryFixture fixture;
    Library library = fixture.open();
    save(library, {paper("2401.00001"), paper("1706.03762").titled(k_title).by("Ana Brandt").year(2023),
                   paper("1706.00001").titled("Streams").by("Ana Brandt").year(2023)});
    save(library, list_with("2401.00001", {row.entry}));
    CHECK(cited_by(library, "2401.00001").size() == (row.cites ? 1 : 0));
    CHECK(summary_of(library, "2401.00001").unresolved == (row.cites ? 0 : 1));
  }
}

TEST_CASE("a title that several items share is drawn to none of them, until one is left") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001"), paper("1706.03762").titled(k_title)});
  save(library, list_with("2401.00001", {by_title(1, k_title)}));
  CHECK(cited_by(library, "2401.00001").size() == 1);
  Item second = save(library, {paper("doi:10.1/x").titled(k_title)}).front();
  CHECK(cited_by(library, "2401.00001").empty());
  CHECK(library.check(/*repair=*/false).damage.empty());
  SUBCASE("the other gets a title of its own") {
    second.title = "Something Else Entirely, in Many Words";
    save(library, {second});
  }
  SUBCASE("the other goes") {
    undo(library);
  }
  SUBCASE("they become one work") {
    Change change = library.begin("merge", "merge");
    Item first = library.find(id("1706.03762")).value();
    change.merge(first, second);
    change.commit();
  }
  CHECK(cited_by(library, "2401.00001") == Names{"arXiv:1706.03762"});
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("lists are drawn again when an item of their title comes, changes or goes") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").root(), paper("1706.03762")});
  save(library, list_with("2401.00001", {by_title(1, k_title, 2023, "Ana Brandt"), by_title(2, "???")}));
  CHECK(summary_of(library, "2401.00001").unresolved == 2);
  Item item = library.find(id("1706.03762")).value();
  item.title = k_title;
  item = save(library, {item}).front();
  CHECK(summary_of(library, "2401.00001").unresolved == 1);
  CHECK(item.depth == 1);
  item.authors = {"Li Wu"};
  item = save(library, {item}).front();
  CHECK(cited_by(library, "2401.00001").empty());
  item.authors = {"Brandt, A."};
  item = save(library, {item}).front();
  CHECK(cited_by(library, "2401.00001").size() == 1);
  item.year = 2019;
  item = save(library, {item}).front();
  CHECK(cited_by(library, "2401.00001").empty());
  CHECK_FALSE(item.depth);
  CHECK(library.check(/*repair=*/false).damage.empty());
  for (int n = 0; n < 5; ++n) {
    undo(library);
    CHECK(library.check(/*repair=*/false).damage.empty());
  }
}

TEST_CASE("a paper that cites its own title cites nothing, and that is not unresolved") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled(k_title)});
  save(library, list_with("2401.00001", {by_title(1, k_title)}));
  CHECK(cited_by(library, "2401.00001").empty());
  CHECK(summary_of(library, "2401.00001").unresolved == 0);
}

TEST_CASE("what one source knows by title and another by id is counted once") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library,
       {paper("2401.00001"), paper("1706.03762").titled("Streams"), paper("1706.00002").titled(k_title)});
  // Year and author are not known, so that so short a title draws nothing.
  save(library, list_with("2401.00001", {by_title(1, "Streams"), by_title(2, "Rivers")}, "html"));
  CHECK(summary_of(library, "2401.00001").unresolved == 2);
  SUBCASE("an item that the other source cites") {
    save(library, list_of("2401.00001", {"1706.03762"}, "crossref"));
    CHECK(summary_of(library, "2401.00001").unresolved == 1);
    CHECK(summary_of(library, "2401.00001").known == 1);
  }
  SUBCASE("a name beyond the library") {
    save(library,
         list_with("2401.00001", {{1, id("2305.10427"), "rivers", {}, ""}, {2, id("doi:10.1/y"), "", {}, ""}},
                   "crossref"),
         k_leave);
    CHECK(summary_of(library, "2401.00001").unresolved == 1);
    CHECK(summary_of(library, "2401.00001").beyond == 2);
  }
  SUBCASE("two names of one work, beyond the library for one source") {
    save(library, list_of("2401.00001", {"1706.00002"}, "crossref"));
    save(library, list_with("2401.00001", {{1, id("doi:10.1/z"), k_title, {}, ""}}, "seed"), k_leave);
    CHECK(summary_of(library, "2401.00001").beyond == 0);
    CHECK(summary_of(library, "2401.00001").known == 1);
  }
  SUBCASE("the same list does not tell them apart from two works of one title") {
    ReferenceList list = list_with("2401.00001", {by_title(1, "Streams"), by_title(2, "Rivers")}, "html");
    list.entries.push_back({3, id("1706.03762"), "", {}, ""});
    save(library, list);
    CHECK(summary_of(library, "2401.00001").unresolved == 2);
  }
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("titles are looked up without regard to how they are printed") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("On Décoding"), paper("2401.00002").titled("on decod-ing!"),
                 paper("2401.00003").titled("???"), paper("2401.00004")});
  CHECK(library.titled("ON DECODING").size() == 2);
  CHECK(library.titled("on decoding 2").empty());
  CHECK(library.titled("!").empty());
  CHECK(library.titled("").empty());
}
