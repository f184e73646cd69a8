#include "app/import_list.hpp"

#include <string>

#include <doctest/doctest.h>

#include "unit/app/importing.hpp"

namespace papers {
namespace {

using test::Desk;

TEST_CASE("a list is told by lines that are an address each") {
  CHECK(app::looks_like_list(
      "2403.00835\nhttps://arxiv.org/abs/2401.10774\n# a comment\n\n- 10.1145/3600006.3613165\n"));
  CHECK(app::looks_like_list("# my list\n2403.00835\nnonsense\n2401.1077x\n"));
  CHECK_FALSE(app::looks_like_list("nonsense\nalone\n"));
  CHECK_FALSE(app::looks_like_list("# 2024-11-17\n- read 2403.00835\n- write to the advisor\n"));
  CHECK_FALSE(app::looks_like_list("<html>"));
  CHECK_FALSE(app::looks_like_list("# only a comment"));
}

TEST_CASE("works of a list are fetched, what is not understood is named with its line") {
  Desk desk;
  desk.lay_out("2403.00835", "CLLMs");
  desk.lay_out("2401.10774", "Medusa");
  test::LaidOutSources sources(desk.answers);
  test::ImportKit kit(sources);
  const std::string text =
      "# papers to read\n2403.00835\n\n- https://arxiv.org/abs/2401.10774\nhello\n2403.00835v2\n2403.99999\n";
  const app::ImportReport report = kit.read(desk.library, desk.clock, text);
  CHECK(report.format == "list");
  CHECK(report.entries == 5);
  CHECK(report.added == 2);
  CHECK(report.known == 1);
  REQUIRE(report.problems.size() == 2);
  CHECK(report.problems[0].starts_with("line 5: "));
  CHECK(report.problems[1].starts_with("line 7: "));
  CHECK(desk.library.count(State::queued) == 2);
  CHECK(kit.read(desk.library, desk.clock, text).added == 0);
}

}  // namespace
}  // namespace papers
