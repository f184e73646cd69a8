#include "app/prerequisites.hpp"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "unit/app/desk.hpp"
#include "unit/app/worked_example.hpp"

namespace papers {
namespace {

app::Prerequisites path_to(const test::Desk& desk, const std::string& id,
                           const app::PathLimits& limits = {}) {
  return app::prerequisites(desk.library, desk.library.find(*parse_identifier(id)).value(), limits);
}

std::vector<std::string> names(const app::Prerequisites& path) {
  std::vector<std::string> list;
  for (const app::PathPaper& paper : path.papers) {
    list.push_back(format(paper.item.ids.front()));
  }
  return list;
}

TEST_CASE("what is cited comes before what cites it, and what is read is left out") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Prerequisites path = path_to(desk, "2001.00001");
  CHECK(names(path) == std::vector<std::string>{"arXiv:cs/0101007", "arXiv:1001.0005", "arXiv:1201.0006",
                                                "arXiv:1501.00003", "arXiv:1601.00004", "arXiv:2001.00001"});
  CHECK(path.papers.back().depth == 0);
  REQUIRE(path.excused.size() == 1);
  CHECK(path.excused[0].title == "Random walks on citation graphs");
  CHECK(path.papers[1].position == 2);
  CHECK(path.papers[1].key_for == std::vector<std::string>{"cole2015citation", "east2016reading"});
  CHECK(path.papers[1].cited_by == 2);
  CHECK(path.not_known.size() == path.at_the_end.size());
  CHECK(path.known_in_part.empty());
  CHECK(path.beyond == 1);
}

TEST_CASE("it is never more than thirteen papers, and fewer with less depth") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  std::vector<std::string> first;
  for (int i = 1; i <= 20; ++i) {
    first.push_back(fmt::format("2303.{:05}", i));
  }
  desk.cite("2403.00001", first);
  for (int i = 1; i <= 20; ++i) {
    std::vector<std::string> second;
    for (int j = 1; j <= 20; ++j) {
      second.push_back(fmt::format("2203.{:05}", 20 * i + j));
    }
    desk.cite(fmt::format("2303.{:05}", i), second);
  }
  CHECK(path_to(desk, "2403.00001").papers.size() == 13);
  CHECK(path_to(desk, "2403.00001", {.depth = 1}).papers.size() == 4);
  CHECK(path_to(desk, "2403.00001", {.depth = 0}).papers.size() == 1);
}

TEST_CASE("below the year floor nothing need be read") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Prerequisites path = path_to(desk, "2001.00001", {.year_floor = 2012});
  CHECK(names(path) == std::vector<std::string>{"arXiv:1201.0006", "arXiv:1501.00003", "arXiv:1601.00004",
                                                "arXiv:2001.00001"});
}

TEST_CASE("a paper whose references are unknown is a path by itself, and that is said") {
  test::Desk desk;
  desk.put("2403.00001", "never asked for");
  const app::Prerequisites path = path_to(desk, "2403.00001");
  CHECK(names(path) == std::vector<std::string>{"arXiv:2403.00001"});
  CHECK(path.not_known.size() == 1);
}

TEST_CASE(
    "every list that is not known is named, and apart from those it can do without, and known in part") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001", "2303.00002"});
  desk.cite("2303.00001", {"2203.00001"});
  ReferenceList list;
  list.citing = *parse_identifier("2303.00001");
  list.source = "other";
  list.fetched = "2024-11-01T00:00:00Z";
  list.entries = {{1, std::nullopt, "Known by its title alone", std::nullopt, ""}};
  Change change = desk.library.begin("test", "test");
  change.save(list);
  change.commit();
  const app::Prerequisites path = path_to(desk, "2403.00001");
  REQUIRE(path.not_known.size() == 2);
  CHECK(format(path.not_known[0].ids.front()) == "arXiv:2303.00002");
  CHECK(format(path.not_known[1].ids.front()) == "arXiv:2203.00001");
  REQUIRE(path.at_the_end.size() == 1);
  CHECK(format(path.at_the_end[0].ids.front()) == "arXiv:2203.00001");
  REQUIRE(path.known_in_part.size() == 1);
  CHECK(format(path.known_in_part[0].ids.front()) == "arXiv:2303.00001");
}

TEST_CASE("two papers that cite each other are both read") {
  test::Desk desk;
  desk.put("2403.00001", "one");
  desk.put("2403.00002", "other");
  desk.cite("2403.00001", {"2403.00002"});
  desk.cite("2403.00002", {"2403.00001"});
  CHECK(path_to(desk, "2403.00001").papers.size() == 2);
}

}  // namespace
}  // namespace papers
