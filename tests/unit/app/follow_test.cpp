#include "app/follow.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using test::Desk;

app::FollowReport follow(Desk& desk, const std::vector<Item>& roots, const app::FollowLimits& limits = {}) {
  test::LaidOutSources sources(desk.answers);
  return app::follow_references(
      roots, limits, desk.library, [&sources]() -> Sources& { return sources; }, {"", "refs", "refs"},
      desk.progress);
}

std::string arxiv(int year, int number) {
  return fmt::format("{:02}01.{:05}", year, number);
}

std::vector<std::string> papers_from(int year, int first, int count) {
  std::vector<std::string> ids;
  for (int i = 0; i < count; ++i) {
    ids.push_back(arxiv(year, first + i));
  }
  return ids;
}

TEST_CASE("references are followed to the depth and no further") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001", "2301.00002"});
  desk.lay_out_references("2301.00001", {"2201.00001"});
  desk.lay_out_references("2201.00001", {"2101.00001"});
  const app::FollowReport report = follow(desk, {root});
  CHECK(report.levels == std::vector{1, 2, 1});
  CHECK(report.brought == 3);
  CHECK(report.beyond_depth == 1);
  CHECK(desk.answers.asked == std::vector<std::string>{"references of arXiv:2401.00001",
                                                       "references of arXiv:2301.00001",
                                                       "references of arXiv:2301.00002"});
  CHECK(desk.library.find(*parse_identifier("2201.00001"))->depth == 2);
  CHECK(desk.library.find(*parse_identifier("2201.00001"))->title == "A work on 2201.00001");
  CHECK_FALSE(desk.library.find(*parse_identifier("2101.00001")));
}

TEST_CASE("following again asks nobody and changes nothing") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001", "2301.00002"});
  static_cast<void>(follow(desk, {root}));
  desk.answers.asked.clear();
  const std::size_t commands = desk.library.log(0).size();
  const app::FollowReport again = follow(desk, {root});
  CHECK(again.asked == 2);  // two papers of which nobody knew anything: the source itself skips them
  CHECK(desk.answers.asked.empty());
  CHECK(again.brought == 0);
  CHECK(desk.library.log(0).size() == commands);
}

TEST_CASE("what an interruption left over is fetched the next time, and nothing twice") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001", "2301.00002", "2301.00003"});
  desk.lay_out_references("2301.00001", {"2201.00001"});
  desk.lay_out_references("2301.00002", {"2201.00002"});
  desk.lay_out_references("2301.00003", {"2201.00003"});
  desk.answers.interrupted_at = "arXiv:2301.00002";
  const app::FollowReport first = follow(desk, {root});
  CHECK(first.interrupted);
  CHECK(desk.library.find(*parse_identifier("2201.00001")));
  CHECK_FALSE(desk.library.find(*parse_identifier("2201.00002")));

  desk.answers.interrupted_at.clear();
  desk.answers.asked.clear();
  const app::FollowReport second = follow(desk, {root});
  CHECK_FALSE(second.interrupted);
  CHECK(desk.answers.asked ==
        std::vector<std::string>{"references of arXiv:2301.00002", "references of arXiv:2301.00003"});
  CHECK(desk.library.find(*parse_identifier("2201.00003")));
}

TEST_CASE("one undo takes back all that one command followed") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001"});
  desk.lay_out_references("2301.00001", {"2201.00001"});
  static_cast<void>(follow(desk, {root}));
  Change change = desk.library.begin("undo", "undo");
  CHECK(change.undo()->name == "refs");
  change.commit();
  CHECK(desk.library.count(State::found) == 0);
  CHECK_FALSE(desk.library.find_row(root.row)->references);
}

TEST_CASE("a root brings no more papers than the limit, the most cited ones first") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  const std::vector<std::string> first = papers_from(23, 1, 4);
  desk.lay_out_references("2401.00001", first);
  for (const std::string& id : first) {
    const int number = std::stoi(id.substr(5));
    std::vector<std::string> cited = papers_from(22, number * 10, 3);
    cited.push_back("2101.09999");  // the one that all of them cite
    desk.lay_out_references(id, cited);
  }
  const app::FollowReport report = follow(desk, {root}, {.depth = 2, .max_papers = 6});
  CHECK(report.brought == 6);
  CHECK(report.levels == std::vector{1, 4, 2});
  CHECK(report.beyond_papers == 11);
  CHECK(desk.library.find(*parse_identifier("2101.09999"))->cited_by == 4);
  CHECK(desk.library.find(*parse_identifier(first.front()))->references->beyond == 2);

  SUBCASE("and a higher limit lets in the rest without asking anybody") {
    desk.answers.asked.clear();
    const app::FollowReport more = follow(desk, {root}, {.depth = 2, .max_papers = 100});
    CHECK(more.brought == 11);
    CHECK(more.beyond_papers == 0);
    CHECK(desk.answers.asked.empty());
    CHECK(desk.library.find(*parse_identifier(first.front()))->references->known == 4);
  }
}

TEST_CASE("each root has room of its own") {
  Desk desk;
  const Item a = desk.put("2401.00001", "A");
  const Item b = desk.put("2401.00002", "B");
  desk.lay_out_references("2401.00001", papers_from(23, 1, 5));
  desk.lay_out_references("2401.00002", papers_from(22, 1, 5));
  const app::FollowReport report = follow(desk, {a, b}, {.depth = 1, .max_papers = 3});
  CHECK(report.brought == 6);
  CHECK(report.beyond_papers == 4);
}

