// The settings that exist: one table of keys with their defaults and what each accepts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "papers/result.hpp"

namespace papers::config {

/// What a setting can hold. Whole numbers outside of int are read as doubles.
using Value = std::variant<int, double, std::string, std::vector<std::string>>;

/// One setting: a row of the table in keys.cpp. Its type is that of its default.
struct Key {
  std::string name;  ///< "limits.depth"
  Value fallback;
  std::string summary;                    ///< one line, for `config` and the manual
  double least = 0;                       ///< of numbers
  double most = 0;                        ///< of numbers
  std::vector<std::string_view> choices;  ///< of texts and lists; empty: any printable ASCII
  bool free = false;       ///< texts may be anything printable, and stand in a list more than once
  bool file_only = false;  ///< not to be given by --set: it says which programs or commands are run
};

/// Keys that the reader names himself, such as "alias.todo": nothing for other names. A name after the dot is
/// made of a-z, 0-9 and hyphens, begins with a letter, and is at most 40 letters long.
[[nodiscard]] std::optional<Key> key_in_family(std::string_view name);

/// What the names of aliases begin with in the file.
inline constexpr std::string_view k_alias_prefix = "alias.";

/// One term of the ranking, as the ranking describes it; its weight becomes the setting "rank.<name>".
struct Term {
  std::string_view name;
  std::string_view summary;
  double weight = 0;
};

/// All keys in the order in which they are shown. Terms come in as values: config knows no other module.
[[nodiscard]] std::vector<Key> make_keys(std::span<const Term> terms);

/// The value as this key holds it, whole numbers becoming doubles where the key wants those.
/// The error (usage) says what was expected, but not where the value stands.
[[nodiscard]] Result<Value> accept(const Key& key, const Value& value);

/// Reads a value as typed on the command line: 3, 0.5, zh, semantic-scholar,openalex. Checked as by accept.
[[nodiscard]] Result<Value> read_value(const Key& key, std::string_view text);

/// "a whole number from 0 to 20", "one of auto, en, zh".
[[nodiscard]] std::string expectation(const Key& key);

/// As written in a file and shown by `config`: 2, 0.5, "auto", ["semantic-scholar", "openalex"].
[[nodiscard]] std::string to_toml(const Value& value);

/// The error for a value that the key does not accept, given as it was written.
[[nodiscard]] Error unacceptable(const Key& key, std::string_view written);

}  // namespace papers::config
