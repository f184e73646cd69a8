#include "bibliography/json_elements.hpp"

#include <algorithm>

#include "bibliography/line_counter.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

constexpr std::string_view k_items = "\"items\"";

/// Where the objects begin: behind "[" or "{"items": [".
std::size_t begin_of_objects(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{') {
    return std::min(first, text.size());
  }
  const std::size_t name = text.find_first_not_of(" \t\r\n", first + 1);
  const bool wrapped = name != std::string_view::npos && text.substr(name).starts_with(k_items);
  const std::size_t array = wrapped ? text.find_first_not_of(" \t\r\n:", name + k_items.size()) : first;
  return array != std::string_view::npos && text[array] == '[' ? array : first;
}

/// Behind the brace that closes the object which begins here; nothing when none does.
std::size_t end_of_object(std::string_view text, std::size_t from) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      at += c == '\\' ? 1 : 0;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<JsonElement> json_elements(std::string_view text, std::size_t most) {
  std::vector<JsonElement> elements;
  LineCounter lines(text);
  std::size_t at = text.find('{', begin_of_objects(text));
  while (at != std::string_view::npos && elements.size() < most) {
    const std::size_t end = end_of_object(text, at);
    const bool closed = end != std::string_view::npos;
    elements.push_back({lines.line_of(at), text.substr(at, closed ? end - at : end), closed});
    at = closed ? text.find('{', end) : end;
  }
  return elements;
}

}  // namespace papers::bibliography
