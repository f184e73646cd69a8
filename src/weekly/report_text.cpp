#include <fmt/format.h>

#include "weekly/report_marks.hpp"
#include "weekly/week_report.hpp"

namespace papers::weekly {
namespace {

class TextWriter {
 public:
  explicit TextWriter(const ReportWords& words) : m_words(words) {}

  std::string write(const WeekReport& report) {
    m_text = fmt::format("{} {}{}{}{}\n", m_words.report_title, report_date(report), m_words.open_bracket,
                         report.week.id, m_words.close_bracket);
    section(m_words.progress, report.done, [this](const ReportedDone& one) {
      entry("- ",
            std::string(done_word(m_words, one.level)) + one.item.title + minutes_mark(m_words, one.minutes) +
                (one.takeaway.empty() ? "" : std::string(m_words.colon) + one.takeaway),
            one.item.url);
    });
    if (!report.slipped.empty()) {
      section(m_words.slipped_title, report.slipped, [this](const ReportedSlip& one) { slip(one); });
    }
    int number = 0;
    section(m_words.plan, report.plan, [this, &number](const ReportedPlan& one) {
      entry(fmt::format("{}. ", ++number),
            plan_word(m_words, one.level) + one.item.title + estimate_mark(m_words, one.minutes) +
                slip_mark(m_words, one.weeks, one.decision),
            one.item.url);
    });
    section(m_words.questions, report.questions,
            [this](const ReportedQuestion& one) { entry("- ", one.text + answer_mark(m_words, one)); });
    section(m_words.needs, report.needs, [this](const std::string& need) { entry("- ", need); });
    return std::move(m_text);
  }

 private:
  template <typename List, typename Write>
  void section(std::string_view name, const List& list, const Write& write) {
    m_text += fmt::format("\n{}\n", name);
    if (list.empty()) {
      m_text += fmt::format("  {}\n", m_words.nothing);
    }
    for (const auto& one : list) {
      write(one);
    }
  }

  void entry(const std::string& mark, const std::string& text, const std::string& below = "") {
    m_text += fmt::format("  {}{}\n", mark, text);
    if (!below.empty()) {
      m_text += fmt::format("  {:{}}{}\n", "", mark.size(), below);
    }
  }

  void slip(const ReportedSlip& one) {
    entry("- ", one.item.title + slip_mark(m_words, one.weeks, ""), one.item.url);
    if (!one.reason.empty()) {
      m_text += fmt::format("    {}{}\n", m_words.reason, one.reason);
    }
    if (!one.decision.empty()) {
      m_text += fmt::format("    {}{}\n", m_words.decision, one.decision);
    }
  }

  const ReportWords& m_words;
  std::string m_text;
};

}  // namespace

std::string report_text(const WeekReport& report, const ReportWords& words) {
  return TextWriter(words).write(report);
}

}  // namespace papers::weekly
