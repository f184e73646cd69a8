// The file that holds the settings, written by people and changed without disturbing their writing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "config/settings.hpp"

namespace papers::config {

/// Overlays the file. A file that is not there is as good as an empty one. Throws Failure as
/// Settings::overlay_toml does, and when the file cannot be read.
void read_config_file(const std::filesystem::path& path, Settings& settings);

/// Sets one key; everything else, comments and blank lines included, stays as it is. `value` is as typed
/// on the command line. Makes the file when it is not there. Throws Failure, and changes nothing, when the
/// key does not exist, does not take the value, or the file is not valid as it stands.
void set_in_config_file(const std::filesystem::path& path, const Settings& settings, std::string_view key,
                        std::string_view value);

/// The document with `key` set to `value`, which is TOML. Text around it stays byte for byte. The
/// result is parsed again and must say the same as before but for this key. Throws Failure, which
/// calls the document `name`, when that cannot be done.
[[nodiscard]] std::string set_in_toml(std::string_view text, std::string_view name, std::string_view key,
                                      std::string_view value);

}  // namespace papers::config
