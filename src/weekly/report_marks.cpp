#include "weekly/report_marks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "util/strings.hpp"

namespace papers::weekly {
namespace {

std::string bracketed(const ReportWords& words, const std::string& text) {
  return fmt::format("{}{}{}", words.open_bracket, text, words.close_bracket);
}

std::string minutes_words(const ReportWords& words, int minutes) {
  return fmt::format("{}{}{}", words.minutes_before, minutes, words.minutes_behind);
}

}  // namespace

std::string minutes_mark(const ReportWords& words, std::optional<int> minutes) {
  return minutes ? bracketed(words, minutes_words(words, *minutes)) : "";
}

std::string estimate_mark(const ReportWords& words, std::optional<int> minutes) {
  return minutes ? bracketed(words, std::string(words.about) + minutes_words(words, *minutes)) : "";
}

std::string slip_mark(const ReportWords& words, int weeks, const std::string& decision) {
  if (weeks <= 0) {
    return "";
  }
  const std::string count = weeks == 1
                                ? std::string(util::trim(words.slipped_before))
                                : fmt::format("{}{}{}", words.slipped_before, weeks, words.slipped_behind);
  return bracketed(words, decision.empty() ? count : count + std::string(words.colon) + decision);
}

std::string answer_mark(const ReportWords& words, const ReportedQuestion& question) {
  return bracketed(words, question.answer.empty() ? std::string(words.unanswered)
                                                  : std::string(words.answered) + question.answer);
}

std::string plan_word(const ReportWords& words, std::optional<Level> level) {
  return level ? std::string(plan_word(words, *level)) : "";
}

std::string report_date(const WeekReport& report) {
  std::string date = report.week.last;
  std::replace(date.begin(), date.end(), '-', '.');
  return date;
}

}  // namespace papers::weekly
