#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "store/saving.hpp"

using namespace papers;
using namespace papers::test;

TEST_CASE("a list reads back as it was saved") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item citing = save(library, {paper("2403.00835")}).front();
  ReferenceList list =
      list_of("2403.00835", {"1706.03762", "\"By title only", "acl:P05-1001"}, "semantic-scholar");
  list.stated = 40;
  list.complete = true;
  list.entries[0].title = "Attention";
  list.entries[0].year = 2017;
  list.entries[0].author = "Ashish Vaswani";
  save(library, list);
  CHECK(library.reference_lists(citing.row) == std::vector{list});
}

TEST_CASE("an unknown id becomes a found item with what the entry says") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835").root()});
  ReferenceList list = list_of("2403.00835", {"1706.03762"}, "seed");
  list.entries[0].title = "Attention Is All You Need";
  list.entries[0].year = 2017;
  list.entries[0].author = "Ashish Vaswani";
  save(library, list);
  const Item cited = library.find(id("1706.03762")).value();
  CHECK(cited.state == State::found);
  CHECK(cited.kind == Kind::paper);
  CHECK(cited.title == "Attention Is All You Need");
  CHECK(cited.year == 2017);
  CHECK(cited.authors == std::vector<std::string>{"Ashish Vaswani"});
  CHECK(cited.key == "vaswani2017attention");
  CHECK(cited.source == "seed");
  CHECK_FALSE(cited.number);
  CHECK(cited.depth == 1);
  CHECK(cited.cited_by == 1);
}

TEST_CASE("a reference to itself makes no citation, a repeated one makes one, at its first position") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item citing = save(library, {paper("2403.00835").also("doi:10.1/x")}).front();
  save(library,
       list_of("2403.00835", {"1706.03762", "2403.00835", "2305.10427", "1706.03762", "doi:10.1/x"}));
  const auto cited = library.references_of(citing.row);
  REQUIRE(cited.size() == 2);
  CHECK(cited[0].ids.front() == id("1706.03762"));
  CHECK(cited[1].ids.front() == id("2305.10427"));
  CHECK(library.citations().size() == 2);
  CHECK(library.find_row(citing.row)->references->known == 2);
  CHECK(library.find_row(citing.row)->cited_by == 0);
}

TEST_CASE("lists of several sources stand side by side and are counted together") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item citing = save(library, {paper("2403.00835")}).front();
  ReferenceList seed = list_of("2403.00835", {"1706.03762", "\"A  Título", "\"Another"}, "seed");
  seed.stated = 5;
  seed.fetched = "2024-01-01T00:00:00Z";
  ReferenceList crossref = list_of("2403.00835", {"1706.03762", "2305.10427", "\"a título"}, "crossref");
  crossref.stated = 9;
  crossref.complete = true;
  save(library, seed);
  save(library, crossref);
  const ReferenceSummary summary = library.find_row(citing.row)->references.value();
  CHECK(summary.known == 2);
  CHECK(summary.unresolved == 2);
  CHECK(summary.stated == 9);
  CHECK(summary.source == "crossref, seed");
  CHECK(summary.fetched == "2024-11-17T09:00:00Z");
  CHECK(summary.complete);
  CHECK(library.reference_lists(citing.row).size() == 2);
  CHECK(library.find(id("1706.03762"))->cited_by == 1);
}

TEST_CASE("a newer list of the same source replaces the older one and its citations") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item citing = save(library, {paper("2403.00835").root()}).front();
  save(library, list_of("2403.00835", {"1706.03762", "2305.10427"}));
  save(library, list_of("2403.00835", {"2305.10427"}));
  CHECK(library.references_of(citing.row).size() == 1);
  const Item gone = library.find(id("1706.03762")).value();
  CHECK(gone.cited_by == 0);
  CHECK_FALSE(gone.depth);
}

TEST_CASE("an empty list is known to be empty, which is not the same as unknown") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const Item citing = save(library, {paper("2403.00835")}).front();
  CHECK_FALSE(citing.references);
  save(library, list_of("2403.00835", {}));
  CHECK(library.find_row(citing.row)->references.value().known == 0);
}

TEST_CASE("saving the same list again changes nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835")});
  save(library, list_of("2403.00835", {"1706.03762"}));
  Change change = library.begin("refs", "refs");
  change.save(list_of("2403.00835", {"1706.03762"}));
  CHECK(change.empty());
}

TEST_CASE("a list needs its paper, and values that can be read back") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835")});
  Change change = library.begin("refs", "refs");
  CHECK_THROWS_WITH_AS(change.save(list_of("2401.99999", {})), doctest::Contains("arXiv:2401.99999"),
                       Failure);
  ReferenceList odd = list_of("2403.00835", {"1706.03762"});
  odd.entries[0].year = 123456;
  CHECK_THROWS_AS(change.save(odd), Failure);
  CHECK(change.empty());
}

TEST_CASE("a list follows its paper to a new identity") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item citing = save(library, {paper("2403.00835")}).front();
  save(library, list_of("2403.00835", {"1706.03762"}));
  citing = library.find_row(citing.row).value();
  citing.ids = {id("doi:10.1/x"), id("2403.00835")};
  save(library, {citing});
  CHECK(library.reference_lists(citing.row).front().citing == id("doi:10.1/x"));
  CHECK(library.check(/*repair=*/false).damage.empty());
}
