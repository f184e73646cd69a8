#include "weekly/weekly_log.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

WeeklyLog two_weeks() {
  return parse_log(util::read_file(PAPERS_TESTS_DIR "/fixtures/logs/two-weeks.md"));
}

}  // namespace

TEST_CASE("a log of two weeks and the report after them is read with its dates") {
  const WeeklyLog log = two_weeks();
  REQUIRE(log.weeks.size() == 3);
  CHECK(log.weeks[0].date == "2024-03-10");
  CHECK(log.weeks[0].closed.id == "2024-W10");
  CHECK(log.weeks[1].date == "2024-03-17");
  CHECK(log.weeks[2].date == "2024-03-24");
  CHECK(log.weeks[2].dated_by == "the week before it");
  CHECK(log.weeks[2].weeks == 2);
  CHECK(log.unread.empty());

  REQUIRE(log.weeks[2].sections.size() == 2);
  CHECK(log.weeks[2].sections[0].kind == SectionKind::progress);
  CHECK(log.weeks[2].sections[1].kind == SectionKind::questions);
  CHECK(log.weeks[2].sections[1].entries.size() == 2);
}

TEST_CASE("what was planned, carried over and done stands where it was written") {
  const WeeklyLog log = two_weeks();
  const Section& plan = log.weeks[0].sections[1];
  CHECK(plan.kind == SectionKind::plan);
  CHECK(planned_week(log.weeks[0], plan)->id == "2024-W11");
  REQUIRE(plan.entries.size() == 5);
  CHECK(plan.entries[0].kind == EntryKind::course);
  CHECK(plan.entries[1].entries[0].title == "PDSM");
  CHECK(plan.entries[1].entries[0].line == 21);
  CHECK(plan.entries[2].title == "A Survey of Small Models");
  CHECK(plan.entries[3].kind == EntryKind::code);
  CHECK(plan.entries[4].title == "CS999n");

  const Section& later = log.weeks[1].sections[1];
  CHECK_FALSE(later.entries[0].slip);
  CHECK(later.entries[1].slip);
  CHECK(later.entries[1].entries[0].slip);
  CHECK(later.entries[2].slip);
  CHECK(later.entries[3].slip == Slip{2, "", ""});
}

TEST_CASE("a date that must be concluded is never later than today") {
  const std::string text = "# 2024.3.17\n## 本周进度\n- a\n# 本周进度\n- b\n";
  CHECK(parse_log(text).weeks[1].date == "2024-03-24");
  CHECK(parse_log(text, {}, {"", "2024-03-20"}).weeks[1].date == "2024-03-20");
  REQUIRE(parse_log(text, {}, {"", "2024-03-01"}).weeks.size() == 1);
}

TEST_CASE("a heading that is no day of the calendar is said, and hides nothing") {
  const WeeklyLog log = parse_log("# 2024.11.10\n## Done\n- one thing\n# 2024.13.45\n## Done\n- another\n");
  REQUIRE(log.weeks.size() == 1);
  REQUIRE(log.unread.size() == 1);
  CHECK(log.unread[0].line == 4);
  CHECK(log.unread[0].text == "2024.13.45");
  CHECK_FALSE(log.unread[0].is_decoration);
  CHECK(log.weeks[0].sections.back().entries.size() == 1);
}

TEST_CASE("a mark that holds a link loses its words, and no other") {
  const WeeklyLog log = parse_log(
      "# 2024.11.24\n## 本周进度\n+ 未完成 a（顺延 2 周：[x](https://x.org/a)）b [y](https://x.org/b)\n");
  REQUIRE(log.weeks.size() == 1);
  std::vector<std::string> addresses;
  for (const Entry& entry : log.weeks[0].sections[0].entries) {
    for (const Link& link : entry.links) {
      addresses.push_back(link.url);
    }
  }
  CHECK(addresses == std::vector<std::string>{"https://x.org/a", "https://x.org/b"});
}

