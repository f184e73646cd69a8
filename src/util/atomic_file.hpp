// Writing files so that a reader sees the old or the new one whole, never a mixture.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace papers::util {

/// Writes beside the target (mode 0600 & ~umask for private ones, else by umask), syncs, renames over it,
/// syncs the folder. Throws Failure naming the path and the reason; the target is then as it was.
void write_file(const std::filesystem::path& path, std::string_view content, bool is_private = false);

/// Makes the names in a folder last, after files in it were made or renamed. Throws Failure.
void sync_folder(const std::filesystem::path& folder);

/// The whole file. Throws Failure when it cannot be read or is larger than `max_bytes`.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t max_bytes = 256U << 20U);

/// Makes the folder and its parents, new ones with mode 0700. Throws Failure.
void make_private_folder(const std::filesystem::path& path);

}  // namespace papers::util
