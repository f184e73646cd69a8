// A TOML document as a flat list of dotted keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/result.hpp"

#include "config/keys.hpp"

namespace papers::config {

struct TomlEntry {
  std::string key;             ///< "limits.depth"
  std::optional<Value> value;  ///< nothing for what no setting can be: dates, mixed lists, tables
  std::string written;         ///< the value for messages; may be long
  int line = 0;                ///< from 1
  bool is_empty_table = false;
};

/// The entries in the order of their lines. `name` stands for the document in the error, which names the
/// line. Never throws, whatever the text.
[[nodiscard]] Result<std::vector<TomlEntry>> read_toml(std::string_view text, std::string_view name);

}  // namespace papers::config
