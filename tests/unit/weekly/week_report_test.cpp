#include "weekly/week_report.hpp"

#include <doctest/doctest.h>

#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "unit/weekly/reports.hpp"
#include "util/text.hpp"
#include "weekly/html_text.hpp"
#include "weekly/weekly_log.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

const Section& section(const Week& week, SectionKind kind) {
  for (const Section& one : week.sections) {
    if (one.kind == kind) {
      return one;
    }
  }
  FAIL("no such section");
  return week.sections.front();
}

std::string url_of(const Entry& entry) {
  return entry.links.empty() ? "" : entry.links.front().url;
}

ReportedItem item_of(const Entry& entry, const ReportedItem& known) {
  return {known.id, entry.title, url_of(entry)};
}

/// What a log says of a week, put together as a report again. Ids, which no log holds, are those of `known`.
WeekReport read_back(const std::string& markdown, const WeekReport& known) {
  const WeeklyLog log = parse_log(markdown);
  REQUIRE(log.weeks.size() == 1);
  CHECK(log.unread.empty());
  WeekReport report;
  report.week = log.weeks.front().closed;
  for (const Entry& entry : section(log.weeks.front(), SectionKind::progress).entries) {
    if (entry.slip) {
      const std::size_t place = report.slipped.size();
      REQUIRE(place < known.slipped.size());
      CHECK(entry.outcome == Outcome::open);
      report.slipped.push_back({item_of(entry, known.slipped[place].item), entry.slip->weeks,
                                entry.slip->decision, entry.slip->reason});
    } else if (entry.outcome == Outcome::done) {
      const std::size_t place = report.done.size();
      REQUIRE(place < known.done.size());
      report.done.push_back(
          {item_of(entry, known.done[place].item), entry.level, entry.minutes, entry.comment});
    }
  }
  for (const Entry& entry : section(log.weeks.front(), SectionKind::plan).entries) {
    if (entry.kind != EntryKind::note) {
      const std::size_t place = report.plan.size();
      REQUIRE(place < known.plan.size());
      CHECK(entry.outcome == Outcome::unsaid);
      report.plan.push_back({item_of(entry, known.plan[place].item), entry.level, entry.minutes,
                             entry.slip ? entry.slip->weeks : 0, entry.slip ? entry.slip->decision : ""});
    }
  }
  if (!known.questions.empty()) {
    for (const Entry& entry : section(log.weeks.front(), SectionKind::questions).entries) {
      REQUIRE(entry.answer);
      report.questions.push_back({entry.title, *entry.answer});
    }
  }
  if (!known.needs.empty()) {
    for (const Entry& entry : section(log.weeks.front(), SectionKind::needs).entries) {
      report.needs.push_back(entry.title);
    }
  }
  report.picture = known.picture;
  return report;
}

/// Bytes; what is longer stands in no title, and its line is cut by whoever reads logs.
constexpr std::size_t k_longest = 4096;

/// A report in which one text stands wherever a reader's text may stand.
WeekReport report_of(const std::string& text) {
  WeekReport report = test::empty_week();
  report.done = {{{"local:a", text, ""}, Level::read, 10, text},
                 {{"local:b", text, "https://example.org/b"}, std::nullopt, 10, text}};
  report.slipped = {{{"local:c", text, ""}, 2, "", text}};
  report.plan = {{{"local:d", text, ""}, Level::skim, 10, 2, ""},
                 {{"local:e", text, "https://example.org/e"}}};
  report.questions = {{text, ""}};
  report.needs = {text};
  return report;
}

}  // namespace

TEST_CASE("no text of a report turns what stands beside it around") {
  CHECK(weekly::html_link("a\u202Eb", "") == "a&lt;U+202E&gt;b");
}

TEST_CASE("reports look as they should in every language and form") {
  for (const ReportWords& words : k_report_words) {
    for (const ReportFormat& format : report_formats()) {
      test::check_golden("weekly/report." + std::string(words.code) + "." + std::string(format.name),
                         format.write(test::full_week(), words));
      test::check_golden("weekly/nothing." + std::string(words.code) + "." + std::string(format.name),
                         format.write(test::empty_week(), words));
    }
  }
}

