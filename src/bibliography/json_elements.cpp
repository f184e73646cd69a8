#include "bibliography/json_elements.hpp"

#include <algorithm>
#include <utility>

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

/// Behind what is no object: the comma, bracket or brace that ends it, or the end of the text.
std::size_t end_of_other(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && text[at] != ',' && text[at] != ']' && text[at] != '{') {
    if (text[at] == '"') {
      at = end_of_string(text, at);
    } else {
      at = text[at] == '[' ? std::min(end_of_object(text, at), text.size()) : at + 1;
    }
  }
  return at;
}

/// Goes from element to element. Several arrays or objects one behind the other are read like one array.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : m_text(text), m_lines(text) {
    const std::size_t first = text.find_first_not_of(k_blanks);
    m_at = std::min(first, text.size());
    if (first == std::string_view::npos || text[first] != '{') {
      return;
    }
    if (const std::size_t items = begin_of_items(text, first); items != std::string_view::npos) {
      m_at = items;
      m_only_array = true;
    }
  }

  JsonElements run(std::size_t most) {
    JsonElements found;
    while (found.elements.size() < most && next()) {
      found.elements.push_back(element());
      if (!found.elements.back().closed) {
        return found;
      }
    }
    const bool is_cut = m_at >= m_text.size() && m_open;
    found.cut = is_cut ? m_lines.line_of(m_text.find_last_not_of(k_blanks)) : 0;
    return found;
  }

 private:
  /// Passes over what separates elements. Whether there is one more.
  bool next() {
    for (; m_at < m_text.size(); ++m_at) {
      const char c = m_text[m_at];
      if (c == '[' && !m_open) {
        m_open = true;
      } else if (c == ']') {
        m_open = false;
        if (m_only_array) {
          return false;
        }
      } else if (c != ',' && k_blanks.find(c) == std::string_view::npos) {
        return true;
      }
    }
    return false;
  }

  JsonElement element() {
    const bool is_object = m_text[m_at] == '{';
    const std::size_t end = is_object ? end_of_object(m_text, m_at) : end_of_other(m_text, m_at);
    const bool closed = end != std::string_view::npos;
    const std::size_t from = std::exchange(m_at, std::min(end, m_text.size()));
    return {m_lines.line_of(from), util::trim(m_text.substr(from, m_at - from)), closed, is_object};
  }

  std::string_view m_text;
  LineCounter m_lines;
  std::size_t m_at = 0;
  bool m_open = false;        ///< an array has begun
  bool m_only_array = false;  ///< the other members of the object around it are no items
};

}  // namespace

JsonElements json_elements(std::string_view text, std::size_t most) {
  return Scanner(text).run(most);
}

}  // namespace papers::bibliography
