#include "weekly/log_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::weekly {
namespace {

using util::is_digit;
using util::is_lower;

constexpr int k_first_year = 1990;
constexpr int k_last_year = 2100;

/// A number, a run of letters, one character of Chinese, or one sign. Blanks only part them.
struct Token {
  std::string_view text;
  std::optional<int> number;
};

std::size_t size_of_token(std::string_view text) {
  const auto run = [&](auto&& test) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
  };
  if (is_digit(text.front())) {
    return run(is_digit);
  }
  if (is_lower(text.front())) {
    return run(is_lower);
  }
  const auto is_tail = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  return 1 +
         static_cast<std::size_t>(std::find_if_not(text.begin() + 1, text.end(), is_tail) - text.begin() - 1);
}

/// As in "10th".
bool is_ordinal_ending(std::string_view token) {
  return token == "th" || token == "st" || token == "nd" || token == "rd";
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  while (!text.empty()) {
    const std::size_t size = size_of_token(text);
    const std::string_view token = text.substr(0, size);
    const bool is_ending = !tokens.empty() && tokens.back().number && is_ordinal_ending(token);
    if (token != " " && !is_ending) {
      tokens.push_back({token, is_digit(token.front()) ? util::to_int(token) : std::nullopt});
    }
    text.remove_prefix(size);
  }
  return tokens;
}

std::optional<int> month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> k_months{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  const auto* const month = std::find_if(k_months.begin(), k_months.end(), [&](std::string_view name) {
    return word.size() >= 3 && name.starts_with(word);
  });
  return month == k_months.end() ? std::nullopt
                                 : std::optional(static_cast<int>(month - k_months.begin()) + 1);
}

class DateReader {
 public:
  DateReader(std::string_view text, int year)
      : m_text(util::fold(text)), m_tokens(tokens_of(m_text)), m_year(year) {}

  std::optional<LogDate> last() {
    std::optional<LogDate> found;
    for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
      if (auto date = here()) {
        m_year = util::to_int((date->week.empty() ? date->day : date->week).substr(0, 4)).value_or(m_year);
        found = std::move(date);
      }
    }
    return found;
  }

 private:
  [[nodiscard]] std::optional<LogDate> here() const {
    if (const auto year = year_at(0)) {
      if (is_any(1, ".-/年") && is_any(3, ".-/月")) {
        return day(*year, number(2), number(4));
      }
      const std::size_t sign = is_any(1, "-年") ? 2 : 1;
      const std::size_t mark = is_any(sign, "第") ? sign : sign + 1;
      if (is_word(sign, "w") || is_word(sign, "week") || is_any(sign, "第")) {
        return week(*year, number(mark + (is_any(sign, "第") ? 1 : 0)));
      }
      return std::nullopt;
    }
    if (m_at < m_tokens.size() && m_tokens[m_at].number && m_tokens[m_at].text.size() == 8) {
      const int value = *m_tokens[m_at].number;
      return day(value / 10000, value / 100 % 100, value % 100);
    }
    return named_month().has_value() ? named_month() : other();
  }

  /// "Nov 10, 2024" and "10 November 2024".
  [[nodiscard]] std::optional<LogDate> named_month() const {
    const bool day_first = number(0).has_value();
    const auto month = word(day_first ? 1 : 0).empty() ? std::nullopt : month_named(word(day_first ? 1 : 0));
    const auto year = year_at(is_any(2, ",") ? 3 : 2);
    return month && year ? day(*year, month, number(day_first ? 0 : 1)) : std::nullopt;
  }

  /// "Week 45 2024", "11.10".
  [[nodiscard]] std::optional<LogDate> other() const {
    if (is_word(0, "week") || is_word(0, "w")) {
      const auto year = year_at(is_any(2, ",") ? 3 : 2);
      return year ? week(*year, number(1)) : std::nullopt;
    }
    const bool is_second_half = m_at > 1 && is_any_before("-~–至到");
    const bool is_all = m_at == 0 && m_tokens.size() <= 4;
    if (m_year > 0 && (is_all || is_second_half) && is_any(1, ".-/月")) {
      return day(m_year, number(0), number(2));
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_any_before(std::string_view signs) const {
    return m_at > 0 && signs.find(m_tokens[m_at - 1].text) != std::string_view::npos;
  }
  [[nodiscard]] bool is_any(std::size_t ahead, std::string_view signs) const {
    return m_at + ahead < m_tokens.size() &&
           signs.find(m_tokens[m_at + ahead].text) != std::string_view::npos;
  }
  [[nodiscard]] std::string_view word(std::size_t ahead) const {
    return m_at + ahead < m_tokens.size() && is_lower(m_tokens[m_at + ahead].text.front())
               ? m_tokens[m_at + ahead].text
               : std::string_view();
  }
  [[nodiscard]] bool is_word(std::size_t ahead, std::string_view wanted) const {
    return word(ahead) == wanted;
  }
  [[nodiscard]] std::optional<int> number(std::size_t ahead) const {
    const bool small = m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].text.size() <= 2;
    return small ? m_tokens[m_at + ahead].number : std::nullopt;
  }
  [[nodiscard]] std::optional<int> year_at(std::size_t ahead) const {
    const bool fits = m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].text.size() == 4;
    const auto year = fits ? m_tokens[m_at + ahead].number : std::nullopt;
    return year && *year >= k_first_year && *year <= k_last_year ? year : std::nullopt;
  }

  static std::optional<LogDate> day(int year, std::optional<int> month, std::optional<int> day_of_month) {
    if (!month || !day_of_month || year < k_first_year || year > k_last_year) {
      return std::nullopt;
    }
    std::string day = fmt::format("{:04}-{:02}-{:02}", year, *month, *day_of_month);
    return util::is_day(day) ? std::optional(LogDate{std::move(day), ""}) : std::nullopt;
  }

  static std::optional<LogDate> week(int year, std::optional<int> week) {
    std::string id = fmt::format("{:04}-W{:02}", year, week.value_or(0));
    return util::week_named(id, util::WeekStart::monday) ? std::optional(LogDate{"", std::move(id)})
                                                         : std::nullopt;
  }

  std::string m_text;
  std::vector<Token> m_tokens;
  int m_year;
  std::size_t m_at = 0;
};

}  // namespace

bool looks_like_date(std::string_view text) {
  const std::string folded = util::fold(text);
  const std::vector<Token> tokens = tokens_of(folded);
  const auto is_sign = [&](std::size_t at) {
    return std::string_view(".-/年月").find(tokens[at].text) != std::string_view::npos;
  };
  const bool is_long_enough = tokens.size() == 5 || (tokens.size() == 6 && tokens[5].text == "日");
  return is_long_enough && tokens[0].number && tokens[0].text.size() == 4 && is_sign(1) && tokens[2].number &&
         is_sign(3) && tokens[4].number.has_value();
}

std::optional<LogDate> find_date(std::string_view text, int year) {
  return DateReader(text, year).last();
}

util::Week closed_week(std::string_view day, util::WeekStart start) {
  return util::week_of(util::add_days(day, -3), start);
}

}  // namespace papers::weekly
