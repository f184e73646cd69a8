#include "weekly/log_words.hpp"

#include <array>

#include <doctest/doctest.h>

#include "weekly/report_words.hpp"

using namespace papers::weekly;

TEST_CASE("headings announce sections in Chinese and English") {
  constexpr std::array<std::pair<std::string_view, SectionKind>, 27> k_rows{{
      {"本周进度", SectionKind::progress},
      {"两周进度", SectionKind::progress},
      {"In the past week:", SectionKind::progress},
      {"Done", SectionKind::progress},
      {"DONE this week!", SectionKind::progress},
      {"Papers to sum up (already read)", SectionKind::progress},
      {"下周规划", SectionKind::plan},
      {"1. 下周计划：", SectionKind::plan},
      {"Plan for the next week:", SectionKind::plan},
      {"Next week", SectionKind::plan},
      {"ToDo", SectionKind::plan},
      {"Plan for this week", SectionKind::plan},
      {"本周计划", SectionKind::plan},
      {"问题", SectionKind::questions},
      {"Open questions", SectionKind::questions},
      {"需要导师的帮助", SectionKind::needs},
      {"Needed from you", SectionKind::needs},
      {"Help", SectionKind::needs},
      {"HELP:", SectionKind::needs},
      {"Help wanted", SectionKind::needs},
      {"Needs", SectionKind::needs},
      {"求助", SectionKind::needs},
      {"计划回顾", SectionKind::review},
      {"上周计划的完成情况", SectionKind::review},
      {"Reading list", SectionKind::wanted},
      {"Papers to maybe-read", SectionKind::wanted},
      {"Other topics", SectionKind::other},
  }};
  for (const auto& row : k_rows) {
    const auto& [heading, kind] = row;
    CAPTURE(row.first);
    const auto guess = section_of(heading, {});
    REQUIRE(guess);
    CHECK(guess->kind == kind);
  }
  CHECK(section_of("本周计划", {})->this_week);
  CHECK_FALSE(section_of("下周计划", {})->this_week);
}

TEST_CASE("every heading of a report is read as the section that it is") {
  for (const ReportWords& words : k_report_words) {
    CAPTURE(words.code);
    CHECK(section_of(words.progress, {})->kind == SectionKind::progress);
    CHECK(section_of(words.plan, {})->kind == SectionKind::plan);
    CHECK(section_of(words.questions, {})->kind == SectionKind::questions);
    CHECK(section_of(words.needs, {})->kind == SectionKind::needs);
  }
}

TEST_CASE("words within other words announce nothing") {
  for (const std::string_view heading : {"Thesis", "Abandoned", "Explanations", "Lifelong learning",
                                         "Does depth help drafts?", "What a reader needs", ""}) {
    CAPTURE(heading);
    CHECK_FALSE(section_of(heading, {}));
  }
}

TEST_CASE("names of the caller come before the usual ones") {
  const std::vector<SectionName> names{{"Wins", SectionKind::progress}, {"Done", SectionKind::other}};
  CHECK(section_of("wins of the week", names)->kind == SectionKind::progress);
  CHECK(section_of("Done this week", names)->kind == SectionKind::other);
  CHECK(section_of("Next week", names)->kind == SectionKind::plan);
}

TEST_CASE("a heading says how many weeks it covers") {
  CHECK(weeks_in("两周进度") == 2);
  CHECK(weeks_in("Progress of the last three weeks") == 3);
  CHECK(weeks_in("本周进度") == 1);
}

TEST_CASE("words are found whole, in whatever case, Chinese ones anywhere") {
  CHECK(has_word("VLM Paper阅读", WordList::papers));
  CHECK(has_word("Related papers:", WordList::papers));
  CHECK_FALSE(has_word("newspapers", WordList::papers));
  CHECK_FALSE(has_word("encode", WordList::code));
  CHECK(has_word("Camera-ready of it", WordList::work));
  CHECK(is_word("阅读了", WordList::reading));
  CHECK_FALSE(is_word("阅读了三篇", WordList::reading));
  CHECK(is_word("[Slides]", WordList::companion));
  CHECK(begins_with_word("Check it", WordList::to_do));
  CHECK_FALSE(begins_with_word("To check it", WordList::to_do));
  CHECK_FALSE(begins_with_word("Checkers", WordList::to_do));
  CHECK_FALSE(has_word("", WordList::papers));
}
