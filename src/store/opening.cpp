#include "store/opening.hpp"

#include <string>
#include <utility>

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "store/backup.hpp"
#include "store/failure.hpp"
#include "store/library_file.hpp"
#include "store/network_filesystem.hpp"
#include "store/write_lock.hpp"
#include "util/atomic_file.hpp"
#include "util/calendar.hpp"

namespace papers::store {
namespace {

constexpr const char* k_journal_mode = "PRAGMA journal_mode";
constexpr const char* k_any_table = "SELECT count(*) FROM sqlite_schema";

std::unique_ptr<Database> empty_in_memory(std::span<const Migration> steps, Clock& clock) {
  auto db = Database::in_memory();
  initialise(*db, steps, clock.now());
  return db;
}

/// SQLite opens lazily: the first read finds out whether it works.
std::unique_ptr<Database> open_and_try(const std::filesystem::path& file, Database::Access access) {
  auto db = std::make_unique<Database>(file, access);
  static_cast<void>(db->query(k_any_table).next());
  return db;
}

/// In a folder that cannot be written SQLite can not make the shared memory that goes with a write-ahead
/// log. Without a log the file alone is the whole truth and needs none.
std::unique_ptr<Database> open_existing(const std::filesystem::path& file) {
  try {
    return open_and_try(file, Database::Access::read);
  } catch (const SQLite::Exception& error) {
    const bool not_permitted =
        error.getErrorCode() == SQLITE_CANTOPEN || error.getErrorCode() == SQLITE_READONLY;
    if (!not_permitted || has_content(wal_of(file))) {
      throw;
    }
  }
  return open_and_try(file, Database::Access::immutable);
}

std::unique_ptr<Database> migrated_copy(const Database& db, std::span<const Migration> steps) {
  auto copy = Database::in_memory();
  copy_database(db, *copy);
  migrate(*copy, steps);
  return copy;
}

/// The library appears whole or not at all: it is made under another name.
void create_library(const std::filesystem::path& file, std::span<const Migration> steps, Clock& clock) {
  const WriteLock lock(file);
  if (library_is_there(file)) {
    return;  // another process was first
  }
  std::filesystem::path made = file;
  made += ".new";
  remove_database(made);
  create_private_file(made);
  {
    Database db(made, Database::Access::write);
    initialise(db, steps, clock.now());
  }
  move_into_place(made, file);
}

std::string journal_mode(const Database& db) {
  Query mode = db.query(k_journal_mode);
  return mode.next() ? mode.text(0) : "";
}

bool is_current(const Database& db, std::span<const Migration> steps) {
  return db.schema_version() == steps.back().version && journal_mode(db) == "wal";
}

std::filesystem::path backup_before_migration(const LibraryPlaces& places, int version, Clock& clock) {
  std::string moment = util::to_moment(clock.now());
  std::erase_if(moment, [](char c) { return c == ':' || c == '-'; });
  const std::string stem = fmt::format("library-schema{}-{}", version, moment);
  std::filesystem::path target = places.backups / (stem + ".sqlite");
  for (int n = 2; std::filesystem::exists(target); ++n) {
    target = places.backups / fmt::format("{}-{}.sqlite", stem, n);
  }
  return target;
}

void bring_up_to_date(const std::filesystem::path& file, Database& db, const LibraryPlaces& places,
                      std::span<const Migration> steps, Clock& clock) {
  const WriteLock lock(file);
  const int version = db.schema_version();
  if (version < steps.back().version) {
    write_backup(db, backup_before_migration(places, version, clock));
    migrate(db, steps);
  }
  db.run_script("PRAGMA journal_mode = WAL");
  db.shorten_log();
}

}  // namespace

std::unique_ptr<Database> open_to_read(const LibraryPlaces& places, std::span<const Migration> steps,
                                       Clock& clock) {
  const std::filesystem::path file = resolve_library(places.file);
  return translating(file, [&] {
    if (!library_is_there(file)) {
      return empty_in_memory(steps, clock);
    }
    refuse_network_filesystem(file.parent_path());
    auto db = open_existing(file);
    refuse_newer(*db, steps, file);
    return db->schema_version() < steps.back().version ? migrated_copy(*db, steps) : std::move(db);
  });
}

std::unique_ptr<Database> open_to_write(const LibraryPlaces& places, std::span<const Migration> steps,
                                        Clock& clock) {
  const std::filesystem::path file = resolve_library(places.file);
  return translating(file, [&] {
    refuse_network_filesystem(file.parent_path());
    if (!library_is_there(file)) {
      util::make_private_folder(file.parent_path());
      create_library(file, steps, clock);
    }
    refuse_newer(*open_existing(file), steps, file);  // before anything could be written
    auto db = open_and_try(file, Database::Access::write);
    if (!is_current(*db, steps)) {
      bring_up_to_date(file, *db, places, steps, clock);
    }
    return db;
  });
}

}  // namespace papers::store
