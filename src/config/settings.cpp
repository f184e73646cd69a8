#include "config/settings.hpp"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "config/toml_document.hpp"
#include "util/edit_distance.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::config {
namespace {

constexpr std::string_view k_rank_prefix = "rank.";
constexpr std::size_t k_shown_columns = 60;

Error unknown_key(std::string_view name, std::span<const Key> keys) {
  const std::vector<std::string_view> names = [&] {
    std::vector<std::string_view> result(keys.size());
    std::transform(keys.begin(), keys.end(), result.begin(),
                   [](const Key& key) { return std::string_view(key.name); });
    return result;
  }();
  const auto meant = util::nearest(name, names);
  return {ExitCode::usage, fmt::format("no setting is called {}{}; `papers config` lists them all",
                                       util::elide(util::printable(name), k_shown_columns),
                                       meant ? fmt::format(", did you mean {}?", *meant) : std::string())};
}

/// Whether keys begin with this name: "limits" does for "limits.depth".
bool is_section(std::string_view name, std::span<const Key> keys) {
  return name == k_alias_prefix.substr(0, k_alias_prefix.size() - 1) ||
         std::any_of(keys.begin(), keys.end(),
                     [&](const Key& key) { return key.name.starts_with(fmt::format("{}.", name)); });
}

}  // namespace

Settings::Settings(std::span<const Term> terms) : m_keys(make_keys(terms)) {
  for (const Key& key : m_keys) {
    m_entries[key.name] = {key.fallback, "default"};
  }
}

void Settings::overlay_toml(std::string_view text, std::string_view name) {
  if (text.empty()) {
    return;  // as where there is no file; most readers have none
  }
  Settings after = *this;
  for (const TomlEntry& found : value_or_throw(read_toml(text, name))) {
    if (found.is_empty_table && is_section(found.key, m_keys)) {
      continue;
    }
    const std::string place = fmt::format("{}:{}", name, found.line);
    try {
      const Key row = key(found.key);
      if (!found.value) {
        throw Failure(unacceptable(row, found.written));
      }
      after.set(row, {value_or_throw(accept(row, *found.value)), place});
    } catch (const Failure& failure) {
      throw Failure(ExitCode::failed, fmt::format("{}: {}", place, failure.what()));
    }
  }
  *this = std::move(after);
}

void Settings::overlay_assignment(std::string_view assignment) {
  const std::size_t sign = assignment.find('=');
  if (sign == std::string_view::npos) {
    throw Failure(ExitCode::usage, fmt::format("--set {}: expected key=value, such as limits.depth=2",
                                               util::elide(util::printable(assignment), k_shown_columns)));
  }
  try {
    const Key row = key(util::trim(assignment.substr(0, sign)));
    if (row.file_only) {
      throw Failure(ExitCode::usage, fmt::format("{} is taken from config.toml alone", row.name));
    }
    set(row, {value_or_throw(read_value(row, assignment.substr(sign + 1))), "--set"});
  } catch (const Failure& failure) {
    throw Failure(ExitCode::usage, fmt::format("--set: {}", failure.what()));
  }
}

Key Settings::key(std::string_view name) const {
  const auto found =
      std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& row) { return row.name == name; });
  if (found != m_keys.end()) {
    return *found;
  }
  if (auto member = key_in_family(name)) {
    return *std::move(member);
  }
  throw Failure(unknown_key(name, m_keys));
}

/// A member of a family gets its row with its first value.
void Settings::set(const Key& key, Entry entry) {
  if (!m_entries.contains(key.name)) {
    const auto table_end = std::find_if(m_keys.begin(), m_keys.end(),
                                        [](const Key& row) { return key_in_family(row.name).has_value(); });
    m_keys.insert(std::upper_bound(table_end, m_keys.end(), key.name,
                                   [](const std::string& name, const Key& row) { return name < row.name; }),
                  key);
  }
  m_entries[key.name] = std::move(entry);
}

const Settings::Entry& Settings::entry(std::string_view key) const {
  const auto found = m_entries.find(key);
  assert(found != m_entries.end());
  return found->second;
}

int Settings::whole(std::string_view key) const {
  return std::get<int>(entry(key).value);
}

double Settings::number(std::string_view key) const {
  return std::get<double>(entry(key).value);
}

const std::string& Settings::text(std::string_view key) const {
  return std::get<std::string>(entry(key).value);
}

const std::vector<std::string>& Settings::list(std::string_view key) const {
  return std::get<std::vector<std::string>>(entry(key).value);
}

std::map<std::string, double, std::less<>> Settings::weights() const {
  std::map<std::string, double, std::less<>> result;
  for (const Key& key : m_keys) {
    if (key.name.starts_with(k_rank_prefix)) {
      result[key.name.substr(k_rank_prefix.size())] = number(key.name);
    }
  }
  return result;
}

const Value& Settings::value(std::string_view key) const {
  return entry(key).value;
}

const std::string& Settings::origin(std::string_view key) const {
  return entry(key).origin;
}

}  // namespace papers::config
