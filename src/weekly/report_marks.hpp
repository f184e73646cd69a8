// What reports say beside a title: marks in brackets, the words in front. Not escaped for any form.
#pragma once

#include <optional>
#include <string>

#include "weekly/report_words.hpp"
#include "weekly/week_report.hpp"

namespace papers::weekly {

/// "（95 分钟）", "(95 min)"; "" when there are none.
[[nodiscard]] std::string minutes_mark(const ReportWords& words, std::optional<int> minutes);
/// "（约 40 分钟）".
[[nodiscard]] std::string estimate_mark(const ReportWords& words, std::optional<int> minutes);
/// "（顺延 3 周：拆分）", "（顺延）" for one week; "" for none.
[[nodiscard]] std::string slip_mark(const ReportWords& words, int weeks, const std::string& decision);
/// "（已答：A）", "（未答）".
[[nodiscard]] std::string answer_mark(const ReportWords& words, const ReportedQuestion& question);

/// The word in front of what is planned: "略读 " where it is planned as a skim; "" otherwise.
[[nodiscard]] std::string plan_word(const ReportWords& words, std::optional<Level> level);
/// "2024.11.24", the last day of the week.
[[nodiscard]] std::string report_date(const WeekReport& report);

}  // namespace papers::weekly
