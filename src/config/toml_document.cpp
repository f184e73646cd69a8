#include "config/toml_document.hpp"

#include <algorithm>
#include <limits>
#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "util/text.hpp"

namespace papers::config {
namespace {

std::optional<Value> list_value(const toml::array& array) {
  std::vector<std::string> list;
  for (const toml::node& element : array) {
    if (!element.is_string()) {
      return std::nullopt;
    }
    list.push_back(**element.as_string());
  }
  return list;
}

std::optional<Value> setting_value(const toml::node& node) {
  if (const auto* integer = node.as_integer()) {
    const std::int64_t number = **integer;
    const bool fits = std::numeric_limits<int>::min() <= number && number <= std::numeric_limits<int>::max();
    return fits ? Value(static_cast<int>(number)) : Value(static_cast<double>(number));
  }
  if (const auto* number = node.as_floating_point()) {
    return **number;
  }
  if (const auto* text = node.as_string()) {
    return **text;
  }
  if (const auto* array = node.as_array()) {
    return list_value(*array);
  }
  return std::nullopt;
}

std::string as_written(const toml::node& node) {
  std::ostringstream out;
  node.visit([&out](const auto& value) { out << value; });
  return out.str();
}

void append_entries(const toml::table& table, const std::string& prefix, std::vector<TomlEntry>& entries) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    const toml::table* inner = node.as_table();
    if (inner != nullptr && !inner->empty()) {
      append_entries(*inner, name + ".", entries);
    } else {
      entries.push_back({name, setting_value(node), as_written(node),
                         static_cast<int>(key.source().begin.line), inner != nullptr});
    }
  }
}

}  // namespace

Result<std::vector<TomlEntry>> read_toml(std::string_view text, std::string_view name) {
  try {
    std::vector<TomlEntry> entries;
    append_entries(toml::parse(text), "", entries);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const TomlEntry& a, const TomlEntry& b) { return a.line < b.line; });
    return entries;
  } catch (const toml::parse_error& error) {
    return Error{ExitCode::failed, fmt::format("{}:{}: not valid TOML: {}", name, error.source().begin.line,
                                               util::printable(error.description()))};
  }
}

}  // namespace papers::config
