#include "store/database.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;
using papers::store::Database;

namespace {

constexpr const char* k_numbers = "SELECT 1 UNION SELECT 2 ORDER BY 1";

std::string setting(const Database& db, const std::string& name) {
  return db.connection().execAndGet("PRAGMA " + name).getString();
}

}  // namespace

TEST_CASE("a connection that writes is durable and trusts nothing") {
  LibraryFixture fixture;
  fixture.open();
  const Database db(fixture.places().file, Database::Access::write);
  struct Row {
    const char* name;
    const char* value;
  };
  for (const Row& row : {Row{"journal_mode", "wal"},
                         {"synchronous", "2"},
                         {"foreign_keys", "1"},
                         {"trusted_schema", "0"},
                         {"cell_size_check", "1"},
                         {"mmap_size", "0"},
                         {"busy_timeout", "10000"},
                         {"application_id", "1346457682"}}) {
    CAPTURE(row.name);
    CHECK(setting(db, row.name) == row.value);
  }
  CHECK_THROWS(db.connection().exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"));
}

TEST_CASE("a connection that reads cannot write") {
  LibraryFixture fixture;
  fixture.open();
  const Database db(fixture.places().file, Database::Access::read);
  CHECK_THROWS(db.connection().exec("DELETE FROM meta"));
}

TEST_CASE("one query may run inside another of the same text") {
  const auto db = Database::in_memory();
  int sum = 0;
  for (store::Query outer = db->query(k_numbers); outer.next();) {
    for (store::Query inner = db->query(k_numbers); inner.next();) {
      sum += 10 * outer.number(0) + inner.number(0);
    }
  }
  CHECK(sum == 11 + 12 + 21 + 22);
}