TEST_CASE("papers before the year floor come in, but what they cite does not") {
  Desk desk;
  const Item root = desk.put("1401.0001", "An old root is followed all the same");
  desk.lay_out_references("1401.0001", {"1301.0001", "1001.0001"});
  desk.lay_out_references("1301.0001", {"1201.0001"});
  desk.lay_out_references("1001.0001", {"0901.0001"});
  const app::FollowReport report = follow(desk, {root}, {.depth = 3, .year_floor = 2013});
  CHECK(report.too_old == 2);
  CHECK(desk.library.find(*parse_identifier("1201.0001")));
  CHECK_FALSE(desk.library.find(*parse_identifier("0901.0001")));
}

TEST_CASE("what was dropped is not followed") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.put("2301.00001", "Dropped", State::dropped);
  desk.lay_out_references("2401.00001", {"2301.00001", "2301.00002"});
  desk.lay_out_references("2301.00001", {"2201.00001"});
  static_cast<void>(follow(desk, {root}));
  CHECK_FALSE(desk.library.find(*parse_identifier("2201.00001")));
  CHECK(desk.answers.asked ==
        std::vector<std::string>{"references of arXiv:2401.00001", "references of arXiv:2301.00002"});
}

TEST_CASE("a limit of 0 follows nothing") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  const app::FollowReport report = follow(desk, {root}, {.depth = 0});
  CHECK(desk.answers.asked.empty());
  CHECK(report.levels == std::vector{1});
}

TEST_CASE("a paper of which nobody knew what it cites is asked for again after 30 days, and not before") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  static_cast<void>(follow(desk, {root}, {.now = desk.clock.now()}));
  CHECK(desk.library.find_row(root.row)->references->answer == ReferenceAnswer::unknown);
  desk.lay_out_references("2401.00001", {"2301.00001"});
  const auto follow_after = [&](int days) {
    desk.answers.asked.clear();
    desk.clock.time += std::chrono::hours(24) * days;
    static_cast<void>(follow(desk, {root}, {.depth = 1, .now = desk.clock.now()}));
    return desk.answers.asked.size();
  };
  CHECK(follow_after(10) == 0);
  CHECK(follow_after(10) == 1);
  CHECK(desk.library.find_row(root.row)->references->known == 1);
  CHECK(follow_after(100) == 0);
}

TEST_CASE("an answer that says less never replaces the list that is kept, and that is said") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001", "2301.00002", "2301.00003"});
  static_cast<void>(follow(desk, {root}, {.depth = 1}));
  for (const std::vector<std::string>& fewer : {std::vector<std::string>{}, {"2301.00009"}}) {
    desk.lay_out_references("2401.00001", fewer);
    const app::FollowReport report = follow(desk, {root}, {.depth = 1, .again = true});
    REQUIRE(report.warnings.size() == 1);
    CHECK(report.warnings.front().find("after 3") != std::string::npos);
    CHECK(desk.library.find_row(root.row)->references->known == 3);
  }
  desk.lay_out_references("2401.00001", {"2301.00004", "2301.00005", "2301.00006", "2301.00007"});
  const app::FollowReport more = follow(desk, {root}, {.depth = 1, .again = true});
  CHECK(more.warnings.empty());
  CHECK(desk.library.find_row(root.row)->references->known == 4);
}

TEST_CASE("offline a list that is known is enough, and one that nobody knew is looked for") {
  Desk desk;
  const Item listed = desk.put("2401.00001", "Listed");
  const Item unknown = desk.put("2401.00002", "Unknown");
  desk.cite("2401.00001", {"2301.00001"});
  const app::FollowReport report = follow(desk, {listed, unknown}, {.depth = 1, .offline = true});
  CHECK(desk.answers.asked == std::vector<std::string>{"references of arXiv:2401.00002"});
  CHECK(report.asked == 1);
}

TEST_CASE("cycles and references to oneself end") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2401.00001", "2301.00001"});
  desk.lay_out_references("2301.00001", {"2401.00001", "2301.00001"});
  const app::FollowReport report = follow(desk, {root}, {.depth = 20});
  CHECK(report.levels == std::vector{1, 1, 0});
  CHECK(desk.library.citations().size() == 2);
}

TEST_CASE("papers that nobody could be asked for are named, and are worth another try") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", {"2301.00001"});
  desk.answers.down = true;
  const app::FollowReport report = follow(desk, {root});
  REQUIRE(report.problems.size() == 1);
  CHECK(format(report.problems.front().id) == "arXiv:2301.00001");
  CHECK(report.worth_repeating());
  CHECK_FALSE(desk.library.find(*parse_identifier("2301.00001"))->references);
}

TEST_CASE("a work that the library has under another name is not brought in again") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  const Item known = desk.put("doi:10.1/known", "Known", State::read);
  desk.lay_out_references("2401.00001", {"2301.00001"});
  desk.answers.references["arXiv:2401.00001"].cited.front().ids.push_back(
      *parse_identifier("doi:10.1/known"));
  const app::FollowReport report = follow(desk, {root}, {.depth = 1});
  CHECK(report.brought == 0);
  CHECK(desk.library.find(*parse_identifier("2301.00001"))->row == known.row);
  CHECK(desk.library.find_row(known.row)->title == "Known");
  CHECK(desk.library.find_row(known.row)->cited_by == 1);
}

TEST_CASE("a paper with ten thousand references is kept whole, and brings in what the limit allows") {
  Desk desk;
  const Item root = desk.put("2401.00001", "Root");
  desk.lay_out_references("2401.00001", papers_from(22, 1, 10'000));
  const app::FollowReport report = follow(desk, {root}, {.depth = 1});
  CHECK(report.brought == 500);
  CHECK(report.beyond_papers == 9'500);
  CHECK(desk.library.find_row(root.row)->references->known == 500);
  CHECK(desk.library.find_row(root.row)->references->beyond == 9'500);
}

}  // namespace
}  // namespace papers
