#include "weekly/entry_reader.hpp"

#include <doctest/doctest.h>

#include "weekly/markdown_tree.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

std::vector<Entry> read(const std::string& markdown, SectionKind section = SectionKind::plan) {
  EntryContext context;
  context.section = section;
  return read_entries(read_markdown(markdown).blocks.front().lines.front(), context);
}

Entry read_one(const std::string& markdown, SectionKind section = SectionKind::plan) {
  auto entries = read(markdown, section);
  REQUIRE(entries.size() == 1);
  return entries.front();
}

}  // namespace

TEST_CASE("a line of a report is taken apart at its title") {
  const Entry entry =
      read_one("读完 [A: B](https://arxiv.org/abs/2401.00111)（95 分钟）：一步，到 [x] 点（顺延）",
               SectionKind::progress);
  CHECK(entry.kind == EntryKind::paper);
  CHECK(entry.title == "A: B");
  CHECK(entry.delimited);
  CHECK(entry.level == Level::read);
  CHECK(entry.outcome == Outcome::done);
  CHECK(entry.minutes == 95);
  CHECK(entry.comment == "一步，到 [x] 点（顺延）");
  CHECK_FALSE(entry.slip);
}

TEST_CASE("a title without a link ends at its marks or at a wide colon") {
  const Entry read_item = read_one("略读 Lantern（20 分钟）：小头", SectionKind::progress);
  CHECK(read_item.title == "Lantern");
  CHECK(read_item.level == Level::skim);
  CHECK(read_item.minutes == 20);
  CHECK(read_item.comment == "小头");
  const Entry planned = read_one("profiling（顺延 3 周：拆分为两步）");
  CHECK(planned.title == "profiling");
  CHECK(planned.slip == Slip{3, "拆分为两步", ""});
}

// The blanks on both sides of a mark became two, which no clean line has.
TEST_CASE("a mark in the middle of a text leaves a clean line") {
  CHECK(read_one("Read (carried over) a").title == "Read a");
  CHECK(read_one("e(carried over)\u0301").title == "\u00e9");
}

TEST_CASE("a line that names several things makes several entries, and its mark holds for all") {
  const auto entries =
      read("重温[A Survey](https://arxiv.org/abs/2306.00333)，跑一些base code，如nano/Mini-1（顺延）");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].kind == EntryKind::paper);
  CHECK(entries[0].title == "A Survey");
  CHECK(entries[1].kind == EntryKind::code);
  CHECK(entries[1].title == "跑一些base code，如nano/Mini-1");
  CHECK(entries[0].slip == Slip{});
  CHECK(entries[1].slip == Slip{});
}

TEST_CASE("clauses that name nothing new stay with the one before") {
  CHECK(read_one("学习nano的idea和code，测试性能").title == "学习nano的idea和code，测试性能");
  const auto courses = read("进度，完成了cs999n的所有lecture，mit6.1234的lecture1。", SectionKind::progress);
  REQUIRE(courses.size() == 2);
  CHECK(courses[0].title == "CS999n");
  CHECK(courses[0].parts == std::vector<Part>{{"lecture", 0, 0}});
  CHECK(courses[1].title == "MIT6.1234");
}

TEST_CASE("parts of a course are read from its comment too") {
  const Entry course = read_one("MIT6.1234学习：lec5-6；lab看情况");
  CHECK(course.title == "MIT6.1234");
  CHECK(course.comment == "lec5-6；lab看情况");
  CHECK(course.parts == std::vector<Part>{{"lecture", 5, 6}});
}

TEST_CASE("boxes decide, then words, and only what is done can be half done") {
  CHECK(read_one("\\[x] 写摘要").outcome == Outcome::done);
  CHECK(read_one("\\[ ] 写摘要").title == "写摘要");
  CHECK(read_one("Experiments, partially", SectionKind::progress).outcome == Outcome::partly);
  CHECK(read_one("准备上手做一个模型的蒸馏", SectionKind::progress).outcome == Outcome::partly);
  CHECK(read_one("Working on the preprint", SectionKind::progress).outcome == Outcome::partly);
  CHECK(read_one("Experiments, partially").outcome == Outcome::unsaid);
  CHECK(read_one(":star:[T](https://arxiv.org/abs/2401.00111)").title == "T");
}

