#include "bibliography/bibtex_scanner.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_longest_type = 100;  // bytes
constexpr std::size_t k_most_shown = 40;     // bytes of the text in a message

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

std::optional<BibtexOpening> BibtexScanner::next_opening() const {
  std::size_t from = m_at;  // nothing before it needs to be looked at again
  for (std::size_t at = m_text.find('@', m_at); at != std::string_view::npos; at = m_text.find('@', at)) {
    auto opening = opening_at(at);
    if (!opening) {
      ++at;
      continue;
    }
    const std::string_view before = m_text.substr(from, at - from);
    const auto line = before.rfind('\n');
    if (!util::trim(before.substr(line == std::string_view::npos ? 0 : line)).starts_with('%')) {
      return opening;
    }
    from = at = std::min(m_text.find('\n', at), m_text.size());
  }
  return std::nullopt;
}

std::optional<BibtexOpening> BibtexScanner::opening_at(std::size_t at) const {
  std::size_t end = end_of_blanks(at + 1);
  const std::size_t type = end;
  while (end < m_text.size() && util::is_letter(m_text[end]) && end - type < k_longest_type) {
    ++end;
  }
  const std::size_t brace = end_of_blanks(end);
  if (end == type || brace >= m_text.size() || (m_text[brace] != '{' && m_text[brace] != '(')) {
    return std::nullopt;
  }
  return BibtexOpening{at, util::lower(m_text.substr(type, end - type)), brace + 1,
                       m_text[brace] == '{' ? '}' : ')'};
}

std::size_t BibtexScanner::end_of_blanks(std::size_t at) const {
  while (at < m_text.size() && is_blank(m_text[at])) {
    ++at;
  }
  return at;
}

void BibtexScanner::skip_blanks() {
  m_at = end_of_blanks(m_at);
}

void BibtexScanner::skip_blanks_and_commas() {
  while (m_at < m_text.size() && (is_blank(m_text[m_at]) || m_text[m_at] == ',')) {
    ++m_at;
  }
}

char BibtexScanner::need_sign() {
  skip_blanks();
  if (m_at >= m_text.size()) {
    throw BrokenEntry{m_at, "does not end", /*at_end=*/true};
  }
  return m_text[m_at];
}

std::string_view BibtexScanner::word(std::string_view ends, std::size_t most) {
  const std::size_t from = m_at;
  while (m_at < m_text.size() && m_at - from < most && !is_blank(m_text[m_at]) &&
         ends.find(m_text[m_at]) == std::string_view::npos) {
    ++m_at;
  }
  return m_text.substr(from, m_at - from);
}

std::size_t BibtexScanner::find(std::string_view signs) const {
  const std::size_t found = m_text.find_first_of(signs, m_at);
  if (found == std::string_view::npos) {
    throw BrokenEntry{m_at, "does not end", /*at_end=*/true};
  }
  return found;
}

std::string_view BibtexScanner::delimited() {
  const std::size_t from = m_at + 1;
  const std::size_t end = m_text[m_at] == '{' ? end_of_braces(from) : end_of_quotes(from);
  m_at = end + 1;
  return m_text.substr(from, end - from);
}

std::size_t BibtexScanner::end_of_braces(std::size_t from) {
  int depth = 1;
  for (std::size_t at = next_of("{}", from); at < m_text.size(); at = next_of("{}", at + 1)) {
    depth += m_text[at] == '{' ? 1 : -1;
    if (depth == 0) {
      return at;
    }
  }
  throw BrokenEntry{from, "does not end: a brace is missing", /*at_end=*/true};
}

std::size_t BibtexScanner::end_of_quotes(std::size_t from) {
  int depth = 0;
  for (std::size_t at = next_of("{}\"", from); at < m_text.size(); at = next_of("{}\"", at + 1)) {
    depth += m_text[at] == '{' ? 1 : m_text[at] == '}' ? -1 : 0;
    if (m_text[at] == '"' && depth <= 0) {
      return at;
    }
  }
  throw BrokenEntry{from, "does not end: a quote or brace is missing", /*at_end=*/true};
}

std::size_t BibtexScanner::next_of(std::string_view signs, std::size_t from) {
  const std::size_t found = std::min(m_text.find_first_of(signs, from), m_text.size());
  if (!m_distrusts_braces) {
    return found;
  }
  const std::string_view before = m_text.substr(0, found);  // not the whole line, again for every brace
  for (std::size_t at = before.find('\n', from); at < found; at = before.find('\n', at)) {
    at = end_of_blanks(at);
    if (at < m_text.size() && m_text[at] == '@' && opening_at(at)) {
      throw BrokenEntry{at, fmt::format("does not end before line {}, which begins another entry: a brace or "
                                        "quote is missing",
                                        line_of(at))};
    }
  }
  return found;
}

std::string BibtexScanner::shown() const {
  return util::clean_line(m_text.substr(m_at, k_most_shown), k_most_shown);
}

}  // namespace papers::bibliography
