#include "weekly/week_report.hpp"

#include <array>

namespace papers::weekly {
namespace {

constexpr std::array k_formats{
    ReportFormat{"md", "Markdown, which import reads back", report_markdown},
    ReportFormat{"html", "one page, with the reading graph", report_html},
    ReportFormat{"txt", "plain text, for mail", report_text},
};

}  // namespace

int WeekReport::minutes() const {
  int sum = 0;
  for (const ReportedDone& one : done) {
    sum += one.minutes.value_or(0);
  }
  return sum;
}

std::span<const ReportFormat> report_formats() {
  return k_formats;
}

}  // namespace papers::weekly