TEST_CASE("the Markdown of a report is read back as what it says, in both languages") {
  for (const ReportWords& words : k_report_words) {
    CAPTURE(words.code);
    const WeekReport report = test::full_week();
    const WeekReport back = read_back(report_markdown(report, words), report);
    CHECK(back.week == report.week);
    CHECK(back.done[0] == report.done[0]);
    CHECK(back.done[1] == report.done[1]);
    CHECK(back.done[2] == report.done[2]);
    CHECK(back.done[3].takeaway == report.done[3].takeaway);
    CHECK(back.slipped == report.slipped);
    CHECK(back.plan == report.plan);
    CHECK(back.questions == report.questions);
    CHECK(back.needs == report.needs);
    CHECK(report_markdown(back, words) == report_markdown(report, words));
  }
}

TEST_CASE("a week without anything is read back as one") {
  for (const ReportWords& words : k_report_words) {
    CHECK(read_back(report_markdown(test::empty_week(), words), test::empty_week()) == test::empty_week());
  }
}

TEST_CASE("titles that look like more than titles come back whole") {
  for (const char* text : {"MIT6.5940学习：lec5-6",
                           "A, B，C；D",
                           "Faster (20 min)",
                           "Carry（顺延）",
                           "[x] boxes",
                           "1. first",
                           "- dash",
                           "# hash",
                           "> quote",
                           "+",
                           "a*b*c",
                           "_under_ score_",
                           "snake_case_name",
                           "`code`",
                           "a < b > c",
                           "AT&T &amp; co",
                           "![picture](x)",
                           "[link](https://example.org/x)",
                           "back\\slash",
                           "~~gone~~",
                           "see https://example.org/y",
                           "after arXiv 2403.00835 came",
                           "读完 一本书",
                           "Read this",
                           ":star: fish",
                           "Ends with a colon:",
                           "结尾：",
                           "原因：没有",
                           "「引号」：书",
                           "“quoted”: lec 3",
                           "a 「b」 c” lec 4",
                           "《书名》",
                           "Finished \"early\""}) {
    for (const ReportWords& words : k_report_words) {
      CAPTURE(text);
      CAPTURE(words.code);
      const WeekReport report = report_of(text);
      const std::string markdown = report_markdown(report, words);
      CAPTURE(markdown);
      const WeekReport back = read_back(markdown, report);
      CHECK(back.done == report.done);
      CHECK(back.slipped == report.slipped);
      CHECK(back.plan == report.plan);
    }
  }
}

TEST_CASE("a title that would be read otherwise stands in quotes, in no link to nowhere") {
  WeekReport report = test::empty_week();
  report.plan = {{{"local:a", "MIT6.5940 lec 5-6", ""}}, {{"local:b", "Lantern", ""}}};
  const std::string zh = report_markdown(report, words_of(Language::zh));
  CHECK(zh.find("1. 「MIT6.5940 lec 5-6」\n2. Lantern\n") != std::string::npos);
  const std::string en = report_markdown(report, words_of(Language::en));
  CHECK(en.find("1. “MIT6.5940 lec 5-6”\n2. Lantern\n") != std::string::npos);
}

TEST_CASE("no text of a reader or a service gets out of its place") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const std::string text = util::clean_line(hostile.text);
    if (text.empty() || text.size() > k_longest) {
      continue;
    }
    for (const ReportWords& words : k_report_words) {
      const WeekReport report = report_of(text);
      const WeeklyLog log = parse_log(report_markdown(report, words));
      REQUIRE(log.weeks.size() == 1);
      CHECK(section(log.weeks.front(), SectionKind::plan).entries.size() >= 2);
      const std::string html = report_html(report, words);
      CHECK(html.find("<script") == std::string::npos);
      CHECK(html.find("<img") == std::string::npos);
      CHECK(html.find("</h2>\n<ul>\n<li>") != std::string::npos);
    }
  }
}

TEST_CASE("an address that is none of the web's is no link in HTML") {
  WeekReport report = test::empty_week();
  report.done = {{{"x", "A", "javascript:alert(1)"}}, {{"y", "B", "https://example.org/\"onclick=\"x"}}};
  const std::string html = report_html(report, words_of(Language::en));
  CHECK(html.find("javascript:") == std::string::npos);
  CHECK(html.find("href=\"https://example.org/&quot;onclick=&quot;x\"") != std::string::npos);
}

TEST_CASE("decisions have words in each language, which are read back") {
  for (const char* name : {"split", "skim", "swap", "park", "drop"}) {
    for (const ReportWords& words : k_report_words) {
      CHECK(decision_named(decision_word(words.language, name)) == name);
    }
  }
  CHECK(decision_word(Language::zh, "split") == "拆分");
  CHECK_FALSE(decision_named("sleep"));
}
