#include "store/backup.hpp"

#include <fstream>

#include <doctest/doctest.h>

#include "child.hpp"
#include "library_fixture.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::test;

TEST_CASE("a backup is the library, log and undo included") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2403.00835").titled("One").root()});
  save(library, list_of("2403.00835", {"1706.03762"}));
  const auto target = fixture.folder() / "deep" / "copy.sqlite";
  library.backup(target);
  const LibraryPlaces places{target, fixture.places().backups};
  Library copy = Library::open(places, Library::Mode::write, fixture.clock);
  CHECK(snapshot(copy) == snapshot(library));
  CHECK(copy.check(/*repair=*/false).damage.empty());
  CHECK(undo(copy));
  CHECK(undo(copy));
  CHECK(snapshot(copy).items.empty());
}

TEST_CASE("a backup is one file and leaves nothing beside it") {
  LibraryFixture fixture;
  Library library = fixture.open();
  std::filesystem::create_directory(fixture.folder() / "b");
  library.backup(fixture.folder() / "b" / "copy.sqlite");
  CHECK(std::distance(std::filesystem::directory_iterator(fixture.folder() / "b"), {}) == 1);
}

TEST_CASE("a backup never overwrites") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const auto target = fixture.folder() / "precious";
  std::ofstream(target) << "precious";
  CHECK_THROWS_WITH_AS(library.backup(target), doctest::Contains("already exists"), Failure);
  CHECK(util::read_file(target) == "precious");
}

TEST_CASE("backups made while others write are states that were committed") {
  LibraryFixture fixture;
  fixture.open();
  std::vector<Child> writers;
  for (int process = 0; process < 2; ++process) {
    writers.emplace_back([&] {
      Library library = fixture.open();
      for (int n = 0; n < 200; ++n) {
        const std::string name = std::to_string(10000 + 1000 * process + n);
        save(library, {paper("2401." + name), paper("2402." + name)});
      }
      return 0;
    });
  }
  for (int n = 0; n < 20; ++n) {
    const LibraryPlaces places{fixture.folder() / ("copy" + std::to_string(n)), fixture.places().backups};
    fixture.open(Library::Mode::read).backup(places.file);
    Library copy = Library::open(places, Library::Mode::read, fixture.clock);
    CHECK(copy.check(/*repair=*/false).damage.empty());
    CHECK(snapshot(copy).items.size() % 2 == 0);
    CHECK(snapshot(copy).items.size() == 2 * copy.log(0).size());
  }
  for (Child& writer : writers) {
    CHECK(writer.wait() == 0);
  }
}
