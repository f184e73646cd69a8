#include "papers/library.hpp"

#include <set>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "library_fixture.hpp"
#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::test;

namespace {

mode_t mode_of(const std::filesystem::path& path) {
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  return facts.st_mode & 0777U;
}

Item full_item() {
  Item item =
      paper("2403.00835").also("doi:10.1145/1.2").titled("Consistency LLMs").by("Siqi Kou").year(2024);
  item.authors.emplace_back("Lanxiang Hu");
  item.published = "2024-02-28";
  item.updated = "2024-06-13";
  item.version = 4;
  item.venue = "ICML";
  item.categories = {"cs.CL", "cs.AI"};
  item.details = {{"entrytype", "article"}, {"pages", "1–10"}, {"volume", "12"}};
  item.abstract = "Parallel decoding.\n\nIn two paragraphs.";
  item.comment = "Code is there";
  item.source = "arxiv";
  item.state = State::reading;
  item.root = true;
  item.priority = Priority::high;
  item.due = "2024-12-01";
  item.tags = {"decoding", "读"};
  item.effort_minutes = 90;
  item.level = Level::deep;
  item.rating = 5;
  item.minutes = 45;
  item.added = "2024-11-17T09:00:00Z";
  item.started = "2024-11-18T09:00:00Z";
  item.finished = "2024-11-19T09:00:00Z";
  item.notes = {{"2024-11-18T10:00:00Z", "note", "first"},
                {"2024-11-19T10:00:00Z", "takeaway", "two\nlines"}};
  item.own = {"title"};
  return item;
}

std::vector<std::string> identities(const Library& library, const ItemQuery& query) {
  std::vector<std::string> names;
  library.each_item(query, [&](const Item& item) {
    names.push_back(format(item.ids.front()));
    return true;
  });
  return names;
}

}  // namespace

TEST_CASE("an item comes back as it was saved, field by field, also after reopening") {
  LibraryFixture fixture;
  Item expected = full_item();
  {
    Library library = fixture.open();
    Change change = library.begin("add", "add");
    change.save(expected);
    change.commit();
  }
  expected.depth = 0;  // it is a root
  for (const auto mode : {Library::Mode::read, Library::Mode::write}) {
    const Library library = fixture.open(mode);
    CHECK(library.find(id("arXiv:2403.00835v2")).value() == expected);
    CHECK(library.find(id("doi:10.1145/1.2")).value() == expected);
    CHECK(library.find_row(expected.row).value() == expected);
    CHECK(library.find_number(1).value() == expected);
    CHECK(library.find_key("kou2024consistency").value() == expected);
  }
}

TEST_CASE("what is not there is nothing, not a failure") {
  LibraryFixture fixture;
  const Library library = fixture.open();
  CHECK_FALSE(library.find(id("2403.00835")));
  CHECK_FALSE(library.find_row(1));
  CHECK_FALSE(library.find_row(-1));
  CHECK_FALSE(library.find_number(1));
  CHECK_FALSE(library.find_key("kou2024consistency"));
  CHECK_FALSE(library.find_key(""));
  CHECK(library.references_of(7).empty());
  CHECK(library.citing(7).empty());
  CHECK(library.reference_lists(7).empty());
  CHECK(library.operations("nothing").empty());
  CHECK(library.candidates(k_states).empty());
}

TEST_CASE("reading a library that is not there makes nothing") {
  LibraryFixture fixture;
  const LibraryPlaces places{fixture.folder() / "deep" / "library.sqlite", fixture.folder() / "backups"};
  const Library library = Library::open(places, Library::Mode::read, fixture.clock);
  CHECK(snapshot(library).items.empty());
  CHECK(library.log(0).empty());
  CHECK(std::filesystem::is_empty(fixture.folder()));
}

TEST_CASE("a library opened for reading refuses to be changed") {
  LibraryFixture fixture;
  fixture.open();
  Library library = fixture.open(Library::Mode::read);
  CHECK_THROWS_WITH_AS(static_cast<void>(library.begin("add", "add")), doctest::Contains("reading"), Failure);
  CHECK_THROWS_AS(library.check(/*repair=*/true), Failure);
}

