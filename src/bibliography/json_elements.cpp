#include "bibliography/json_elements.hpp"

#include <algorithm>

#include "bibliography/line_counter.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

constexpr std::string_view k_blanks = " \t\r\n";

/// Behind the quote that closes the string which begins here, or the end of the text.
std::size_t end_of_string(std::string_view text, std::size_t from) {
  for (std::size_t at = from + 1; at < text.size(); ++at) {
    if (text[at] == '"') {
      return at + 1;
    }
    at += text[at] == '\\' ? 1 : 0;
  }
  return text.size();
}

/// Behind the bracket that closes the object or array which begins here; nothing when none does.
std::size_t end_of_object(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at) - 1;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

/// The bracket of an array that is the value of the name which ends here; nothing when it is another value.
std::size_t array_behind(std::string_view text, std::size_t name_end) {
  const std::size_t colon = text.find_first_not_of(k_blanks, name_end);
  if (colon == std::string_view::npos || text[colon] != ':') {
    return std::string_view::npos;
  }
  const std::size_t value = text.find_first_not_of(k_blanks, colon + 1);
  return value != std::string_view::npos && text[value] == '[' ? value : std::string_view::npos;
}

/// The bracket of "items", wherever it stands among the members of the object which begins here; nothing
/// when there is none.
std::size_t begin_of_items(std::string_view text, std::size_t object) {
  constexpr std::string_view k_signs = "\"{[}]";
  std::size_t at = text.find_first_of(k_signs, object + 1);
  while (at != std::string_view::npos && text[at] != '}' && text[at] != ']') {
    const bool is_string = text[at] == '"';
    const std::size_t end = is_string ? end_of_string(text, at) : end_of_object(text, at);
    if (is_string && text.substr(at, end - at) == "\"items\"") {
      if (const std::size_t array = array_behind(text, end); array != std::string_view::npos) {
        return array;
      }
    }
    at = text.find_first_of(k_signs, end);
  }
  return std::string_view::npos;
}

/// Where the objects begin: at "[", in the "items" of an object, or at the only object.
std::size_t begin_of_objects(std::string_view text) {
  const std::size_t first = text.find_first_not_of(k_blanks);
  if (first == std::string_view::npos || text[first] != '{') {
    return std::min(first, text.size());
  }
  const std::size_t items = begin_of_items(text, first);
  return items == std::string_view::npos ? first : items;
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
