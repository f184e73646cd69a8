#include "export/html_text.hpp"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

namespace papers::formats {

std::string json_in_html(const nlohmann::ordered_json& value) {
  // Of these only the characters inside strings occur in JSON, where an escape means the same.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_escapes{
      {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}}};
  const std::string plain = model::dump(value);
  std::string result;
  for (std::size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    std::string_view found = rest.substr(0, 1);
    std::string_view written = found;
    for (const auto& [character, escape] : k_escapes) {
      if (rest.starts_with(character)) {
        found = character;
        written = escape;
      }
    }
    result += written;
    at += found.size();
  }
  return result;
}

}  // namespace papers::formats
