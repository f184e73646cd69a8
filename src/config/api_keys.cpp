#include "config/api_keys.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "config/toml_document.hpp"
#include "util/atomic_file.hpp"
#include "util/strings.hpp"

namespace papers::config {
namespace {

constexpr std::size_t k_max_file = 64U << 10U;

struct KeyRow {
  const char* variable;
  const char* name;  ///< in the file
  std::string ApiKeys::*key;
};

constexpr std::array k_rows{
    KeyRow{"PAPERS_S2_API_KEY", "semantic-scholar", &ApiKeys::s2},
    KeyRow{"PAPERS_OPENALEX_API_KEY", "openalex", &ApiKeys::openalex},
};

/// Keys go into a header of a request. `where` stands for the value, which is not shown.
std::string checked(std::string_view key, std::string_view where) {
  key = util::trim(key);
  if (!std::all_of(key.begin(), key.end(), [](char c) { return '!' <= c && c <= '~'; })) {
    throw Failure(
        ExitCode::usage,
        fmt::format("{} is no key: it holds blanks or other characters that keys do not have", where));
  }
  return std::string(key);
}

/// Whether the file is there; throws when somebody else may know what is in it.
bool is_there_and_private(const std::filesystem::path& file) {
  struct stat facts {};
  if (stat(file.c_str(), &facts) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return false;
    }
    throw Failure(ExitCode::failed, fmt::format("{} cannot be read: {}", file.string(),
                                                std::generic_category().message(errno)));
  }
  if (!S_ISREG(facts.st_mode) || facts.st_uid != geteuid()) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} holds API keys, and is no file of yours; remove it", file.string()));
  }
  if ((facts.st_mode & 077U) != 0) {
    throw Failure(
        ExitCode::failed,
        fmt::format("{0} holds API keys, and others can read it; run: chmod 600 {0}", file.string()));
  }
  return true;
}

std::string expected_lines() {
  return fmt::format("expected lines like {} = \"KEY\" and {} = \"KEY\"", k_rows[0].name, k_rows[1].name);
}

/// What is wrong with a document may be a key without quotes, so it is not repeated.
ApiKeys read_key_file(const std::filesystem::path& file) {
  const auto entries = read_toml(util::read_file(file, k_max_file), file.string());
  if (!entries) {
    throw Failure(ExitCode::failed, fmt::format("{} is not valid TOML; {}", file.string(), expected_lines()));
  }
  ApiKeys keys;
  for (const TomlEntry& entry : *entries) {
    const auto* const row = std::find_if(k_rows.begin(), k_rows.end(),
                                         [&](const KeyRow& known) { return known.name == entry.key; });
    const auto* text = entry.value ? std::get_if<std::string>(&*entry.value) : nullptr;
    if (row == k_rows.end() || text == nullptr) {
      throw Failure(ExitCode::failed, fmt::format("{}, line {}: no API key of a service; {}", file.string(),
                                                  entry.line, expected_lines()));
    }
    keys.*row->key = checked(*text, fmt::format("{} in {}", row->name, file.string()));
  }
  return keys;
}

}  // namespace

ApiKeys find_api_keys(const std::function<std::optional<std::string>(std::string_view name)>& variable,
                      const std::filesystem::path& file) {
  const bool all_in_environment = std::all_of(
      k_rows.begin(), k_rows.end(), [&](const KeyRow& row) { return variable(row.variable).has_value(); });
  ApiKeys keys = !all_in_environment && is_there_and_private(file) ? read_key_file(file) : ApiKeys{};
  for (const KeyRow& row : k_rows) {
    if (const auto value = variable(row.variable)) {
      keys.*row.key = checked(*value, row.variable);
    }
  }
  return keys;
}

}  // namespace papers::config
