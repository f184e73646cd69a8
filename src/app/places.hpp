// Places: where papers keeps what, decided once from the environment.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "papers/library.hpp"

namespace papers::app {

/// Reads one environment variable; nothing when it is unset or empty.
using Variables = std::function<std::optional<std::string>(std::string_view name)>;

struct Places {
  std::filesystem::path config;  ///< folder of config.toml
  std::filesystem::path data;    ///< the library: precious
  std::filesystem::path state;   ///< backups
  std::filesystem::path cache;   ///< answers of services: may be deleted at any time
  std::filesystem::path gates;   ///< rate limits shared by all processes of the user
  std::filesystem::path share;   ///< what is shipped with the program: seed data
  std::filesystem::path parts;   ///< the loadable part of the program

  [[nodiscard]] std::filesystem::path config_file() const { return config / "config.toml"; }
  [[nodiscard]] std::filesystem::path key_file() const { return config / "keys.toml"; }
  [[nodiscard]] std::filesystem::path pdfs() const { return data / "pdf"; }
  [[nodiscard]] std::filesystem::path http_cache() const { return cache / "http.sqlite"; }
  [[nodiscard]] std::filesystem::path seed_file() const { return share / "seed.jsonl"; }
  [[nodiscard]] LibraryPlaces library() const { return {data / "library.sqlite", state / "backups"}; }
};

/// XDG folders, or all under $PAPERS_HOME when that is set. `program` is the running binary: what is
/// shipped with it lies beside it, in a build tree as in an installation.
/// Throws Failure when there is neither a home folder nor PAPERS_HOME.
[[nodiscard]] Places find_places(const Variables& variables, const std::filesystem::path& program);

}  // namespace papers::app