TEST_CASE("a text log takes its date from its name and its sections from its lines") {
  const WeeklyLog log = parse_log(
      "In the past week:\n\n    1. [A] - check x\n                - y\n\nPlan for the next week:\n\n  - Draw "
      "z\n\n"
      "Other topics:\n  - w\n",
      {}, {"20210104_report.txt", ""});
  REQUIRE(log.weeks.size() == 1);
  CHECK(log.weeks[0].date == "2021-01-04");
  CHECK(log.weeks[0].closed.id == "2020-W53");
  CHECK(log.weeks[0].last_day == "2021-01-03");
  REQUIRE(log.weeks[0].sections.size() == 3);
  CHECK(log.weeks[0].sections[0].kind == SectionKind::progress);
  CHECK(log.weeks[0].sections[1].kind == SectionKind::plan);
  CHECK(log.weeks[0].sections[2].kind == SectionKind::other);
  CHECK(log.weeks[0].sections[0].entries[0].entries[0].line == 4);
}

TEST_CASE("a blog's front matter dates it, its file name says which week it closes") {
  const std::string text =
      "---\ndate: 2020-11-9\n---\n# 下周计划\n\n## Thesis\n\n需要阅读的paper list\n\n- [ ] Simplicial walk\n";
  const WeeklyLog log = parse_log(text, {}, {"Y2020W45-summary.md", ""});
  REQUIRE(log.weeks.size() == 1);
  CHECK(log.weeks[0].date == "2020-11-09");
  CHECK(log.weeks[0].closed.id == "2020-W45");
  CHECK(log.weeks[0].dated_by == "front matter");
  const Section& thesis = log.weeks[0].sections.back();
  CHECK(thesis.name == "Thesis");
  CHECK(thesis.kind == SectionKind::plan);
  CHECK(planned_week(log.weeks[0], thesis)->id == "2020-W46");
  CHECK(thesis.entries.back().kind == EntryKind::paper);
}

TEST_CASE("a reading list needs no date") {
  const WeeklyLog log = parse_log(
      "# Reading List\n- [A](https://arxiv.org/abs/2401.00111)\n# Already read\n- "
      "[B](https://arxiv.org/abs/2401.00222)\n");
  REQUIRE(log.weeks.size() == 1);
  CHECK(log.weeks[0].date.empty());
  CHECK(log.weeks[0].sections[0].kind == SectionKind::wanted);
  CHECK(log.weeks[0].sections[1].kind == SectionKind::progress);
  CHECK_FALSE(planned_week(log.weeks[0], log.weeks[0].sections[0]));
}

TEST_CASE("a plan for this week is for the week of its date") {
  const WeeklyLog log = parse_log("# 2024-03-11\n## Plan for this week\n- a\n## Next week\n- b\n");
  CHECK(planned_week(log.weeks[0], log.weeks[0].sections[0])->id == "2024-W11");
  CHECK(planned_week(log.weeks[0], log.weeks[0].sections[1])->id == "2024-W11");
}

TEST_CASE("names of sections are the caller's to add") {
  const WeeklyLog log = parse_log("# 2024-03-11\n## Wins\n- a\n", {{"wins", SectionKind::progress}});
  CHECK(log.weeks[0].sections[0].kind == SectionKind::progress);
  CHECK(section_named("wanted") == SectionKind::wanted);
  CHECK_FALSE(section_named("wins"));
}

TEST_CASE("a text without weeks, sections or lists is all notes") {
  const WeeklyLog log = parse_log("hello\n\n- world\n");
  REQUIRE(log.weeks.size() == 1);
  CHECK(log.weeks[0].sections[0].kind == SectionKind::other);
  CHECK(parse_log("").weeks.empty());
}

TEST_CASE("any bytes are read, and every text that comes out is clean") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const WeeklyLog log =
        parse_log("# 2024.3.10\n## 本周进度\n- " + hostile.text + "\n- [" + hostile.text + "](" +
                  hostile.text + ")（" + hostile.text + "）：" + hostile.text + "\n\n" + hostile.text);
    for (const LineReading& reading : line_readings(log)) {
      CHECK(reading.reading.find('\n') == std::string::npos);
      CHECK(reading.reading.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("a log as long as a life is read whole") {
  std::string text;
  int weeks = 0;
  for (int year = 2000; year < 2050; ++year) {
    for (int month = 1; month <= 12; ++month, ++weeks) {
      text += "# " + std::to_string(year) + "." + std::to_string(month) + ".7\n## 本周进度\n";
      for (int i = 0; i < 20; ++i) {
        text += "- [T](https://arxiv.org/abs/2401.00111)（顺延），跑code\n";
      }
      text += "\n";
    }
  }
  const WeeklyLog log = parse_log(text);
  REQUIRE(log.weeks.size() == static_cast<std::size_t>(weeks));
  CHECK(log.weeks.back().sections[0].entries.size() == 40);
}
