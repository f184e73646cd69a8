#include "util/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "util/strings.hpp"

namespace papers::util {
namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::sys_days;
using chrono::year_month_day;

constexpr sys_days k_first_day{chrono::year{1} / 1 / 1};
constexpr sys_days k_last_day{chrono::year{9999} / 12 / 31};

constexpr std::array<std::string_view, 7> k_weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                     "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> k_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string format_day(sys_days day) {
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

bool in_range(sys_days day) {
  return day >= k_first_day && day <= k_last_day;
}

std::optional<sys_days> read_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  const auto year = to_int(text.substr(0, 4));
  const auto month = to_int(text.substr(5, 2));
  const auto day = to_int(text.substr(8, 2));
  if (!year || !month || !day || *year < 1) {
    return std::nullopt;
  }
  const auto date = chrono::year(*year) / *month / *day;
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

sys_days day_or_first(std::string_view text) {
  return read_day(text).value_or(k_first_day);
}

/// Two digits below `limit` at the front of `text`, which they leave.
std::optional<int> take_two(std::string_view& text, int limit) {
  const auto value = text.size() < 2 ? std::nullopt : to_int(text.substr(0, 2));
  if (!value || *value >= limit) {
    return std::nullopt;
  }
  text.remove_prefix(2);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) {
    return false;
  }
  text.remove_prefix(1);
  return true;
}

/// "09:00:00" or "09:00:00.123" at the front of `text`; the fraction is dropped.
std::optional<chrono::seconds> take_time(std::string_view& text) {
  const auto hours = take_two(text, 24);
  const auto minutes = hours && take(text, ':') ? take_two(text, 60) : std::nullopt;
  const auto seconds = minutes && take(text, ':') ? take_two(text, 60) : std::nullopt;
  if (!seconds) {
    return std::nullopt;
  }
  if (take(text, '.')) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) {
      return std::nullopt;
    }
    text.remove_prefix(digits);
  }
  return chrono::hours(*hours) + chrono::minutes(*minutes) + chrono::seconds(*seconds);
}

/// "Z", "+08:00" or "-0500": the whole of `text`.
std::optional<chrono::minutes> read_offset(std::string_view text) {
  if (text == "Z" || text == "z") {
    return chrono::minutes(0);
  }
  const bool east = text.starts_with('+');
  if (!east && !text.starts_with('-')) {
    return std::nullopt;
  }
  text.remove_prefix(1);
  const auto hours = take_two(text, 24);
  take(text, ':');
  const auto minutes = take_two(text, 60);
  if (!hours || !minutes || !text.empty()) {
    return std::nullopt;
  }
  const chrono::minutes offset = chrono::hours(*hours) + chrono::minutes(*minutes);
  return east ? offset : -offset;
}

std::optional<sys_days> next_weekday(std::string_view name, sys_days today) {
  for (unsigned i = 0; i < k_weekdays.size(); ++i) {
    const bool abbreviated = name.size() == 3 && starts_with_ignoring_case(k_weekdays[i], name);
    if (abbreviated || lower(name) == lower(k_weekdays[i])) {
      const auto ahead = chrono::weekday(i) - chrono::weekday(today);
      return today + (ahead == days(0) ? days(7) : ahead);
    }
  }
  return std::nullopt;
}

/// The same day `count` months later, or the last day of that month.
sys_days add_months(sys_days day, int count) {
  const year_month_day date(day);
  const auto month = date.year() / date.month() + chrono::months(count);
  const auto last = month / chrono::last;
  return month / std::min(date.day(), last.day());
}

