// Weeks as they are typed, and as programs read them.
#pragma once

#include <span>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "app/this_week.hpp"
#include "weekly/week_report.hpp"
#include "weekly/week_stats.hpp"

namespace papers::cli {

/// "", "this", "last", "2024-W47", or a day in it: "2024-11-24", "2024.11.24", "today". Throws Failure
/// (usage) for anything else, and for a week that has not begun.
[[nodiscard]] util::Week week_meant(const std::string& word, const app::ThisWeek& now);

[[nodiscard]] nlohmann::ordered_json week_report_json(const weekly::WeekReport& report,
                                                      weekly::Language language);
[[nodiscard]] nlohmann::ordered_json week_stats_json(std::span<const weekly::WeekStats> weeks);

/// Bars in a table that fits the terminal.
[[nodiscard]] std::string week_stats_table(std::span<const weekly::WeekStats> weeks, std::size_t columns);

}  // namespace papers::cli
