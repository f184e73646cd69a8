// Whether a folder lies where SQLite's locks and shared memory cannot be trusted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace papers::store {

/// The name of a network or user-space file system by its magic number (see statfs(2)): "NFS", "FUSE", ...
/// Nothing for any other, local ones and unknown ones alike.
[[nodiscard]] std::optional<std::string_view> network_filesystem_named(std::uint32_t magic);

/// Throws Failure, with advice, when the folder (or its nearest parent that is there) lies on one.
void refuse_network_filesystem(const std::filesystem::path& folder);

}  // namespace papers::store
