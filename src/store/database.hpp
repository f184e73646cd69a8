// Database: one connection to a library file, set up so that nothing is lost and nothing is trusted.
//
// Debian 12's SQLite 3.40 has the WAL-reset race: a checkpoint that overlaps a commit of another
// connection may lose committed pages (https://www.sqlite.org/wal.html, section 11). Hence the rule
// of this module: every write transaction and every checkpoint happens under WriteLock. Automatic
// checkpoints run inside COMMIT, thus under the lock; the one that closing a connection
// would bring is switched off. What they leave behind would be read again by whoever opens the library
// next, hence shorten_log.
#pragma once

#include <filesystem>
#include <memory>

#include <SQLiteCpp/Database.h>

#include "store/query.hpp"

namespace papers::store {

/// Of one thread at a time.
class Database {
 public:
  enum class Access {
    read,       ///< never writes, never creates
    immutable,  ///< as read, for a folder that cannot be written; only when there is no -wal file
    write,      ///< the file must exist
  };

  /// Throws SQLite::Exception.
  Database(const std::filesystem::path& file, Access access);

  /// An empty database that lives as long as the object.
  static std::unique_ptr<Database> in_memory();

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// A query with its parameters bound in order; `sql` must be a named constant.
  template <class... Values>
  [[nodiscard]] Query query(const char* sql, const Values&... values) const {
    Query query(m_pool, sql);
    (query.bind(values), ...);
    return query;
  }

  /// Runs a statement that gives no rows.
  template <class... Values>
  void run(const char* sql, const Values&... values) const {
    query(sql, values...).next();
  }

  /// Runs any number of statements without parameters.
  void run_script(const char* sql) { m_database.exec(sql); }

  /// For reading that comes back to the same pages, which costs memory (32 MB). Connections that write have
  /// it.
  void use_large_cache() const;

  /// Empties the write-ahead log when it has grown long, as after an import; to be called under WriteLock,
  /// between transactions. Does nothing when a reader is in the way: the next change comes by again. Never
  /// fails, because whatever stays in the log is safe there.
  void shorten_log() const;

  [[nodiscard]] int schema_version() const;
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] SQLite::Database& connection() const { return m_database; }

 private:
  Database();
  void protect();

  mutable SQLite::Database m_database;
  mutable StatementPool m_pool{m_database};
};

/// Tells SQLite what short commands need not pay for: it fills each cache with twenty pages of fresh memory,
/// and every question that sorts or counts apart makes a cache; and it counts its bytes under a lock. For a
/// process that is all ours, before the first connection; later it is refused.
void spare_memory();

/// Marks a file as a library ("PAPR"), at its usual place in the header of an SQLite file.
inline constexpr int k_application_id = 0x50415052;

}  // namespace papers::store
