#include "server/json_text.hpp"

namespace papers::test {

std::string compact(const Json& value) {
  return value.dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace);
}

std::string spaced(const Json& value) {
  std::string out;
  bool quoted = false;
  bool escaped = false;
  for (const char c : compact(value)) {
    out += c;
    if (c == '"' && !escaped) {
      quoted = !quoted;
    } else if (!quoted && (c == ',' || c == ':')) {
      out += ' ';
    }
    escaped = c == '\\' && !escaped;
  }
  return out;
}

std::vector<std::string> split(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::string_view part = list.substr(0, list.find(separator));
    if (!part.empty()) {
      parts.emplace_back(part);
    }
    list.remove_prefix(std::min(part.size() + 1, list.size()));
  }
  return parts;
}

}  // namespace papers::test
