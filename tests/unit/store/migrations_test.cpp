#include "store/migrations.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "library_fixture.hpp"
#include "store/opening.hpp"

using namespace papers;
using namespace papers::test;

namespace {

void fill(Library& library) {
  save(library, {paper("2401.00001").titled("Parallel Decoding by Fixed Points").root(),
                 paper("2401.00002").also("doi:10.1/x").titled("Another One").in(State::read)});
  save(library, list_of("2401.00001", {"2401.00002", "1706.03762", "\"Something by title"}));
  save(library, list_of("2401.00002", {"\"Parallel decoding by fixed points", "2401.00001"}, "crossref"));
  undo(library);
  redo(library);
}

/// The columns that a table has in both of two databases, separated by commas.
std::string common_columns(SQLite::Database& db, const std::string& table) {
  SQLite::Statement names(db,
                          "SELECT group_concat(name) FROM pragma_table_info(?1, 'main') "
                          "WHERE name IN (SELECT name FROM pragma_table_info(?1, 'new'))");
  names.bind(1, table);
  names.executeStep();
  return names.getColumn(0).getString();
}

/// Writes a library of the first schema with what a current one holds.
void write_as_first_schema(LibraryFixture& fixture, const std::filesystem::path& current) {
  static_cast<void>(store::open_to_write(fixture.places(), store::migrations().first(1), fixture.clock));
  SQLite::Database db(fixture.places().file.string(), SQLite::OPEN_READWRITE);
  db.exec(fmt::format("ATTACH '{}' AS new; DELETE FROM meta", current.string()));
  for (const char* const table : {"meta", "items", "abstracts", "item_ids", "item_words", "reference_lists",
                                  "cites", "commands", "operations"}) {
    const std::string columns = common_columns(db, table);
    db.exec(fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM new.{0}", table, columns));
  }
}

}  // namespace

TEST_CASE("a library of the first schema opens with all that it held, and can be undone") {
  LibraryFixture current;
  Library library = current.open();
  fill(library);
  library.backup(current.folder() / "copy.sqlite");
  const Snapshot expected = snapshot(library);

  LibraryFixture old;
  write_as_first_schema(old, current.folder() / "copy.sqlite");
  CHECK(snapshot(old.open(Library::Mode::read)) == expected);
  Library migrated = old.open();
  CHECK(snapshot(migrated) == expected);
  CHECK(migrated.check(/*repair=*/false).damage.empty());
  CHECK(std::distance(std::filesystem::directory_iterator(old.places().backups), {}) == 1);
  save(migrated, {"question", "1", "{}"});
  while (undo(migrated)) {
  }
  CHECK(snapshot(migrated).items.empty());
  CHECK(migrated.check(/*repair=*/false).damage.empty());
}
