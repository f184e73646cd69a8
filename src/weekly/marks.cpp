#include "weekly/marks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "weekly/report_words.hpp"

namespace papers::weekly {
namespace {

using util::is_digit;
using util::starts_with_ignoring_case;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_brackets{
    {{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}}};
constexpr std::array<std::string_view, 10> k_slip_words{"顺延",       "延期",    "推迟",      "carried over",
                                                        "carry over", "carried", "postponed", "rolled over",
                                                        "deferred",   "slipped"};
constexpr int k_most_weeks = 1000;
constexpr int k_most_minutes = 100'000;
constexpr std::size_t k_longest_amount = 8;  // bytes: "1h30"
constexpr std::size_t k_longest_mark = 96;   // bytes of a mark within a text; one that ends it may be longer

/// Takes `front` away from the front of `text`, if it is there; case does not count.
bool take(std::string_view& text, std::string_view front) {
  if (!starts_with_ignoring_case(text, front)) {
    return false;
  }
  text.remove_prefix(front.size());
  return true;
}

std::optional<int> take_number(std::string_view& text, int most) {
  const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
  const auto value = util::to_int(digits);
  if (!value || *value > most) {
    return std::nullopt;
  }
  text.remove_prefix(digits.size());
  return value;
}

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

bool take_colon(std::string_view& text) {
  return take(text, "：") || take(text, ":");
}

/// "about" in front of minutes, which makes them an estimate.
bool take_about(std::string_view& text) {
  const bool any = std::any_of(k_report_words.begin(), k_report_words.end(),
                               [&](const ReportWords& words) { return take(text, util::trim(words.about)); });
  skip_blanks(text);
  return any;
}

std::optional<int> read_minutes(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    std::string_view rest = text;
    const auto minutes = take(rest, words.minutes_before) ? take_number(rest, k_most_minutes) : std::nullopt;
    skip_blanks(rest);
    const auto unit = util::trim(words.minutes_behind);
    if (minutes && (rest == unit || rest == "minutes" || rest == "分")) {
      return minutes;
    }
  }
  const bool has_unit = text.size() <= k_longest_amount && text.find_first_of("hm") != std::string_view::npos;
  return has_unit ? util::parse_minutes(text) : std::nullopt;
}

/// "顺延", "顺延 3 周", "顺延3次：拆分", "carried over 3 weeks: split".
std::optional<Slip> read_slip(std::string_view text) {
  const bool any = std::any_of(k_slip_words.begin(), k_slip_words.end(),
                               [&](std::string_view word) { return take(text, word); });
  if (!any) {
    return std::nullopt;
  }
  Slip slip;
  skip_blanks(text);
  if (const auto weeks = take_number(text, k_most_weeks)) {
    slip.weeks = std::max(1, *weeks);
    skip_blanks(text);
    constexpr std::array<std::string_view, 6> k_units{"周", "次", "weeks", "week", "times", "w"};
    std::any_of(k_units.begin(), k_units.end(), [&](std::string_view unit) { return take(text, unit); });
  }
  if (take_colon(text)) {
    skip_blanks(text);
    slip.decision = text;
    return slip;
  }
  return text.empty() ? std::optional(slip) : std::nullopt;
}

std::optional<std::string> read_answer(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    if (text == words.unanswered) {
      return "";
    }
    if (take(text, util::trim(words.answered))) {
      skip_blanks(text);
      return std::string(text);
    }
  }
  return std::nullopt;
}

std::optional<Mark> read_content(std::string_view text) {
  Mark mark;
  std::string_view amount = text;
  mark.is_estimate = take_about(amount);
  mark.minutes = read_minutes(amount);
  mark.slip = mark.minutes ? std::nullopt : read_slip(text);
  mark.answer = mark.minutes || mark.slip ? std::nullopt : read_answer(text);
  return mark.minutes || mark.slip || mark.answer ? std::optional(mark) : std::nullopt;
}

bool is_address_byte(char c) {
  return c > ' ' && c < 0x7F && std::string_view("<>\"`\\^{|}").find(c) == std::string_view::npos;
}

