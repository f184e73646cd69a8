#include "store/http_cache_room.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace papers::store {
namespace {

constexpr std::int64_t k_day = 24LL * 3600;
constexpr std::int64_t k_longest_kept = 90 * k_day;

constexpr const char* k_last_purge = "SELECT coalesce(max(moment), 0) FROM purges";
constexpr const char* k_set_last_purge = "INSERT OR REPLACE INTO purges (rowid, moment) VALUES (1, ?)";
constexpr const char* k_remove_older = "DELETE FROM responses WHERE fetched < ?";
constexpr const char* k_remove_an_eighth =
    "DELETE FROM responses WHERE rowid IN (SELECT rowid FROM responses ORDER BY fetched "
    "LIMIT (SELECT 1 + count(*) / 8 FROM responses))";
constexpr const char* k_bytes_in_use =
    "SELECT (page_count - freelist_count) * page_size "
    "FROM pragma_page_count, pragma_freelist_count, pragma_page_size";

int run(SQLite::Database& db, const char* sql, std::int64_t value) {
  SQLite::Statement statement(db, sql);
  statement.bind(1, value);
  return statement.exec();
}

std::int64_t bytes_in_use(SQLite::Database& db) {
  return db.execAndGet(k_bytes_in_use).getInt64();
}

/// Whether a day has passed, in either direction: a clock that was wrong must not put this off for years.
bool is_due(SQLite::Database& db, std::int64_t now) {
  const std::int64_t last = db.execAndGet(k_last_purge).getInt64();
  return now - last >= k_day || last - now >= k_day;
}

void remove_oldest(SQLite::Database& db, std::int64_t bytes) {
  while (bytes_in_use(db) > bytes && db.exec(k_remove_an_eighth) > 0) {
  }
}

}  // namespace

void make_room(SQLite::Database& db, std::int64_t now, std::int64_t max_bytes) {
  const bool due = is_due(db, now);
  if (due) {
    run(db, k_set_last_purge, now);
    run(db, k_remove_older, now - k_longest_kept);
  }
  const bool full = bytes_in_use(db) > max_bytes;
  if (full) {
    remove_oldest(db, max_bytes / 4 * 3);
  }
  if (due || full) {
    db.exec("PRAGMA incremental_vacuum");
  }
}

}  // namespace papers::store
