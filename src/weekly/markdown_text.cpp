#include "weekly/markdown_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "util/ascii.hpp"

namespace papers::weekly {
namespace {

bool is_word(char c) {
  return util::is_alphanumeric(c) || !util::is_ascii(c);
}

/// Where a text that begins a line could be taken for a mark of a list, a heading or a quotation.
std::size_t mark_at_front(std::string_view line) {
  constexpr std::string_view k_marks = "#>-+=";
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0) {
    return !line.empty() && k_marks.find(line.front()) != std::string_view::npos ? 0 : std::string_view::npos;
  }
  const bool is_number = digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
                         (digits + 1 == line.size() || line[digits + 1] == ' ');
  return is_number ? digits : std::string_view::npos;
}

/// Whether the character at this place means something within a line.
bool is_special(std::string_view line, std::size_t at) {
  const char before = at > 0 ? line[at - 1] : ' ';
  const char behind = at + 1 < line.size() ? line[at + 1] : ' ';
  switch (line[at]) {
    case '_':  // within a word it is only a letter
      return !is_word(before) || !is_word(behind);
    case '&':
      return behind == '#' || is_word(behind);
    default:
      return std::string_view("\\`*[]<>~").find(line[at]) != std::string_view::npos;
  }
}

}  // namespace

std::string markdown_text(std::string_view line) {
  const std::size_t mark = mark_at_front(line);
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    text += i == mark || is_special(line, i) ? "\\" : "";
    text += line[i];
  }
  return text;
}

std::string markdown_link(std::string_view title, std::string_view address) {
  std::string target;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_safe =
        byte > 0x20 && byte != 0x7F && std::string_view("()<>\\").find(c) == std::string_view::npos;
    target += is_safe ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return fmt::format("[{}]({})", markdown_text(title), target);
}

}  // namespace papers::weekly
