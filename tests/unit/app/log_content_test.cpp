#include "app/log_content.hpp"

#include <doctest/doctest.h>

namespace papers {
namespace {

std::vector<std::string> titles(const std::vector<app::Mention>& mentions) {
  std::vector<std::string> all;
  for (const app::Mention& mention : mentions) {
    all.push_back(mention.entry->title);
  }
  return all;
}

using Titles = std::vector<std::string>;

TEST_CASE("things come in the order of time, what was done before what is planned") {
  const weekly::WeeklyLog log = weekly::parse_log(
      "# 2024.11.17\n## Plan\n- [b](https://x.org/b)\n## Done\n- [a](https://x.org/a)\n"
      "# 2024.11.10\n## Plan\n- [early](https://x.org/e)\n");
  CHECK(titles(app::content_of(log).things) == Titles{"early", "a", "b"});
}

TEST_CASE("what is said below a thing is a remark on it, what is said of none is prose") {
  const weekly::WeeklyLog log = weekly::parse_log(
      "# 2024.11.17\n## Done\n- [a](https://x.org/a)\n  - nice\n  - Results:\n    - fast\n"
      "- 联系了学长\n\nA paragraph of prose.\n\n## Questions\n- why?\n");
  const app::LogContent content = app::content_of(log);
  REQUIRE(content.things.size() == 1);
  REQUIRE(content.things[0].remarks.size() == 3);
  CHECK(content.things[0].remarks[0]->title == "nice");
  CHECK(content.things[0].remarks[2]->title == "fast");
  CHECK(titles(content.questions) == Titles{"why?"});
  CHECK(titles(content.prose) == Titles{"联系了学长", "A paragraph of prose."});
}

TEST_CASE("where nothing says that it was done or is to be done, work without an address is prose") {
  const char* const entry = "- check the code\n- [repo](https://github.com/a/b)\n";
  const auto things = [&](const char* heading) {
    const weekly::WeeklyLog log = weekly::parse_log(std::string("# 2024.11.17\n") + heading + "\n" + entry);
    return titles(app::content_of(log).things);
  };
  CHECK(things("## Other") == Titles{"repo"});
  CHECK(things("## Done") == Titles{"check the code", "repo"});
}

TEST_CASE("every kind of entry that is a thing has a kind of item") {
  CHECK(app::kind_of(weekly::EntryKind::paper) == Kind::paper);
  CHECK(app::kind_of(weekly::EntryKind::course) == Kind::course);
  CHECK(app::kind_of(weekly::EntryKind::task) == Kind::task);
}

}  // namespace
}  // namespace papers
