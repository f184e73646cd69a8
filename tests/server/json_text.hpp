// JSON as the services print it, and lists of names as their queries hold them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace papers::test {

/// Keys stay in the order in which they were put in.
using Json = nlohmann::ordered_json;

/// ASCII with \u escapes and no blanks; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string compact(const Json& value);
/// The same with a blank after each comma and colon.
[[nodiscard]] std::string spaced(const Json& value);

/// "a,b,,c" -> {a, b, c}.
[[nodiscard]] std::vector<std::string> split(std::string_view list, char separator = ',');

}  // namespace papers::test
