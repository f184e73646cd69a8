// Migrations: the schema, one step a version (migrations/*.sql). A released step is never edited.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "papers/clock.hpp"

#include "store/database.hpp"

namespace papers::store {

struct Migration {
  int version;  ///< that the library has afterwards; 1, 2, ... without gaps
  std::string_view name;
  const char* sql;
  /// Makes all derived data anew, as this version of the program has it; run once, behind the last step.
  void (*rebuild)(const Database&) = nullptr;
};

/// All steps, oldest first; embedded at build time.
[[nodiscard]] std::span<const Migration> migrations();

/// Runs the steps above the version of `db`, all in one transaction. The caller holds the WriteLock,
/// or the database is its own.
void migrate(Database& db, std::span<const Migration> steps);

/// Throws Failure, naming both versions, when `db` comes from a newer program.
void refuse_newer(const Database& db, std::span<const Migration> steps, const std::filesystem::path& file);

/// Makes an empty library in an empty database: all steps, device id, counters.
void initialise(Database& db, std::span<const Migration> steps, Time now);

}  // namespace papers::store
