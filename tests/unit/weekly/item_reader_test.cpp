#include "weekly/item_reader.hpp"

#include <doctest/doctest.h>

using namespace papers::weekly;

namespace {

std::vector<Entry> read(const std::string& markdown, SectionKind section = SectionKind::plan) {
  EntryContext context;
  context.section = section;
  return read_item(read_markdown(markdown).blocks.front().blocks.front(), context);
}

}  // namespace

TEST_CASE("what is nested below an entry belongs to it") {
  const auto entries =
      read("- [x] 论文阅读\n  - Simplicial walks\n  - [ ] [T](https://arxiv.org/abs/2401.00111)\n");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].kind == EntryKind::group);
  REQUIRE(entries[0].entries.size() == 2);
  CHECK(entries[0].entries[0].kind == EntryKind::paper);
  CHECK(entries[0].entries[0].outcome == Outcome::done);  // as the group says
  CHECK(entries[0].entries[1].outcome == Outcome::open);  // as it says itself
}

TEST_CASE("a group that was carried over carries over all of it") {
  const auto entries = read("1. 解码论文（顺延 2 周）\n   + Simplicial walks\n");
  REQUIRE(entries[0].entries.size() == 1);
  CHECK(entries[0].entries[0].slip == Slip{2, "", ""});
}

TEST_CASE("a last clause that only leads on is the group, the others are entries") {
  const auto entries = read("1. 熟悉新的架构，阅读（顺延）\n   + [P](https://blog.example.org/p)\n");
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].kind == EntryKind::task);
  CHECK(entries[0].title == "熟悉新的架构");
  CHECK(entries[1].kind == EntryKind::group);
  REQUIRE(entries[1].entries.size() == 1);
  CHECK(entries[1].entries[0].slip);
}

TEST_CASE("remarks below a paper are notes, links below it are not") {
  const auto entries = read(
      "- [T](https://arxiv.org/abs/2401.00111)\n  - A Remark of Five Good Words\n    - more\n"
      "  - Related: [U](https://arxiv.org/abs/2401.00222)\n");
  REQUIRE(entries.size() == 1);
  REQUIRE(entries[0].entries.size() == 2);
  CHECK(entries[0].entries[0].kind == EntryKind::group);
  CHECK(entries[0].entries[0].entries[0].kind == EntryKind::note);
  CHECK(entries[0].entries[1].kind == EntryKind::paper);
  CHECK(entries[0].entries[1].title == "U");
}

TEST_CASE("further lines are addresses of the entry, entries below it, or go on with it") {
  const auto address =
      read("- A Long Title of a Paper\n  https://arxiv.org/abs/2401.00111\n  https://doi.org/10.1/x\n");
  REQUIRE(address.size() == 1);
  CHECK(address[0].title == "A Long Title of a Paper");
  CHECK(address[0].links.size() == 2);

  const auto listed = read(
      "- Related:\n  Fuzzing: https://arxiv.org/abs/2401.00111\n  Search: "
      "https://arxiv.org/abs/2401.00222\n");
  REQUIRE(listed[0].entries.size() == 2);
  CHECK(listed[0].entries[1].title == "Search");
  CHECK(listed[0].entries[1].line == 3);

  const auto marked = read("1. one\n              - two\n              - three\n");
  REQUIRE(marked[0].entries.size() == 2);
  CHECK(marked[0].entries[0].title == "two");

  CHECK(read("- one\n  two\n")[0].title == "one two");
  CHECK(read("- 一\n  二\n")[0].title == "一二");

  const auto led = read("- one\nPaused for now:\n  - two\n");
  REQUIRE(led.size() == 2);
  CHECK(led[1].kind == EntryKind::group);
  CHECK(led[1].entries.size() == 1);
}

// Only the lab was kept.
TEST_CASE("what is nested below a course is part of it") {
  for (const SectionKind section : {SectionKind::progress, SectionKind::plan}) {
    const auto entries = read("- finish CS336 lec 1-3\n  - lab 1\n", section);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].kind == EntryKind::course);
    CHECK(entries[0].title == "CS336");
    CHECK(entries[0].parts == std::vector<Part>{{"lecture", 1, 3}});
    REQUIRE(entries[0].entries.size() == 1);
    CHECK(entries[0].entries[0].kind == EntryKind::note);
  }
  CHECK(read("- CS336 papers\n  - Simplicial walks\n")[0].kind == EntryKind::group);
}

TEST_CASE("a reason below an entry is part of it") {
  const auto entries =
      read("1. profiling（顺延 2 周：略读）\n   + 原因：没有时间，[机器](https://a.org)坏了\n");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].slip == Slip{2, "略读", "没有时间，机器坏了"});
  CHECK(entries[0].entries.empty());
  CHECK(entries[0].kind == EntryKind::code);
}

TEST_CASE("a text behind an entry is a note unless it names something") {
  const auto entries =
      read("1. 阅读\n\n   + Simplicial walks\n\n   两篇论文，还没有回复\n", SectionKind::progress);
  REQUIRE(entries[0].entries.size() == 2);
  CHECK(entries[0].entries[1].kind == EntryKind::note);
  CHECK(entries[0].entries[1].text == "两篇论文，还没有回复");
}

TEST_CASE("only a colon at the end leads on") {
  CHECK(leads("In the past week:"));
  CHECK(leads("任务："));
  CHECK_FALSE(leads("well done :joy:"));
  CHECK_FALSE(leads("a: b"));
  CHECK_FALSE(leads(""));
}
