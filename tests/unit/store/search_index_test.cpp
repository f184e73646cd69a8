// The search index is right after every change, whatever it was, and after none.
#include "store/search_index.hpp"

#include <random>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

std::vector<std::string> found(const Library& library, std::vector<std::string> words) {
  const SearchTerm term{std::move(words)};
  std::vector<std::string> names;
  for (const SearchHit& hit : library.search({&term, 1})) {
    names.push_back(library.find_row(hit.row)->ids.front().value);
  }
  return names;
}

using Names = std::vector<std::string>;

Record question(const std::string& id, const std::string& text, const std::string& at,
                const std::string& dived = "") {
  return {"question", id,
          R"({"text":")" + text + R"(","at":")" + at + R"(","dived":)" +
              (dived.empty() ? "null" : '"' + dived + '"') + "}"};
}

void check_is_sound(Library& library) {
  const CheckReport report = library.check(/*repair=*/false);
  CHECK_MESSAGE(report.damage.empty(), (report.damage.empty() ? "" : report.damage.front()));
}

}  // namespace

TEST_CASE("every text of an item is searched") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item =
      paper("2403.00835").also("doi:10.1145/77.88").titled("扩散模型 Décodage").by("Élodie Song").year(2024);
  item.abstract = "A fixed point";
  item.tags = {"vlm"};
  item.venue = "NeurIPS";
  item.notes = {{"2024-11-01T00:00:00Z", "note", "说得好"}};
  save(library, {item});
  save(library, question("1", "what is Jacobi?", "arXiv:2403.00835"));
  for (const Names& words : {Names{"扩", "散"}, Names{"模", "型", "decodage"}, Names{"elodie", "song"},
                             Names{"fixed", "point"}, Names{"vlm"}, Names{"neurips"}, Names{"说", "得"},
                             Names{"jacobi"}, Names{"2403", "00835"}, Names{"77", "88"}}) {
    CAPTURE(words.front());
    CHECK(found(library, words) == Names{"2403.00835"});
  }
  CHECK(found(library, {"散", "扩"}).empty());
  CHECK(found(library, {"Décodage"}).empty());  // words are folded by those who ask
  check_is_sound(library);
}

TEST_CASE("no phrase runs from one author, tag or note into the next") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835").titled("t").by("Siqi Kou").by("Lanxiang Hu")});
  CHECK(found(library, {"kou", "lanxiang"}).empty());
  CHECK(found(library, {"lanxiang", "hu"}).size() == 1);
}

TEST_CASE("the index follows what changes, and what is undone and done again") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item item = save(library, {paper("2403.00835").titled("Old words")}).front();
  item.title = "New words";
  item = save(library, {item}, "set").front();
  CHECK(found(library, {"old"}).empty());
  CHECK(found(library, {"new"}).size() == 1);
  undo(library);
  CHECK(found(library, {"old"}).size() == 1);
  CHECK(found(library, {"new"}).empty());
  redo(library);
  CHECK(found(library, {"new"}).size() == 1);
  undo(library);
  undo(library);
  CHECK(found(library, {"words"}).empty());
  check_is_sound(library);
}

TEST_CASE("questions are searched where they were asked and what was opened for them, whichever came first") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, question("1", "why Jacobi", "arXiv:2403.00835", "arXiv:2305.10427"));
  CHECK(found(library, {"jacobi"}).empty());
  save(library, {paper("2403.00835").titled("a"), paper("2305.10427")});
  CHECK(found(library, {"jacobi"}).size() == 2);
  check_is_sound(library);
  save(library, question("1", "why Picard", "arXiv:2403.00835"));
  CHECK(found(library, {"jacobi"}).empty());
  CHECK(found(library, {"picard"}) == Names{"2403.00835"});
  undo(library);
  CHECK(found(library, {"jacobi"}).size() == 2);
  undo(library);
  undo(library);
  save(library, {paper("2403.00835").titled("a")});
  CHECK(found(library, {"jacobi"}).empty());
  check_is_sound(library);
}

