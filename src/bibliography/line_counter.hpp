// Which line of a text a place is in.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace papers::bibliography {

/// Counts from the last place asked for, so places that ascend cost one pass altogether, and near ones
/// little.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : m_text(text) {}

  /// From 1. Places behind the end are in the last line.
  [[nodiscard]] int line_of(std::size_t at) {
    at = std::min(at, m_text.size());
    const auto count = [this](std::size_t from, std::size_t to) {
      return static_cast<int>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(from),
                                         m_text.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    };
    m_line += at >= m_at ? count(m_at, at) : -count(at, m_at);
    m_at = at;
    return m_line;
  }

 private:
  std::string_view m_text;
  std::size_t m_at = 0;
  int m_line = 1;
};

}  // namespace papers::bibliography