// "read X" and "X" became two items.
TEST_CASE("English words for what is done with a thing are no part of its name") {
  struct Row {
    const char* text;
    const char* title;
  };
  for (const Row& row : {Row{"read Attention is all you need", "Attention is all you need"},
                         Row{"Finished reading Attention is all you need", "Attention is all you need"},
                         Row{"start reading \"Lantern\"", "Lantern"}, Row{"continue LATTICE", "LATTICE"},
                         Row{"Reading Pages to Answer Questions of the World", nullptr},
                         Row{"read the draft", nullptr}, Row{"read LATTICE and check it", nullptr},
                         Row{"Continue memorization work", nullptr}, Row{"read", nullptr}}) {
    for (const SectionKind section : {SectionKind::progress, SectionKind::plan, SectionKind::wanted}) {
      CAPTURE(row.text);
      CHECK(read_one(row.text, section).title == (row.title == nullptr ? row.text : row.title));
    }
  }
  CHECK(read_one("read Attention is all you need").kind == EntryKind::paper);
  CHECK(read_one("Finished reading Attention is all you need", SectionKind::progress).kind ==
        EntryKind::paper);
  CHECK(read_one("implemented Lantern", SectionKind::progress).level == Level::reproduce);
  CHECK(read_one("start Lantern", SectionKind::progress).outcome == Outcome::partly);
  CHECK(read_one("start Lantern").outcome == Outcome::unsaid);
  CHECK(read_one("skim [lantern](https://a.org/x) (20 min): short", SectionKind::progress).comment ==
        "short");
}

TEST_CASE("a title in quotes ends where they end, unless more of it follows") {
  const Entry entry = read_one("读完 「MIT6.1234学习：lec5」（95 分钟）：一步", SectionKind::progress);
  CHECK(entry.title == "MIT6.1234学习：lec5");
  CHECK(entry.minutes == 95);
  CHECK(entry.comment == "一步");
  CHECK(entry.parts.empty());
  CHECK(read_one("Skim “cs999n, lec 2” (about 20 min)").title == "cs999n, lec 2");
  CHECK(read_one("「On the Fixed Points of Parallel Decoding」").kind == EntryKind::paper);
  CHECK_FALSE(read_one("“Why Should I Trust You?”: Explaining Predictions").delimited);
  CHECK_FALSE(read_one("学习「注意力」的原理").delimited);
  CHECK(read_one("「注意力」", SectionKind::questions).title == "「注意力」");
}

// They became one item that was called "read".
TEST_CASE("two addresses are two things where nothing else names one") {
  const auto two = read("read https://a.example/x and https://b.example/y");
  REQUIRE(two.size() == 2);
  CHECK(two[0].title == "https://a.example/x");
  CHECK(two[1].title == "https://b.example/y");
  CHECK(read_one("read https://a.example/x").title == "https://a.example/x");
  CHECK(read("https://a.example/x https://b.example/y").size() == 2);
  CHECK(read_one("https://arxiv.org/abs/2401.00111 https://doi.org/10.1/x").links.size() == 2);
  CHECK(read_one("Lantern https://a.example/x https://b.example/y").links.size() == 2);
}

TEST_CASE("questions are whole lines with their answers") {
  const Entry answered = read_one("什么是不动点，为什么？（已答：f（x）= x）", SectionKind::questions);
  CHECK(answered.title == "什么是不动点，为什么？");
  CHECK(answered.answer == "f（x）= x");
  CHECK(read_one("为什么？（未答）", SectionKind::questions).answer == "");
  CHECK_FALSE(read_one("实践很少", SectionKind::questions).answer);
  CHECK(read_one("[a（未答）]()（未答）", SectionKind::questions).title == "a（未答）");
  CHECK(read_one("the door (open)").title == "the door (open)");  // no question, so no answer
}

TEST_CASE("a title in a link may hold anything") {
  const Entry entry = read_one("[\\[x\\] :star: 原因：（顺延），a；b](https://a.org/x)");
  CHECK(entry.title == "[x] :star: 原因：（顺延），a；b");
  CHECK(entry.outcome == Outcome::unsaid);
  CHECK_FALSE(entry.slip);
}

TEST_CASE("prose and endless lines are notes") {
  CHECK(read_one("一，二，三，四，五").evidence == "prose");
  CHECK(read_one(std::string(9000, 'a')).evidence == "too long to be taken apart");
}
