// Dates as people write them over their weeks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "util/week.hpp"

namespace papers::weekly {

/// A day, a week, or both.
struct LogDate {
  std::string day;   ///< "" when only a week is named
  std::string week;  ///< "2024-W45"; "" when only a day is named
};

/// The last date in a text: 2024.11.10, 2024-11-10, 2024/11/10, 2024年11月10日, 20241110, 2024.11.4-11.10,
/// Nov 10, 2024, 10 November 2024, Week 45 2024, 2024-W45, 2024年第45周. A text that is nothing but month and
/// day, "11.10", is of the year `year`, unless that is 0. Nothing when there is none, or no such day.
[[nodiscard]] std::optional<LogDate> find_date(std::string_view text, int year = 0);

/// Whether a text is nothing but a year, a month and a day by its form, in digits: 2024.11.10, and 2024.13.45
/// too, which is none.
[[nodiscard]] bool looks_like_date(std::string_view text);

/// The week that a report of that day closes: its own in the last four days of it, before that the one
/// before.
[[nodiscard]] util::Week closed_week(std::string_view day, util::WeekStart start);

}  // namespace papers::weekly