/// "3d", "2w", "1m", ahead or back.
std::optional<sys_days> relative_day(std::string_view text, sys_days today, int direction) {
  constexpr int k_most = 100000;  // far enough, and safe from overflow
  const auto count = text.empty() ? std::nullopt : to_int(text.substr(0, text.size() - 1));
  if (!count || *count > k_most) {
    return std::nullopt;
  }
  switch (text.back()) {
    case 'd':
      return today + days(direction * *count);
    case 'w':
      return today + days(direction * 7 * *count);
    case 'm':
      return add_months(today, direction * *count);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string to_moment(Time time) {
  const auto day = chrono::floor<days>(time);
  const chrono::hh_mm_ss clock(time - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::optional<Time> from_moment(std::string_view text) {
  const auto day = read_day(text.substr(0, 10));
  if (!day || text.size() == 10) {
    return day;
  }
  auto rest = text.substr(10);
  if (!take(rest, 'T') && !take(rest, 't')) {
    return std::nullopt;
  }
  const auto time = take_time(rest);
  const auto offset = time ? read_offset(rest) : std::nullopt;
  if (!offset) {
    return std::nullopt;
  }
  const Time moment = *day + *time - *offset;
  return in_range(chrono::floor<days>(moment)) ? std::optional(moment) : std::nullopt;
}

std::string local_day(Time time) {
  const std::time_t seconds = time.time_since_epoch().count();
  std::tm local{};
  ::tzset();  // localtime_r need not look at TZ
  if (::localtime_r(&seconds, &local) == nullptr) {
    return format_day(chrono::floor<days>(time));
  }
  return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

bool is_day(std::string_view text) {
  return read_day(text).has_value();
}

int days_between(std::string_view from, std::string_view to) {
  return static_cast<int>((day_or_first(to) - day_or_first(from)).count());
}

std::string add_days(std::string_view day, int count) {
  return format_day(std::clamp(day_or_first(day) + days(count), k_first_day, k_last_day));
}

std::optional<std::string> parse_day(std::string_view text, std::string_view today) {
  const std::string wanted = lower(trim(text));
  const sys_days from = day_or_first(today);
  auto day = read_day(wanted);
  if (wanted == "today") {
    day = from;
  } else if (wanted == "tomorrow") {
    day = from + days(1);
  } else if (!day) {
    day = next_weekday(wanted, from);
  }
  if (!day) {
    day = relative_day(wanted, from, 1);
  }
  return day && in_range(*day) ? std::optional(format_day(*day)) : std::nullopt;
}

std::optional<std::string> parse_past_day(std::string_view text, std::string_view today) {
  const std::string wanted = lower(trim(text));
  const sys_days from = day_or_first(today);
  auto day = read_day(wanted);
  if (wanted == "today") {
    day = from;
  } else if (wanted == "yesterday") {
    day = from - days(1);
  } else if (!day) {
    day = read_day(wanted + "-01");
  }
  if (const auto next = day ? std::nullopt : next_weekday(wanted, from - days(1))) {
    day = *next - days(7);
  }
  if (!day) {
    day = relative_day(wanted, from, -1);
  }
  return day && in_range(*day) ? std::optional(format_day(*day)) : std::nullopt;
}

// A week belongs to the year of its Thursday (ISO 8601).
IsoWeek iso_week(std::string_view day) {
  const sys_days date = day_or_first(day);
  const sys_days thursday = date - (chrono::weekday(date) - chrono::Monday) + days(3);
  const auto year = year_month_day(thursday).year();
  const auto past = thursday - sys_days(year / 1 / 1);
  return {static_cast<int>(year), static_cast<int>(past.count() / 7) + 1};
}

int weekday(std::string_view day) {
  return static_cast<int>((chrono::weekday(day_or_first(day)) - chrono::Monday).count());
}

std::string long_day(std::string_view day) {
  const sys_days date = day_or_first(day);
  const year_month_day parts(date);
  return fmt::format("{} {} {} {}", k_weekdays[chrono::weekday(date).c_encoding()],
                     static_cast<unsigned>(parts.day()), k_months[static_cast<unsigned>(parts.month()) - 1],
                     static_cast<int>(parts.year()));
}

std::optional<int> parse_minutes(std::string_view text) {
  constexpr int k_most_hours = 10000;
  const std::string wanted = lower(trim(text));
  std::string_view rest = wanted;
  int minutes = 0;
  if (const auto h = rest.find('h'); h != std::string_view::npos) {
    const auto hours = to_int(rest.substr(0, h));
    if (!hours || *hours > k_most_hours) {
      return std::nullopt;
    }
    minutes = 60 * *hours;
    rest = trim(rest.substr(h + 1));
    if (rest.empty()) {
      return minutes;
    }
  }
  if (rest.ends_with('m')) {
    rest.remove_suffix(1);
  }
  const auto more = to_int(rest);
  return more && *more <= 60 * k_most_hours ? std::optional(minutes + *more) : std::nullopt;
}

}  // namespace papers::util
