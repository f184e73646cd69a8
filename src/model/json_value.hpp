// Reading single values out of JSON that anyone may have written: each has one type and one range,
// and a Failure (usage) that names the field.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "papers/error.hpp"
#include "papers/identifier.hpp"

namespace papers::model {

using Json = nlohmann::ordered_json;

/// "year: 12345; expected a whole number from 1 to 9999".
[[nodiscard]] Failure bad_value(std::string_view field, const Json& value, std::string_view expected);

// null is "" or nothing in all of these.
[[nodiscard]] std::string read_line(std::string_view field, const Json& value);  ///< cleaned
[[nodiscard]] std::string read_text(std::string_view field, const Json& value);  ///< cleaned, lines kept
[[nodiscard]] std::optional<int> read_int(std::string_view field, const Json& value, int low, int high);
[[nodiscard]] bool read_bool(std::string_view field, const Json& value);
/// A moment in UTC, or a day where only that is known; "" for null and "".
[[nodiscard]] std::string read_moment(std::string_view field, const Json& value);
[[nodiscard]] std::string read_day(std::string_view field, const Json& value);
/// Cleaned lines, empty ones left out.
[[nodiscard]] std::vector<std::string> read_lines(std::string_view field, const Json& value);
[[nodiscard]] Identifier read_identifier(std::string_view field, const Json& value);

/// The member of an object, or null.
[[nodiscard]] const Json& member(const Json& object, std::string_view name);

// Writing: "" and nothing become null.
[[nodiscard]] Json text_or_null(const std::string& text);
[[nodiscard]] Json number_or_null(const std::optional<int>& number);

}  // namespace papers::model
