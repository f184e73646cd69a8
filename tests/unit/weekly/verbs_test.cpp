#include "weekly/verbs.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::weekly;

TEST_CASE("a first word says how far something was read") {
  CHECK(read_verb("读完 X").level == Level::read);
  CHECK(read_verb("略读X").level == Level::skim);
  CHECK(read_verb("Reproduced X").level == Level::reproduce);
  CHECK(read_verb("完成 X").outcome == Outcome::done);
  CHECK_FALSE(read_verb("完成 X").level);
  CHECK(read_verb("未完成 X").outcome == Outcome::open);
  CHECK(read_verb("Not done: X").size == std::string_view("Not done: ").size());
  CHECK(read_verb("Ready X").size == 0);
  CHECK(read_verb("阅读 X").size == 0);
}

TEST_CASE("words in front are looked for in hostile texts without harm") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    for (const SectionKind section : {SectionKind::progress, SectionKind::plan, SectionKind::wanted}) {
      CHECK(verb_before_title(hostile.text, section).size <= hostile.text.size());
      CHECK(verb_before_words(hostile.text, section).size <= hostile.text.size());
    }
  }
}
