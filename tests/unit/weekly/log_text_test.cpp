#include "weekly/log_text.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace papers::weekly;

namespace {

auto lines(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("the front matter of a blog is taken off, its date is kept, lines stay where they are") {
  const LogText text = prepare("---\ntitle: x\nDate: 2020-11-1\n---\n# A\n");
  CHECK(text.front_date == "2020-11-1");
  CHECK(text.markdown == "\n\n\n\n# A\n\n");
  CHECK(text.unread.empty());
}

TEST_CASE("a line of dashes at the top is no front matter unless it is closed") {
  CHECK(prepare("---\n# A\n").markdown == "---\n# A\n\n");
  CHECK(prepare("---\n" + std::string(200, '\n') + "---\n# A").markdown.starts_with("---\n"));
}

TEST_CASE("a byte order mark is dropped") {
  CHECK(prepare("\xEF\xBB\xBF# A").markdown == "# A\n");
  CHECK(prepare("").markdown == "\n");
}

TEST_CASE("what would take the parser long is left out and listed") {
  const LogText marks = prepare("ok\n\n" + std::string(100, '>') + "a\n\nok");
  REQUIRE(marks.unread.size() == 1);
  CHECK(marks.unread.front().line == 3);
  CHECK(marks.unread.front().why == "too many marks of lists");
  CHECK(marks.markdown == "ok\n\n\n\nok\n");

  std::string run;
  for (int i = 0; i < 3000; ++i) {
    run += "![[]()![[]()![[]()![[]()![[]()\n";
  }
  const LogText cut = prepare(run + "\nok");
  CHECK(cut.unread.size() > 500);
  CHECK(cut.markdown.ends_with("\n\nok\n"));
  CHECK(lines(cut.markdown) == 3002);
}

TEST_CASE("a rule of dashes is no list, however long") {
  CHECK(prepare(std::string(100, '-')).unread.empty());
  CHECK(prepare("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -").unread.empty());
}

TEST_CASE("a log is read up to two megabytes") {
  std::string text;
  while (text.size() < 3'000'000) {
    text += "a line\n\n";
  }
  const LogText prepared = prepare(text);
  CHECK(prepared.markdown.size() <= (2U << 20U) + 1);
  REQUIRE(prepared.unread.size() == 1);
  CHECK(prepared.unread.front().why == "the log is longer than 2 MiB");
  CHECK(prepared.unread.front().line > 1000);
}

TEST_CASE("an entry for what was left out is clean and short") {
  const Unread entry = unread(7, "HTML", "<b>\x1b]2;x\n" + std::string(1000, 'y'));
  CHECK(entry.line == 7);
  CHECK(entry.text.size() <= 120);
  CHECK(entry.text.find('\n') == std::string::npos);
  CHECK(entry.text.find('\x1b') == std::string::npos);
}
