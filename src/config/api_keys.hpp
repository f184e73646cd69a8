// The keys that services give to readers: from the environment, or from a file that nobody else can read.
// They come from nowhere else, arguments and config.toml least of all, and no message holds one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace papers::config {

struct ApiKeys {
  std::string s2;        ///< "" when there is none
  std::string openalex;  ///< "" when there is none
};

/// PAPERS_S2_API_KEY and PAPERS_OPENALEX_API_KEY, as `variable` reads the environment, else what the file
/// says:
///
///     semantic-scholar = "KEY"
///     openalex = "KEY"
///
/// Throws Failure when the file can be read by others (naming the chmod that helps), belongs to somebody else
/// or makes no sense, and when a key holds blanks or control characters.
[[nodiscard]] ApiKeys find_api_keys(
    const std::function<std::optional<std::string>(std::string_view name)>& variable,
    const std::filesystem::path& file);

}  // namespace papers::config