TEST_CASE("files and folders are private whatever the umask") {
  LibraryFixture fixture;
  const LibraryPlaces places{fixture.folder() / "new" / "library.sqlite", fixture.folder() / "backups"};
  for (const mode_t mask : {mode_t{0}, mode_t{0022}, mode_t{0077}}) {
    std::filesystem::remove_all(fixture.folder() / "new");
    const mode_t before = ::umask(mask);
    {
      Library library = Library::open(places, Library::Mode::write, fixture.clock);
      save(library, {paper("2403.00835")});
      library.backup(fixture.folder() / "new" / "copy.sqlite");
    }
    ::umask(before);
    CHECK(mode_of(fixture.folder() / "new") == 0700);
    for (const auto& entry : std::filesystem::directory_iterator(fixture.folder() / "new")) {
      CAPTURE(entry.path().string());
      CHECK(mode_of(entry.path()) == 0600);
    }
  }
}

TEST_CASE("items come in the order asked for, those without the value last either way") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library,
       {paper("2401.00001").titled("beta").year(2020).in(State::queued), paper("2401.00002").titled("Alpha"),
        paper("2401.00003").titled("gamma").year(1999).in(State::parked), paper("2401.00004").year(2021)});
  const auto names = [&](ItemQuery::Order order, bool descending) {
    std::string digits;
    for (const std::string& name : identities(library, {{}, order, descending})) {
      digits += name.back();
    }
    return digits;
  };
  using Order = ItemQuery::Order;
  CHECK(names(Order::number, false) == "1324");
  CHECK(names(Order::number, true) == "3142");
  CHECK(names(Order::year, false) == "3142");
  CHECK(names(Order::year, true) == "4132");
  CHECK(names(Order::title, false) == "2134");
  CHECK(names(Order::title, true) == "3124");
  CHECK(names(Order::identity, false) == "1234");
  CHECK(identities(library, {.states = {State::parked, State::queued}}).size() == 2);
}

TEST_CASE("the first so many of an order are its beginning") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").in(State::queued), paper("2401.00002"),
                 paper("2401.00003").in(State::parked), paper("2401.00004").in(State::queued)});
  for (const auto order : {ItemQuery::Order::number, ItemQuery::Order::identity}) {
    for (const bool descending : {false, true}) {
      const ItemQuery every{{}, order, descending};
      const std::vector<std::string> all = identities(library, every);
      REQUIRE(all.size() == 4);
      for (std::size_t most = 1; most <= 5; ++most) {
        ItemQuery some = every;
        some.most = most;
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
        CHECK(identities(library, some) == std::vector<std::string>(all.begin(), end));
      }
    }
  }
}

TEST_CASE("a visit can stop, and may change what it walks over") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").in(State::queued), paper("2401.00002").in(State::queued)});
  int seen = 0;
  library.each_item({}, [&](const Item&) { return ++seen < 1; });
  CHECK(seen == 1);
  Change change = library.begin("drop", "drop");
  change.library().each_item({.states = {State::queued}}, [&](Item item) {
    item.state = State::dropped;
    change.save(item);
    return true;
  });
  change.commit();
  CHECK(library.count(State::dropped) == 2);
}

TEST_CASE("kept papers are counted, books among them, and nothing that is no paper or not kept") {
  LibraryFixture fixture;
  Library library = fixture.open();
  CHECK(library.kept_papers() == 0);
  Item book = paper("2401.00001").in(State::read);
  book.kind = Kind::book;
  Item course = paper("2401.00002").in(State::reading);
  course.kind = Kind::course;
  save(library, {book, course, paper("2401.00003").in(State::paused), paper("2401.00004").in(State::parked),
                 paper("2401.00005"), paper("2401.00006").in(State::dropped)});
  CHECK(library.kept_papers() == 2);
}

