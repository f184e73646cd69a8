#include "store/backup.hpp"

#include <string>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "papers/error.hpp"

#include "store/failure.hpp"
#include "store/library_file.hpp"
#include "util/atomic_file.hpp"

namespace papers::store {
namespace {

constexpr const char* k_integrity = "PRAGMA integrity_check(1)";
constexpr const char* k_table_names =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";

/// The number of rows of each table.
std::vector<std::string> table_sizes(const Database& db) {
  std::vector<std::string> sizes;
  for (Query names = db.query(k_table_names); names.next();) {
    const std::string name = names.text(0);
    SQLite::Statement count(db.connection(), fmt::format("SELECT count(*) FROM \"{}\"", name));
    count.executeStep();
    sizes.push_back(fmt::format("{}: {}", name, count.getColumn(0).getInt64()));
  }
  return sizes;
}

void verify(const Database& copy, const std::vector<std::string>& expected) {
  Query integrity = copy.query(k_integrity);
  if (!integrity.next() || integrity.text(0) != "ok" || table_sizes(copy) != expected) {
    throw Failure(ExitCode::failed,
                  "the backup is not what the library is, and was removed; see `papers check`");
  }
}

void copy_checked(const Database& db, const std::filesystem::path& file) {
  const SQLite::Transaction snapshot(db.connection());
  const std::vector<std::string> sizes = table_sizes(db);
  create_private_file(file);
  Database copy(file, Database::Access::write);
  copy_database(db, copy);
  copy.run_script("PRAGMA journal_mode = DELETE");  // one file, whole by itself
  verify(copy, sizes);
}

}  // namespace

void copy_database(const Database& from, Database& to) {
  SQLite::Backup backup(to.connection(), from.connection());
  if (const int result = backup.executeStep(); result != SQLITE_DONE) {
    throw Failure(ExitCode::failed,
                  fmt::format("the library could not be copied: {}", sqlite3_errstr(result)));
  }
}

void write_backup(const Database& db, const std::filesystem::path& target) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(target, ignored))) {
    throw Failure(
        ExitCode::failed,
        fmt::format("{} already exists, and is not overwritten; choose another name", target.string()));
  }
  const std::filesystem::path absolute = std::filesystem::absolute(target, ignored);
  util::make_private_folder(absolute.parent_path());
  std::filesystem::path part = absolute;
  part += ".part";
  remove_database(part);
  try {
    translating(part, [&] { copy_checked(db, part); });
    move_into_place(part, absolute);
  } catch (...) {
    remove_database(part);
    throw;
  }
}

}  // namespace papers::store
