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

// "Watch Your Step: Learning ..." lost its first word.
TEST_CASE("a verb that a title begins with is no word in front of it") {
  for (const std::string_view title :
       {"Watch Your Step: Learning Node Embeddings via Graph Attention", "Watch Your Step",
        "Watch Those Words: Finding Videos with Words of Others", "Read, Attend and Comprehend",
        "Watch, Listen and Describe: Captions from All Sides"}) {
    CAPTURE(title);
    CHECK(is_title_with_verb(title));
    for (const SectionKind section : {SectionKind::progress, SectionKind::plan, SectionKind::wanted}) {
      CHECK(verb_before_words(title, section).size == 0);
      CHECK(verb_before_words("read " + std::string(title), section).size == 5);
    }
  }
  for (const std::string_view text :
       {"watch Your Step: Learning Node Embeddings via Graph Attention", "Watch Attention is all you need",
        "Read Attention Is All You Need", "Read, then write", "Watch CS999n Lecture 3: Walks on Graphs",
        "Watch Lantern", "Watched Lanterns Over Quiet Water", "Watch", "Watch,", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_title_with_verb(text));
  }
  CHECK(verb_before_title("Watch ", SectionKind::plan).size == 6);  // in front of a link it is a verb
  CHECK(verb_before_words("Watch Attention is all you need", SectionKind::plan).size == 6);
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
