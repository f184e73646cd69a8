#include "util/week.hpp"

#include <fmt/format.h>

#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::util {
namespace {

constexpr int k_days = 7;

/// From the day that gives a week its name, a Monday, to its first.
int days_before_monday(WeekStart start) {
  return start == WeekStart::sunday ? 1 : 0;
}

std::string monday_of(std::string_view day) {
  return add_days(day, -weekday(day));
}

Week week_from(std::string_view monday, WeekStart start) {
  const IsoWeek iso = iso_week(monday);
  std::string first = add_days(monday, -days_before_monday(start));
  std::string last = add_days(first, k_days - 1);
  return {fmt::format("{:04}-W{:02}", iso.year, iso.week), std::move(first), std::move(last)};
}

}  // namespace

Week week_of(std::string_view day, WeekStart start) {
  return week_from(monday_of(add_days(day, days_before_monday(start))), start);
}

std::optional<Week> week_named(std::string_view name, WeekStart start) {
  const std::size_t mark = name.find_first_of("Ww");
  if (mark == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view written_year = name.substr(0, mark);
  const auto year = to_int(written_year.ends_with('-') ? written_year.substr(0, mark - 1) : written_year);
  const auto number = to_int(name.substr(mark + 1));
  if (!year || !number || *year < 1 || *year > 9998 || *number < 1 || *number > 53) {
    return std::nullopt;
  }
  // The fourth of January lies in the first week of every year.
  const std::string first = monday_of(fmt::format("{:04}-01-04", *year));
  const std::string monday = add_days(first, k_days * (*number - 1));
  return iso_week(monday) == IsoWeek{*year, *number} ? std::optional(week_from(monday, start)) : std::nullopt;
}

Week week_after(const Week& week, int count, WeekStart start) {
  return week_of(add_days(week.first, k_days * count), start);
}

}  // namespace papers::util