TEST_CASE("works that become one are found by the words of both notes, and apart again after undo") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item preprint = paper("2403.00835").titled("Preprint");
  preprint.notes = {{"2024-11-01T00:00:00Z", "note", "alpha"}};
  Item published = paper("doi:10.1145/1.2").titled("Published");
  published.notes = {{"2024-11-02T00:00:00Z", "note", "beta"}};
  save(library, {preprint, published});
  save(library, question("1", "gamma", "doi:10.1145/1.2"));
  Item into = library.find(id("2403.00835")).value();
  Change change = library.begin("merge", "merge");
  change.merge(into, library.find(id("doi:10.1145/1.2")).value());
  change.commit();
  for (const char* word : {"alpha", "beta", "gamma"}) {
    CAPTURE(word);
    CHECK(found(library, {word}) == Names{"2403.00835"});
  }
  CHECK(found(library, {"published"}).empty());
  check_is_sound(library);
  undo(library);
  CHECK(found(library, {"gamma"}) == Names{"10.1145/1.2"});
  check_is_sound(library);
}

TEST_CASE("items of which only names are known take no room in the index") {
  LibraryFixture fixture;
  {
    Library library = fixture.open();
    save(library, {paper("2401.00001").titled("citing").root()});
    save(library, list_of("2401.00001", {"2401.00002", "2401.00003"}));
    check_is_sound(library);
  }
  SQLite::Database db(fixture.places().file.string());
  CHECK(db.execAndGet("SELECT count(*) FROM search_texts").getInt() == 1);
}

TEST_CASE("a change that is given up leaves the index as it was") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835").titled("kept")});
  {
    Change change = library.begin("add", "add");
    Item item = paper("2401.00001").titled("forgotten");
    change.save(item);
    change.settle();
  }
  CHECK(found(library, {"forgotten"}).empty());
  CHECK(found(library, {"kept"}).size() == 1);
  check_is_sound(library);
}

TEST_CASE("an index that is wrong is reported, and made anew by a repair") {
  for (const char* const damage :
       {"DELETE FROM search_texts", "UPDATE search_texts SET title = 'x'",
        "UPDATE search_texts SET questions = ''", "DELETE FROM search_index_data WHERE id > 1000",
        "UPDATE search_index_docsize SET sz = x'00'",
        "INSERT INTO search_texts VALUES (999, 'a', '', '', '', '', '', '')",
        "INSERT INTO search_index (search_index) VALUES ('delete-all')"}) {
    CAPTURE(damage);
    LibraryFixture fixture;
    Library library = fixture.open();
    save(library, {paper("2403.00835").titled("some words"), paper("2401.00001").titled("other words")});
    save(library, question("1", "what words", "arXiv:2403.00835"));
    {
      SQLite::Database other(fixture.places().file.string(), SQLite::OPEN_READWRITE);
      other.exec(damage);
    }
    CHECK_FALSE(library.check(/*repair=*/false).damage.empty());
    const CheckReport report = library.check(/*repair=*/true);
    CHECK_MESSAGE(report.damage.empty(), (report.damage.empty() ? "" : report.damage.front()));
    CHECK_FALSE(report.repaired.empty());
    CHECK(found(library, {"words"}).size() == 2);
  }
}

TEST_CASE("after any changes, undone and redone, the index is what the library says") {
  std::mt19937 random(11);
  for (int round = 0; round < 4; ++round) {
    LibraryFixture fixture;
    Library library = fixture.open();
    for (int n = 0; n < 60; ++n) {
      const auto name = "2401." + std::to_string(10000 + random() % 12);
      switch (random() % 6) {
        case 0:
          undo(library);
          break;
        case 1:
          redo(library);
          break;
        case 2:
          save(library,
               question(std::to_string(random() % 3), "q" + std::to_string(random() % 5), "arXiv:" + name));
          break;
        default: {
          Item item = library.find(id(name)).value_or(paper(name));
          item.title = random() % 3 == 0 ? "" : "title " + std::to_string(random() % 7);
          item.tags = {"t" + std::to_string(random() % 3)};
          if (random() % 4 == 0) {
            item.ids.push_back(id("doi:10.1145/" + std::to_string(random() % 5)));
          }
          save(library, {item});
        }
      }
    }
    check_is_sound(library);
  }
}
