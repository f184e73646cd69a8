#include "model/json_value.hpp"

#include <cstdint>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

/// The text of a string or null.
std::string_view raw_text(std::string_view field, const Json& value) {
  if (value.is_null()) {
    return {};
  }
  if (!value.is_string()) {
    throw bad_value(field, value, "a text");
  }
  return value.get_ref<const std::string&>();
}

bool is_int_in(const Json& value, int low, int high) {
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    return high >= 0 && number <= static_cast<std::uint64_t>(high) &&
           (low <= 0 || number >= static_cast<std::uint64_t>(low));
  }
  return value.is_number_integer() && value.get<std::int64_t>() >= low && value.get<std::int64_t>() <= high;
}

}  // namespace

Failure bad_value(std::string_view field, const Json& value, std::string_view expected) {
  constexpr std::size_t k_most_shown = 80;
  const std::string shown = value.is_structured() ? (value.is_array() ? "a list" : "an object") : dump(value);
  return {ExitCode::usage,
          fmt::format("{}: {}; expected {}", field, util::clean_line(shown, k_most_shown), expected)};
}

std::string read_line(std::string_view field, const Json& value) {
  return util::clean_line(raw_text(field, value));
}

std::string read_text(std::string_view field, const Json& value) {
  return util::clean_text(raw_text(field, value));
}

std::optional<int> read_int(std::string_view field, const Json& value, int low, int high) {
  if (value.is_null()) {
    return std::nullopt;
  }
  if (!is_int_in(value, low, high)) {
    throw bad_value(field, value, fmt::format("a whole number from {} to {}", low, high));
  }
  return value.get<int>();
}

bool read_bool(std::string_view field, const Json& value) {
  if (!value.is_null() && !value.is_boolean()) {
    throw bad_value(field, value, "true or false");
  }
  return value.is_boolean() && value.get<bool>();
}

std::string read_moment(std::string_view field, const Json& value) {
  const auto text = raw_text(field, value);
  if (text.empty() || util::is_day(text)) {
    return std::string(text);
  }
  const auto moment = util::from_moment(text);
  if (!moment) {
    throw bad_value(field, value, "a date like 2024-02-28 or 2024-02-28T06:49:24Z");
  }
  return util::to_moment(*moment);
}

std::string read_day(std::string_view field, const Json& value) {
  const auto text = raw_text(field, value);
  if (!text.empty() && !util::is_day(text)) {
    throw bad_value(field, value, "a day like 2024-02-28");
  }
  return std::string(text);
}

std::vector<std::string> read_lines(std::string_view field, const Json& value) {
  if (!value.is_null() && !value.is_array()) {
    throw bad_value(field, value, "a list of texts");
  }
  std::vector<std::string> lines;
  for (const auto& entry : value) {
    if (auto line = read_line(field, entry); !line.empty()) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

Identifier read_identifier(std::string_view field, const Json& value) {
  auto id = parse_identifier(raw_text(field, value));
  if (!id) {
    throw Failure(ExitCode::usage, fmt::format("{}: {}", field, id.error().message));
  }
  return std::move(*id);
}

const Json& member(const Json& object, std::string_view name) {
  static const Json null;
  const auto found = object.find(std::string(name));
  return found == object.end() ? null : *found;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json number_or_null(const std::optional<int>& number) {
  return number ? Json(*number) : Json();
}

}  // namespace papers::model
