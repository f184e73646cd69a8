#include "export/dot_text.hpp"

#include <algorithm>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

/// Inside double quotes DOT itself knows only \" ; labels and tooltips also give meaning to other
/// backslashes and to character references. A doubled backslash means one everywhere.
std::string escape(std::string_view text, bool keep_ampersands) {
  std::string result;
  for (const char c : util::printable(text)) {
    if (c == '"' || c == '\\') {
      result += '\\';
    }
    result += c;
    if (c == '&' && !keep_ampersands) {
      result += "amp;";
    }
  }
  return result;
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Bytes of the longest beginning that takes at most `columns` columns.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  std::size_t used = 0;
  while (end < text.size()) {
    std::size_t next = end + 1;
    while (next < text.size() && continues_character(text[next])) {
      ++next;
    }
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
  return '"' + escape(text, /*keep_ampersands=*/false) + '"';
}

std::string dot_address(std::string_view address) {
  return '"' + escape(address, /*keep_ampersands=*/true) + '"';
}

std::string dot_lines(std::span<const std::string> lines) {
  std::string result = "\"";
  for (const std::string& line : lines) {
    result += (result.size() > 1 ? "\\n" : "") + escape(line, /*keep_ampersands=*/false);
  }
  return result + '"';
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns, std::size_t lines) {
  std::vector<std::string> result;
  std::string_view rest = util::trim(text);
  while (!rest.empty() && result.size() < lines) {
    const bool is_last = result.size() + 1 == lines;
    std::size_t end = fitting(rest, columns);
    const bool is_cut = is_last && end < rest.size();
    if (is_cut) {
      end = fitting(rest, columns - 1);
    }
    // One character wider than the line still has to go somewhere.
    end = std::max(break_before(rest, end, columns), std::min<std::size_t>(1, rest.size()));
    result.push_back(std::string(util::trim(rest.substr(0, end))) + (is_cut ? "…" : ""));
    rest = util::trim(rest.substr(end));
  }
  return result;
}

}  // namespace papers::formats
