// Backups: a consistent, checked copy of a library that others may be using.
#pragma once

#include <filesystem>

#include "store/database.hpp"

namespace papers::store {

/// Copies what a reader of `db` sees now to a new file, checks the copy and only then gives it its name.
/// Throws Failure, also when `target` exists; nothing is left behind then.
void write_backup(const Database& db, const std::filesystem::path& target);

/// Copies the content of one database into another, empty one.
void copy_database(const Database& from, Database& to);

}  // namespace papers::store
