#include "store/library_file.hpp"

#include <fstream>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "library_fixture.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::test;

namespace {

void write_text(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("what is not our file is refused, for reading and writing, and left as it was") {
  struct Row {
    const char* what;
    void (*make)(const std::filesystem::path&);
  };
  const Row rows[] = {
      {"an empty file", [](const std::filesystem::path& path) { write_text(path, ""); }},
      {"a text",
       [](const std::filesystem::path& path) { write_text(path, "Dear diary, " + std::string(500, 'x')); }},
      {"a cut header", [](const std::filesystem::path& path) { write_text(path, "SQLite format 3"); }},
      {"another program's database",
       [](const std::filesystem::path& path) {
         SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
         db.exec("PRAGMA application_id = 77; CREATE TABLE t (x)");
       }},
      {"a database without an owner",
       [](const std::filesystem::path& path) {
         SQLite::Database db(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
         db.exec("CREATE TABLE items (x)");
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    LibraryFixture fixture;
    row.make(fixture.places().file);
    const std::string before = util::read_file(fixture.places().file);
    for (const auto mode : {Library::Mode::read, Library::Mode::write}) {
      CHECK_THROWS_WITH_AS(fixture.open(mode), doctest::Contains("library.sqlite"), Failure);
    }
    CHECK(util::read_file(fixture.places().file) == before);
  }
}

TEST_CASE("a folder or a pipe is not a library") {
  LibraryFixture fixture;
  SUBCASE("folder") {
    std::filesystem::create_directory(fixture.places().file);
  }
  SUBCASE("pipe") {
    REQUIRE(::mkfifo(fixture.places().file.c_str(), 0600) == 0);
  }
  CHECK_THROWS_AS(fixture.open(Library::Mode::read), Failure);
  CHECK_THROWS_AS(fixture.open(Library::Mode::write), Failure);
}

TEST_CASE("a link of one's own is followed, and both names share one lock") {
  LibraryFixture fixture;
  std::filesystem::create_directory(fixture.folder() / "real");
  const LibraryPlaces real{fixture.folder() / "real" / "library.sqlite", fixture.folder() / "backups"};
  Library library = Library::open(real, Library::Mode::write, fixture.clock);
  save(library, {paper("2401.00001")});
  std::filesystem::create_symlink(real.file, fixture.places().file);
  Library linked = fixture.open();
  CHECK(linked.find(id("2401.00001")));
  save(linked, {paper("2401.00002")});
  CHECK(library.find(id("2401.00002")));
  CHECK_FALSE(std::filesystem::exists(fixture.folder() / "library.lock"));
}

TEST_CASE("a file where the folder should be is no empty library") {
  LibraryFixture fixture;
  std::ofstream(fixture.folder() / "file") << "text";
  const LibraryPlaces places{fixture.folder() / "file" / "library.sqlite", fixture.folder() / "backups"};
  for (const Library::Mode mode : {Library::Mode::read, Library::Mode::write}) {
    CHECK_THROWS_AS(Library::open(places, mode, fixture.clock), Failure);
  }
}

TEST_CASE("a write-ahead log without its library is not thrown away") {
  LibraryFixture fixture;
  {
    Library library = fixture.open();
    save(library, {paper("2401.00001")});
  }
  std::filesystem::remove(fixture.places().file);
  CHECK_THROWS_WITH_AS(fixture.open(Library::Mode::write), doctest::Contains("-wal"), Failure);
  CHECK_THROWS_WITH_AS(fixture.open(Library::Mode::read), doctest::Contains("-wal"), Failure);
}

TEST_CASE("a restored backup is not mixed with the write-ahead log of the library it replaces") {
  LibraryFixture fixture;
  {
    Library library = fixture.open();
    save(library, {paper("2401.00001")});
    library.backup(fixture.folder() / "old.sqlite");
    save(library, {paper("2401.00002")});
  }
  std::filesystem::rename(fixture.folder() / "old.sqlite", fixture.places().file);
  CHECK_THROWS_WITH_AS(fixture.open(Library::Mode::read), doctest::Contains("-wal"), Failure);
  std::filesystem::remove(fixture.folder() / "library.sqlite-wal");
  std::filesystem::remove(fixture.folder() / "library.sqlite-shm");
  Library library = fixture.open();
  CHECK(library.find(id("2401.00001")));
  CHECK_FALSE(library.find(id("2401.00002")));
}

TEST_CASE("moving into place never overwrites") {
  const TempFolder folder;
  write_text(folder.path() / "a", "a");
  write_text(folder.path() / "b", "b");
  CHECK_THROWS_WITH_AS(store::move_into_place(folder.path() / "a", folder.path() / "b"),
                       doctest::Contains("already exists"), Failure);
  CHECK(util::read_file(folder.path() / "b") == "b");
}