TEST_CASE("candidates hold what ranking needs of the states asked for") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = full_item();
  item = save(library, {item, paper("2401.00002"), paper("2401.00003").in(State::queued)}).front();
  save(library, list_of("2401.00003", {"2403.00835"}));
  const std::vector<State> states{State::reading};
  const std::vector<Candidate> found = library.candidates(states);
  REQUIRE(found.size() == 1);
  CHECK(found[0].row == item.row);
  CHECK(found[0].id == "arXiv:2403.00835");
  CHECK(found[0].state == State::reading);
  CHECK(found[0].priority == Priority::high);
  CHECK(found[0].due == "2024-12-01");
  CHECK(found[0].added == item.added);
  CHECK(found[0].cited_by == 1);
  CHECK(library.candidates(k_states).size() == 3);
  CHECK(library.candidates({}).empty());
}

TEST_CASE("support counts the kept papers that cite an item, each once, and leaves out what has too few") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library,
       {paper("2001.00001").in(State::parked), paper("2001.00002").in(State::parked),
        paper("2001.00003").in(State::queued), paper("2403.00001").in(State::read),
        paper("2403.00002").in(State::paused), paper("2403.00003").in(State::dropped), paper("2403.00004")});
  for (const char* citing : {"2403.00001", "2403.00003", "2403.00004"}) {
    save(library, list_of(citing, {"2001.00001", "2001.00002", "2001.00003"}));
  }
  save(library, list_of("2403.00001", {"2001.00001"}, "another"));
  save(library, list_of("2403.00002", {"2001.00002", "2001.00003"}));
  const auto found = library.supported(State::parked, 2);
  REQUIRE(found.size() == 1);
  CHECK(found.front().row == library.find(id("2001.00002"))->row);
  CHECK(found.front().kept_citing == 2);
  CHECK(library.supported(State::parked, 1).size() == 2);
  CHECK(library.supported(State::parked, 3).empty());
  CHECK(library.supported(State::read, 1).empty());
}

TEST_CASE("outlines hold every item in brief, with the best answer about its references") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("One").year(2024).root(), paper("2401.00002")});
  ReferenceList list = list_of("2401.00001", {});
  list.answer = ReferenceAnswer::withheld;
  save(library, list);
  const std::vector<Outline> outlines = library.outlines();
  REQUIRE(outlines.size() == 2);
  CHECK(outlines[0].id == "arXiv:2401.00001");
  CHECK(outlines[0].title == "One");
  CHECK(outlines[0].year == 2024);
  CHECK(outlines[0].state == State::queued);
  CHECK(outlines[0].root);
  CHECK(outlines[0].number == 1);
  CHECK(outlines[0].references == ReferenceAnswer::withheld);
  CHECK_FALSE(outlines[1].references);
}

TEST_CASE("hostile texts come back clean and harm nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  int n = 0;
  for (const HostileString& hostile : hostile_strings()) {
    CAPTURE(hostile.name);
    Item item = paper("2401." + std::to_string(10000 + n++)).titled(hostile.text);
    item.notes = {{"2024-11-18T10:00:00Z", "note", hostile.text}};
    item.tags = {hostile.text};
    Change change = library.begin("add", hostile.text);
    change.save(item);
    change.commit();
    CHECK(library.find_row(item.row).value() == item);
    static_cast<void>(library.find_words(hostile.text, 5));
    static_cast<void>(library.find_key(hostile.text));
  }
  CHECK(library.check(/*repair=*/false).damage.empty());
  while (undo(library)) {
  }
  CHECK(snapshot(library).items.empty());
}

TEST_CASE("tags are those of what is kept or parked, each once") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item kept = paper("2401.00001").in(State::queued);
  kept.tags = {"b", "读"};
  Item parked = paper("2401.00002").in(State::parked);
  parked.tags = {"a", "b"};
  Item dropped = paper("2401.00003").in(State::dropped);
  dropped.tags = {"gone"};
  save(library, {kept, parked, dropped, paper("2401.00004")});
  CHECK(library.tags() == std::vector<std::string>{"a", "b", "读"});
}
