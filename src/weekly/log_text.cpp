#include "weekly/log_text.hpp"

#include <algorithm>
#include <utility>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::weekly {
namespace {

constexpr std::size_t k_most_bytes = 2U << 20U;
constexpr std::size_t k_longest_run = 64U << 10U;
constexpr std::size_t k_most_marks = 32;
constexpr std::size_t k_most_shown = 120;
constexpr std::size_t k_longest_front = 100;  // lines

/// Marks of lists and quotations in front of a line.
std::size_t marks_in_front(std::string_view line) {
  const std::string_view front = line.substr(0, line.find_first_not_of(" \t>-+*0123456789.)"));
  return static_cast<std::size_t>(std::count_if(front.begin(), front.end(), [](char c) {
    return c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')';
  }));
}

/// A line of dashes under or between texts is no list.
bool is_rule(std::string_view line) {
  return line.find_first_not_of(" \t-*=_.") == std::string_view::npos;
}

class Preparing {
 public:
  explicit Preparing(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) {
      text.remove_prefix(3);
    }
    m_lines = util::split(text.substr(0, k_most_bytes), '\n');
    if (text.size() > k_most_bytes) {
      m_text.unread.push_back(unread(static_cast<int>(m_lines.size()), "the log is longer than 2 MiB", ""));
      m_lines.pop_back();
    }
  }

  LogText run() {
    const std::size_t first = skip_front_matter();
    m_text.markdown.append(first, '\n');
    for (std::size_t i = first; i < m_lines.size(); ++i) {
      m_text.markdown += is_fit(i) ? m_lines[i] : std::string_view();
      m_text.markdown += '\n';
    }
    return std::move(m_text);
  }

 private:
  /// The number of lines that the front matter takes: from a line "---" at the top to the next one.
  std::size_t skip_front_matter() {
    const auto is_border = [](std::string_view line) { return util::trim(line) == "---"; };
    if (m_lines.empty() || !is_border(m_lines.front())) {
      return 0;
    }
    const auto end = std::find_if(m_lines.begin() + 1, m_lines.end(), is_border);
    const auto count = static_cast<std::size_t>(end - m_lines.begin());
    if (end == m_lines.end() || count > k_longest_front) {
      return 0;
    }
    for (std::size_t i = 1; i < count; ++i) {
      if (util::starts_with_ignoring_case(m_lines[i], "date:")) {
        m_text.front_date = util::clean_line(m_lines[i].substr(5), k_most_shown);
      }
    }
    return count + 1;
  }

  bool is_fit(std::size_t i) {
    const std::string_view line = m_lines[i];
    const bool is_blank = util::trim(line).empty();
    m_run = is_blank ? 0 : m_run + line.size();
    if (is_blank || (m_run <= k_longest_run && (is_rule(line) || marks_in_front(line) <= k_most_marks))) {
      return !is_blank || line.size() < k_longest_run;
    }
    const auto* const why =
        m_run > k_longest_run ? "64 KiB without an empty line" : "too many marks of lists";
    m_text.unread.push_back(unread(static_cast<int>(i) + 1, why, line));
    return false;
  }

  std::vector<std::string_view> m_lines;
  std::size_t m_run = 0;  ///< bytes since the last empty line
  LogText m_text;
};

}  // namespace

LogText prepare(std::string_view text) {
  return Preparing(text).run();
}

Unread unread(int line, std::string why, std::string_view text) {
  return {line, std::move(why), util::clean_line(text.substr(0, 4 * k_most_shown), k_most_shown)};
}

}  // namespace papers::weekly
