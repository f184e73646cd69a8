// Week: seven days of a reader's calendar, named as ISO 8601 names weeks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace papers::util {

enum class WeekStart { monday, sunday };

/// Names and days compare in the order of time.
struct Week {
  std::string id;     ///< "2024-W47"
  std::string first;  ///< day
  std::string last;   ///< day
  bool operator==(const Week&) const = default;
};

/// The week that holds a day. One that starts on a Sunday has the name of the ISO week that starts on its
/// Monday.
[[nodiscard]] Week week_of(std::string_view day, WeekStart start);

/// The week of that name: "2024-W47", "2024W47". Nothing when there is none.
[[nodiscard]] std::optional<Week> week_named(std::string_view name, WeekStart start);

/// The week `count` weeks after, or before when it is negative.
[[nodiscard]] Week week_after(const Week& week, int count, WeekStart start);

}  // namespace papers::util
