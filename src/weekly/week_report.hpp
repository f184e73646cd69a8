// WeekReport: what came of a week, for an advisor or for oneself, and the forms in which it goes out.
//
// A pure value. Its texts are clean lines, as the library keeps them; each form escapes them for itself. What
// is not the reader's own words (headings, marks) is in the language of the report: report_words.hpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

#include "util/week.hpp"
#include "weekly/report_words.hpp"

namespace papers::weekly {

struct ReportedItem {
  std::string id;     ///< formatted identity
  std::string title;  ///< never ""
  std::string url;    ///< http(s), or "" when it has no address
  bool operator==(const ReportedItem&) const = default;
};

struct ReportedDone {
  ReportedItem item;
  std::optional<Level> level = {};
  std::optional<int> minutes = {};  ///< that it took
  std::string takeaway = {};
  bool operator==(const ReportedDone&) const = default;
};

/// Planned for the week, and not done in it.
struct ReportedSlip {
  ReportedItem item;
  int weeks = 1;              ///< how often so far, this week included
  std::string decision = {};  ///< in words, or ""
  std::string reason = {};
  bool operator==(const ReportedSlip&) const = default;
};

struct ReportedPlan {
  ReportedItem item;
  std::optional<Level> level = {};  ///< where it is planned otherwise than the item says
  std::optional<int> minutes = {};  ///< that it may take
  int weeks = 0;              ///< how often so far, where it is carried over from the week; 0: it is not
  std::string decision = {};  ///< in words, or ""
  bool operator==(const ReportedPlan&) const = default;
};

struct ReportedQuestion {
  std::string text;
  std::string answer = {};  ///< "" while it is open
  bool operator==(const ReportedQuestion&) const = default;
};

struct WeekReport {
  util::Week week;
  std::vector<ReportedDone> done;           ///< in the order in which it was finished
  std::vector<ReportedSlip> slipped;        ///< in the order of the plan
  std::vector<ReportedPlan> plan;           ///< of the week after, in the order of reading
  std::vector<ReportedQuestion> questions;  ///< answered in the week, or open at its end; in order of asking
  std::vector<std::string> needs;           ///< open questions to the advisor, in the order of asking
  std::string picture = {};  ///< an <svg> element from a trusted program; "" when there is none
  bool operator==(const WeekReport&) const = default;

  [[nodiscard]] int minutes() const;  ///< of what is done, as far as recorded
};

/// One form: a row of the table.
struct ReportFormat {
  std::string_view name;  ///< as typed: "md"
  std::string_view summary;
  std::string (*write)(const WeekReport& report, const ReportWords& words);
};

/// md, html, txt; the first is the usual one.
[[nodiscard]] std::span<const ReportFormat> report_formats();

/// As a log has it, so that parse_log() reads back what it says, titles and marks included.
[[nodiscard]] std::string report_markdown(const WeekReport& report, const ReportWords& words);
/// One page that loads nothing and runs nothing, for screens and for paper.
[[nodiscard]] std::string report_html(const WeekReport& report, const ReportWords& words);
/// For mail: each entry in a line of its own, addresses below it.
[[nodiscard]] std::string report_text(const WeekReport& report, const ReportWords& words);

}  // namespace papers::weekly
