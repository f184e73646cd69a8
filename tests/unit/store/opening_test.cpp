#include "store/opening.hpp"

#include <fstream>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include "child.hpp"
#include "library_fixture.hpp"
#include "store/migrations.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::test;
using papers::store::Database;
using papers::store::Migration;

namespace {

constexpr Migration k_old[] = {
    {1, "001",
     "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT, checksum INTEGER); CREATE TABLE t (x)"}};
constexpr Migration k_new[] = {k_old[0], {2, "002", "ALTER TABLE t ADD COLUMN y; UPDATE t SET y = x + 1"}};
constexpr Migration k_broken[] = {k_old[0],
                                  {2, "002", "ALTER TABLE t ADD COLUMN y; UPDATE nothing SET y = 1"}};

constexpr const char* k_sum = "SELECT sum(y) FROM t";
constexpr const char* k_put = "INSERT INTO t (x) VALUES (?)";

/// A library with the older schema and one row.
void make_old(LibraryFixture& fixture) {
  const auto db = store::open_to_write(fixture.places(), k_old, fixture.clock);
  db->run(k_put, 41);
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

int sum_of(const Database& db) {
  store::Query sum = db.query(k_sum);
  return sum.next() ? sum.number(0) : -1;
}

}  // namespace

TEST_CASE("the steps count from one without gaps") {
  int expected = 0;
  for (const Migration& step : store::migrations()) {
    CHECK(step.version == ++expected);
  }
  CHECK(expected > 0);
}

TEST_CASE("an older library is migrated on opening for writing, after a backup that opens") {
  LibraryFixture fixture;
  make_old(fixture);
  const auto db = store::open_to_write(fixture.places(), k_new, fixture.clock);
  CHECK(db->schema_version() == 2);
  CHECK(sum_of(*db) == 42);
  CHECK(files_in(fixture.places().backups) ==
        std::vector<std::string>{"library-schema1-20241117T090000Z.sqlite"});
  const Database backup(fixture.places().backups / "library-schema1-20241117T090000Z.sqlite",
                        Database::Access::read);
  CHECK(backup.schema_version() == 1);
}

TEST_CASE("an older library is read without being touched") {
  LibraryFixture fixture;
  make_old(fixture);
  CHECK(sum_of(*store::open_to_read(fixture.places(), k_new, fixture.clock)) == 42);
  CHECK(store::open_to_read(fixture.places(), k_old, fixture.clock)->schema_version() == 1);
  CHECK_FALSE(std::filesystem::exists(fixture.places().backups));
}

TEST_CASE("a migration that fails leaves the older library as it was") {
  LibraryFixture fixture;
  make_old(fixture);
  CHECK_THROWS_AS(static_cast<void>(store::open_to_write(fixture.places(), k_broken, fixture.clock)),
                  Failure);
  const auto db = store::open_to_write(fixture.places(), k_old, fixture.clock);
  CHECK(db->schema_version() == 1);
  CHECK_NOTHROW(db->run(k_put, 1));
}

TEST_CASE("processes that migrate at once migrate once") {
  LibraryFixture fixture;
  make_old(fixture);
  std::vector<Child> children;
  for (int n = 0; n < 4; ++n) {
    children.emplace_back(
        [&] { return sum_of(*store::open_to_write(fixture.places(), k_new, fixture.clock)); });
  }
  for (Child& child : children) {
    CHECK(child.wait() == 42);
  }
  CHECK(files_in(fixture.places().backups).size() == 1);
}

TEST_CASE("a newer library is refused with both versions, and left as it was") {
  LibraryFixture fixture;
  fixture.open();
  const std::string current = std::to_string(store::migrations().back().version);
  {
    SQLite::Database db(fixture.places().file.string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
  }
  const std::string before = util::read_file(fixture.places().file);
  for (const auto mode : {Library::Mode::read, Library::Mode::write}) {
    CHECK_THROWS_WITH_AS(fixture.open(mode), doctest::Contains("schema 99"), Failure);
    CHECK_THROWS_WITH_AS(fixture.open(mode), doctest::Contains(current.c_str()), Failure);
  }
  CHECK(util::read_file(fixture.places().file) == before);
}

TEST_CASE("what was left of an interrupted first run does no harm") {
  LibraryFixture fixture;
  std::ofstream(fixture.folder() / "library.sqlite.new") << "half a library";
  Library library = fixture.open();
  save(library, {paper("2401.00001")});
  CHECK_FALSE(std::filesystem::exists(fixture.folder() / "library.sqlite.new"));
}

TEST_CASE("a library in a folder that cannot be written is read all the same") {
  LibraryFixture fixture;
  {
    Library library = fixture.open();
    save(library, {paper("2401.00001")});
    library.backup(fixture.folder() / "copy.sqlite");
  }
  std::filesystem::create_directory(fixture.folder() / "fixed");
  const LibraryPlaces places{fixture.folder() / "fixed" / "library.sqlite", fixture.places().backups};
  std::filesystem::copy_file(fixture.folder() / "copy.sqlite", places.file);
  {
    // A write-ahead log is expected by the file, and there is none.
    SQLite::Database db(places.file.string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA journal_mode = WAL");
  }
  for (const char* const left : {"library.sqlite-wal", "library.sqlite-shm"}) {
    std::filesystem::remove(fixture.folder() / "fixed" / left);
  }
  using std::filesystem::perms;
  std::filesystem::permissions(places.file, perms::owner_read | perms::group_read | perms::others_read);
  std::filesystem::permissions(fixture.folder(), perms::owner_all | perms::group_exec | perms::others_exec);
  const perms reading = perms::owner_read | perms::owner_exec | perms::group_read | perms::group_exec |
                        perms::others_read | perms::others_exec;
  std::filesystem::permissions(fixture.folder() / "fixed", reading);
  Child child([&] {
    if (::geteuid() == 0 && ::setuid(65534) != 0) {  // permissions mean nothing to root
      return 8;
    }
    const Library library = Library::open(places, Library::Mode::read, fixture.clock);
    return library.find(id("2401.00001")) ? 0 : 7;
  });
  CHECK(child.wait() == 0);
  CHECK(files_in(fixture.folder() / "fixed").size() == 1);
  std::filesystem::permissions(fixture.folder() / "fixed", perms::owner_all);
}
