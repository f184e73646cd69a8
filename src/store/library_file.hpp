// The library's file as the file system sees it: where it is, whether it is ours, how it comes to be.
#pragma once

#include <filesystem>

namespace papers::store {

/// The file itself when `path` is a symbolic link that belongs to this user, else `path`, absolute.
/// Throws Failure for links of others.
[[nodiscard]] std::filesystem::path resolve_library(const std::filesystem::path& path);

/// Whether a library is there. Throws Failure when something else is: a folder, a device, an empty or
/// foreign file, or a write-ahead log (-wal) without or beside a file that it does not belong to.
[[nodiscard]] bool library_is_there(const std::filesystem::path& file);

/// A new empty file, readable by this user only whatever the umask. Throws Failure, also when it exists.
void create_private_file(const std::filesystem::path& file);

/// Flushes the content of a file to the disk. Throws Failure.
void sync_file(const std::filesystem::path& file);

/// Gives a complete file its final name, durably. Throws Failure; never overwrites.
void move_into_place(const std::filesystem::path& from, const std::filesystem::path& to);

/// The write-ahead log beside a database file: "library.sqlite-wal".
[[nodiscard]] std::filesystem::path wal_of(const std::filesystem::path& file);

/// Whether there is a file with at least one byte.
[[nodiscard]] bool has_content(const std::filesystem::path& file);

/// Removes a database file and what SQLite puts beside it; silent when there is nothing.
void remove_database(const std::filesystem::path& file);

}  // namespace papers::store
