// Moments and days as ISO 8601 strings, and what people type for a day.
//
// g++ 12 has no calendar formatting, so this is ours. The local zone is that of the C library (TZ).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "papers/clock.hpp"

namespace papers::util {

[[nodiscard]] std::string to_moment(Time time);  ///< "2024-11-17T09:00:00Z"
/// Reads "2024-11-17T09:00:00Z", also with offsets ("+08:00") and with only a day. Years 0001 to 9999.
[[nodiscard]] std::optional<Time> from_moment(std::string_view text);
[[nodiscard]] std::string local_day(Time time);    ///< "2024-11-17" in the reader's zone
[[nodiscard]] bool is_day(std::string_view text);  ///< a real "YYYY-MM-DD"
[[nodiscard]] int days_between(std::string_view from,
                               std::string_view to);  ///< both is_day; negative when `to` is earlier
[[nodiscard]] std::string add_days(std::string_view day, int count);  ///< stays within years 0001 to 9999
/// "2024-11-24", "today", "tomorrow", "fri" (the next one, never today), "3d", "2w", "1m": a day, seen from
/// `today`.
[[nodiscard]] std::optional<std::string> parse_day(std::string_view text, std::string_view today);
/// The same of what has been: "2024-11-10", "2024-11" (its first day), "today", "yesterday", "fri" (the last
/// one, never today), "3d", "2w", "1m" ago.
[[nodiscard]] std::optional<std::string> parse_past_day(std::string_view text, std::string_view today);
struct IsoWeek {
  int year = 0;
  int week = 0;
  bool operator==(const IsoWeek&) const = default;
};
[[nodiscard]] IsoWeek iso_week(std::string_view day);
[[nodiscard]] int weekday(std::string_view day);  ///< 0 on Mondays, 6 on Sundays
/// "Sunday 24 Nov 2024".
[[nodiscard]] std::string long_day(std::string_view day);
/// "45m", "1h30", "2h", "90" (minutes) -> minutes.
[[nodiscard]] std::optional<int> parse_minutes(std::string_view text);

}  // namespace papers::util