/// Where an address that begins at `begin` ends: not with the punctuation of the sentence around it.
std::size_t end_of_address(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  std::size_t open = 0;
  while (end < text.size() && is_address_byte(text[end])) {
    open += text[end] == '(' ? 1U : 0U;
    if (text[end] == ')' && open == 0) {
      break;
    }
    open -= text[end] == ')' ? 1U : 0U;
    ++end;
  }
  while (end > begin && std::string_view(".,;:!?'*_]").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

/// The bytes of an arXiv id of this century at the front of a text: four digits, a point, five digits. With
/// four digits behind the point it could be a date or an amount.
std::size_t arxiv_id_size(std::string_view text) {
  constexpr std::string_view k_shape = "dddd.ddddd";
  if (text.size() < k_shape.size()) {
    return 0;
  }
  for (std::size_t i = 0; i < k_shape.size(); ++i) {
    if (k_shape[i] == 'd' ? !is_digit(text[i]) : text[i] != k_shape[i]) {
      return 0;
    }
  }
  const std::string_view rest = text.substr(k_shape.size());
  const bool goes_on =
      !rest.empty() && (is_digit(rest[0]) || (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])));
  const bool is_month = (text[2] == '0' && text[3] != '0') || (text[2] == '1' && text[3] <= '2');
  return goes_on || !is_month ? 0 : k_shape.size();
}

}  // namespace

bool apply(const Mark& mark, SectionKind section, Entry& entry) {
  if (mark.answer && section != SectionKind::questions) {
    return false;
  }
  entry.is_estimate = mark.minutes ? mark.is_estimate : entry.is_estimate;
  entry.minutes = mark.minutes ? mark.minutes : entry.minutes;
  entry.slip = mark.slip ? mark.slip : entry.slip;
  entry.answer = mark.answer ? mark.answer : entry.answer;
  return true;
}

bool is_web_address(std::string_view text) {
  const bool is_http =
      starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://");
  return is_http && text.size() > text.find("//") + 2;
}

std::optional<MarkFront> read_mark(std::string_view text) {
  const auto* const brackets = std::find_if(k_brackets.begin(), k_brackets.end(),
                                            [&](const auto& pair) { return text.starts_with(pair.first); });
  if (brackets == k_brackets.end()) {
    return std::nullopt;
  }
  const auto& [open, close] = *brackets;
  const std::string_view inside = text.substr(open.size());
  if (inside.ends_with(close)) {
    if (auto mark = read_content(inside.substr(0, inside.size() - close.size()))) {
      return MarkFront{*std::move(mark), text.size()};
    }
  }
  const std::size_t end = inside.substr(0, k_longest_mark).find(close);
  auto mark = end == std::string_view::npos ? std::nullopt : read_content(inside.substr(0, end));
  return mark ? std::optional(MarkFront{*std::move(mark), open.size() + end + close.size()}) : std::nullopt;
}

BoxFront read_box(std::string_view text) {
  struct Box {
    std::string_view sign;
    Outcome outcome;
  };
  constexpr std::array<Box, 11> k_boxes{{{"[ ] ", Outcome::open},
                                         {"[x] ", Outcome::done},
                                         {"[X] ", Outcome::done},
                                         {"[-] ", Outcome::partly},
                                         {"[/] ", Outcome::partly},
                                         {"☐", Outcome::open},
                                         {"☑", Outcome::done},
                                         {"✓", Outcome::done},
                                         {"✔", Outcome::done},
                                         {"✅", Outcome::done},
                                         {"❌", Outcome::open}}};
  const auto* const box = std::find_if(k_boxes.begin(), k_boxes.end(),
                                       [&](const Box& row) { return text.starts_with(row.sign); });
  return box == k_boxes.end() ? BoxFront{} : BoxFront{box->outcome, box->sign.size()};
}

std::size_t emoji_code(std::string_view text) {
  constexpr std::size_t k_longest = 24;
  const std::size_t end =
      text.starts_with(':') ? text.substr(0, k_longest).find(':', 1) : std::string_view::npos;
  if (end == std::string_view::npos || end == 1) {
    return 0;
  }
  const std::string_view name = text.substr(1, end - 1);
  return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-") == std::string_view::npos ? end + 1
                                                                                                     : 0;
}

std::vector<Address> find_addresses(std::string_view text) {
  std::vector<Address> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool within_word = i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.' || text[i - 1] == '/');
    if ((rest.front() == 'h' || rest.front() == 'H') && is_web_address(rest)) {
      found.push_back({i, end_of_address(text, i), false});
    } else if (const std::size_t size = is_digit(rest.front()) && !within_word ? arxiv_id_size(rest) : 0;
               size > 0) {
      found.push_back({i, i + size, true});
    } else {
      continue;
    }
    i = found.back().end - 1;
  }
  return found;
}

}  // namespace papers::weekly
