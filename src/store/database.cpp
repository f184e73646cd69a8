#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <system_error>

#include <sqlite3.h>

#include "store/library_file.hpp"
#include "util/ascii.hpp"

namespace papers::store {
namespace {

constexpr int k_busy_milliseconds = 10'000;

// Opened by somebody who may have prepared the file: no functions from the schema, no writes to it.
constexpr const char* k_distrust = R"sql(
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA mmap_size = 0;
)sql";

// Two dozen pages. What a short command reads once need not be kept, and a fresh page of memory costs more
// than the file's page: the kernel has that one in its own cache.
constexpr const char* k_frugal = "PRAGMA cache_size = -100";

constexpr const char* k_large_cache = "PRAGMA cache_size = -32768";
constexpr const char* k_durable = R"sql(
  PRAGMA foreign_keys = ON;
  PRAGMA synchronous = FULL;
)sql";

/// Beyond the 4 MB at which SQLite begins again at the front of the log, so that small changes, which would
/// have to wait for it, seldom come here.
constexpr std::uintmax_t k_long_log_bytes = 6'000'000;

constexpr const char* k_schema_version = "PRAGMA user_version";

int flags_of(Database::Access access) {
  switch (access) {
    case Database::Access::read:
      return SQLite::OPEN_READONLY | SQLite::OPEN_NOFOLLOW;
    case Database::Access::immutable:
      return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
    case Database::Access::write:
      break;
  }
  return SQLite::OPEN_READWRITE | SQLite::OPEN_NOFOLLOW;
}

/// "file:///a%20b?immutable=1": everything but the plainest characters is escaped.
std::string immutable_uri(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = util::is_alphanumeric(c) || c == '/' || c == '.' || c == '-';
    if (plain) {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return uri + "?immutable=1";
}

std::string name_of(const std::filesystem::path& file, Database::Access access) {
  return access == Database::Access::immutable ? immutable_uri(file.string()) : file.string();
}

}  // namespace

void spare_memory() {
  sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

Database::Database(const std::filesystem::path& file, Access access)
    : m_database(name_of(file, access), flags_of(access) | SQLite::OPEN_NOMUTEX, k_busy_milliseconds) {
  protect();
  if (access == Access::write) {
    m_database.exec(k_durable);
    use_large_cache();
  } else {
    m_database.exec(k_frugal);
  }
}

Database::Database() : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
  protect();
  m_database.exec("PRAGMA foreign_keys = ON");
}

std::unique_ptr<Database> Database::in_memory() {
  return std::unique_ptr<Database>(new Database());
}

void Database::protect() {
  sqlite3* const handle = m_database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  m_database.exec(k_distrust);
}

void Database::use_large_cache() const {
  m_database.exec(k_large_cache);
}

void Database::shorten_log() const {
  sqlite3* const handle = m_database.getHandle();
  std::error_code error;
  const auto size = std::filesystem::file_size(wal_of(sqlite3_db_filename(handle, "main")), error);
  if (error || size < k_long_log_bytes) {
    return;
  }
  sqlite3_busy_timeout(handle, 0);
  sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle, k_busy_milliseconds);
}

int Database::schema_version() const {
  Query version = query(k_schema_version);
  return version.next() ? version.number(0) : 0;
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(m_database.getHandle()) == 0;
}

}  // namespace papers::store
