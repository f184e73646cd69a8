// Three weeks with the real program: planned, slipped, done; the report of each, and the numbers of all.
#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "support/golden.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_usage = 2;

/// Three items of an own library, which need no network.
constexpr const char* k_library =
    R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2403.00835","title":"CLLMs: Consistency Large Language Models","authors":["Siqi Kou"],"year":2024,"state":"queued","root":true}
{"type":"paper","id":"arXiv:2401.10774","title":"Medusa","authors":["Tianle Cai"],"year":2024,"state":"queued","root":true}
{"type":"paper","id":"url:https://example.org/course","kind":"course","title":"cs231n","state":"queued","root":true}
{"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2401.10774"}
)";

void on(World& world, const std::string& moment) {
  world.set_variable("PAPERS_NOW", moment);
}

std::string said(const World& world, const Words& words) {
  const ProgramResult result = world.papers(words);
  CAPTURE(result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

/// The week of 11 November is planned and half done, the next one too; then comes the third.
void live_three_weeks(World& world) {
  on(world, "2024-11-11T09:00:00Z");
  REQUIRE(world.papers({"import", "-"}, k_library).status == 0);
  said(world, {"plan", "2403.00835", "2401.10774", "--hours", "6"});
  said(world, {"start", "2403.00835"});
  said(world, {"ask", "what is a Jacobi iteration?"});
  said(world, {"done", "2401.10774", "--level", "skim", "--minutes", "20"});
  on(world, "2024-11-17T20:00:00Z");
  said(world, {"plan", "--week", "next", "2403.00835", "--hours", "6"});
  on(world, "2024-11-24T20:00:00Z");
  said(world, {"ask", "Jacobi", "--answer", "a fixed-point iteration"});
  said(world, {"ask", "--advisor", "may I have a week of the cluster?"});
  said(world, {"done", "2403.00835", "--minutes", "95", "--takeaway", "任意状态一步收敛"});
}

}  // namespace

TEST_CASE("the report of each week says what became of it, at three dates") {
  World world;
  live_three_weeks(world);
  check_golden("cli/week-46-zh.md", said(world, {"week", "2024-W46", "--lang", "zh"}));
  check_golden("cli/week-47-zh.md", said(world, {"week", "--lang", "zh"}));
  on(world, "2024-12-01T20:00:00Z");
  check_golden("cli/week-48-en.md", said(world, {"week", "--lang", "en"}));
  check_golden("cli/week-47-en.txt", said(world, {"week", "last", "--lang", "en", "--format", "txt"}));
  CHECK(said(world, {"week", "2024-11-17", "--lang", "zh"}) ==
        said(world, {"week", "2024-W46", "--lang", "zh"}));
}

TEST_CASE("a report goes to a file, in the form that its name says") {
  World world;
  live_three_weeks(world);
  const std::string file = (world.home() / "report.html").string();
  CHECK(world.papers({"week", "-o", file, "--no-picture"}).out.empty());
  CHECK(holds(world.files().at("report.html"), "<!doctype html>"));
  CHECK(holds(said(world, {"week", "--format", "html"}), "<svg"));
  CHECK(world.papers({"week", "-o", (world.home() / "none/report.md").string()}).status == 1);
}

TEST_CASE("programs read reports and numbers as JSON") {
  World world;
  live_three_weeks(world);
  const auto report = world.json({"week"});
  CHECK(report.at("week") == "2024-W47");
  CHECK(report.at("done").at(0).at("takeaway") == "任意状态一步收敛");
  CHECK(report.at("needs").at(0) == "may I have a week of the cluster?");
  const auto report_of_46 = world.json({"week", "2024-W46"});
  const auto weeks = world.json({"stats", "--weeks", "3"}).at("items");
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[1].at("slipped") == report_of_46.at("slipped").size());
  CHECK(weeks[1].at("minutes") == 20);
  CHECK(weeks[2].at("read") == 1);
  CHECK(weeks[2].at("main_share") == 1.0);
}

TEST_CASE("weeks are drawn as SVG") {
  World world;
  live_three_weeks(world);
  const std::string file = (world.home() / "weeks.svg").string();
  CHECK(world.papers({"stats", "-o", file}).status == 0);
  CHECK(world.files().at("weeks.svg").starts_with("<svg"));
  CHECK(world.papers({"stats", "-o", "weeks.png"}).status == k_usage);
}

TEST_CASE("what is no week is refused with words for what is") {
  const World world;
  const ProgramResult result = world.papers({"week", "someday"});
  CHECK(result.status == k_usage);
  CHECK(holds(result.err, "someday: no week; expected this, last"));
  CHECK(world.papers({"week", "2030-W01"}).status == k_usage);
}

TEST_CASE("an empty library has a report") {
  const World world;
  const ProgramResult result = world.papers({"week", "--lang", "zh"});
  CHECK(result.status == 0);
  CHECK(result.out == "# 2024.11.17\n## 本周进度\n\n（无）\n\n## 下周规划\n\n（无）\n");
}
