// The report of a week, put together from what the library remembers.
#pragma once

#include <string>

#include "papers/library.hpp"

#include "app/this_week.hpp"
#include "weekly/week_report.hpp"

namespace papers::app {

/// The report as it stands at the end of that week, or today while it lasts: what was planned for it and is
/// not done yet counts as slipped, since that is what it will be. Without its picture. Costs what the plans
/// and questions of the library cost, and an item for each that is reported.
[[nodiscard]] weekly::WeekReport week_report(const Library& library, const util::Week& week,
                                             const ThisWeek& now, weekly::Language language);

/// The papers of a report and what they cite, as an <svg> element; "" when there are none. Throws Failure
/// when Graphviz is missing or fails.
[[nodiscard]] std::string report_picture(const Library& library, const weekly::WeekReport& report);

}  // namespace papers::app
