// The query of a URL, and form bodies, which look the same.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace papers::test {

/// "%41+b" -> "A b". A broken escape stays as it is.
[[nodiscard]] std::string decode_percent(std::string_view text);

/// "a=1&b=x%2Cy" -> {a: "1", b: "x,y"}; of a name that comes twice the last value counts.
[[nodiscard]] std::map<std::string, std::string> parse_query(std::string_view query);

}  // namespace papers::test
