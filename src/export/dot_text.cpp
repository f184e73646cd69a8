#include "export/dot_text.hpp"

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

// Inside double quotes DOT itself knows only \" ; most attributes also give meaning to other backslashes
// and to character references. A doubled backslash means one, but Graphviz 2.43 looks for escape
// sequences twice in tooltips, so there it takes four.
constexpr std::string_view k_backslash = R"(\\)";
constexpr std::string_view k_tooltip_backslash = R"(\\\\)";
constexpr std::string_view k_ampersand = "&amp;";

std::string escape(std::string_view text, std::string_view backslash, std::string_view ampersand) {
  std::string result;
  for (const char c : util::printable(text)) {
    switch (c) {
      case '"':
        result += R"(\")";
        break;
      case '\\':
        result += backslash;
        break;
      case '&':
        result += ampersand;
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string quoted_lines(std::span<const std::string> lines, std::string_view backslash) {
  std::string result = "\"";
  for (const std::string& line : lines) {
    result += (result.size() > 1 ? "\\n" : "") + escape(line, backslash, k_ampersand);
  }
  return result + '"';
}

/// Where the character after the one at `at` begins.
std::size_t next_character(std::string_view text, std::size_t at) {
  do {
    ++at;
  } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

/// Bytes of the longest beginning that takes at most `columns` columns.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  std::size_t used = 0;
  while (end < text.size()) {
    const std::size_t next = next_character(text, end);
    used += util::width(text.substr(end, next - end));
    if (used > columns) {
      break;
    }
    end = next;
  }
  return end;
}

/// Where to break a text of which `end` bytes fit: before the word that does not fit whole, unless that word
/// is too long for any line, as in languages that write without blanks.
std::size_t break_before(std::string_view text, std::size_t end, std::size_t columns) {
  if (end == text.size() || text[end] == ' ') {
    return end;
  }
  const std::size_t blank = text.rfind(' ', end);
  if (blank == std::string_view::npos) {
    return end;
  }
  const std::string_view word = text.substr(blank + 1, text.find(' ', end) - blank - 1);
  return util::width(word) <= columns ? blank : end;
}

}  // namespace

std::string dot_string(std::string_view text) {
  return '"' + escape(text, k_backslash, k_ampersand) + '"';
}

std::string dot_name(std::string_view text) {
  return '"' + escape(text, k_backslash, "&") + '"';
}

std::string dot_label(std::span<const std::string> lines) {
  return quoted_lines(lines, k_backslash);
}

std::string dot_tooltip(std::span<const std::string> lines) {
  return quoted_lines(lines, k_tooltip_backslash);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns, std::size_t lines) {
  std::vector<std::string> result;
  std::string_view rest = util::trim(text);
  while (!rest.empty() && result.size() < lines) {
    std::size_t end = fitting(rest, columns);
    const bool is_cut = result.size() + 1 == lines && end < rest.size();
    if (is_cut) {
      end = fitting(rest, columns - 1);
    }
    end = break_before(rest, end, columns);
    if (end == 0 && !is_cut) {
      end = next_character(rest, 0);  // wider than the whole line, but it has to go somewhere
    }
    result.push_back(std::string(util::trim(rest.substr(0, end))) + (is_cut ? "…" : ""));
    rest = util::trim(rest.substr(end));
  }
  return result;
}

}  // namespace papers::formats
