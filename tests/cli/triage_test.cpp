// Deciding on what was found: suggest, keep, park and drop, what they change from then on, and undo.
#include <cmath>

#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// Papers 1 and 2 cite 3 and 4; 1 alone cites 5; 3 cites 6, and 5 cites 7.
std::vector<Work> works_that_cite() {
  std::vector<Work> works = numbered_works(7);
  const auto cite = [&works](std::size_t citing, std::initializer_list<int> cited) {
    for (const int number : cited) {
      works[citing - 1].references.push_back({.work = numbered_id(number)});
    }
  };
  cite(1, {3, 4, 5});
  cite(2, {3, 4});
  cite(3, {6});
  cite(5, {7});
  return works;
}

/// Papers 1 and 2 are in the queue.
struct TwoPapers : World {
  explicit TwoPapers(const Server& server) : World(server) {
    REQUIRE(papers({"add", "2401.00001", "2401.00002"}).status == 0);
  }
};

/// Bare ids of what is suggested, best first, each followed by a blank.
std::string suggested(const World& world, const Words& options = {}) {
  Words words{"suggest"};
  words.insert(words.end(), options.begin(), options.end());
  const auto answer = world.json(words);
  std::string ids;
  for (const auto& item : answer.at("items")) {
    ids += item.at("ids").at("arxiv").get<std::string>() + " ";
  }
  return ids;
}

std::string state_of(const World& world, const std::string& id) {
  return world.json({"show", id}).at("items").at(0).at("state");
}

}  // namespace

TEST_CASE("what most of one's papers cite is suggested first, with reasons that add up") {
  Server server(works_that_cite());
  const TwoPapers world(server);
  const auto answer = world.json({"suggest"});
  REQUIRE(answer["items"].size() == 5);
  CHECK(answer["candidates"] == 5);
  CHECK(answer["kept"] == 2);
  CHECK(answer["references_known"] == 2);
  double above = answer["items"][0]["score"];
  for (const auto& item : answer["items"]) {
    CHECK(item["state"] == "found");
    long hundredths = 0;
    for (const auto& term : item["terms"]) {
      const double points = term["points"];
      CHECK(term["weight"].get<double>() * term["value"].get<double>() ==
            doctest::Approx(points).epsilon(1e-12));
      hundredths += std::lround(points * 100);
    }
    CHECK(hundredths == std::lround(item["score"].get<double>() * 100));
    CHECK(item["score"].get<double>() <= above);
    above = item["score"];
  }
  const ProgramResult shown = world.papers({"suggest", "-n", "1"});
  CHECK(holds(shown.out, "Suggested: 1 of 5 papers that your papers lead to"));
  CHECK(holds(shown.out, "cited by 2 of your 2 papers"));
  CHECK(holds(shown.err, "yes: papers keep arXiv:2401.0000"));
}

TEST_CASE("what was judged is not suggested again, and each decision is undone by itself") {
  Server server(works_that_cite());
  const TwoPapers world(server);
  const std::string before = suggested(world);
  CHECK(world.papers({"keep", "2401.00003"}).status == 0);
  CHECK(world.papers({"park", "2401.00004", "--because", "after the survey"}).status == 0);
  CHECK(world.papers({"drop", "2401.00005", "--because", "known well enough"}).status == 0);
  CHECK(suggested(world) == "2401.00006 2401.00007 ");
  CHECK(state_of(world, "2401.00003") == "queued");
  CHECK(state_of(world, "2401.00004") == "parked");
  CHECK(state_of(world, "2401.00005") == "dropped");
  CHECK(world.json({"show", "2401.00003"})["items"][0]["depth"] == 1);  // keeping does not move the limit
  CHECK(holds(world.papers({"show", "2401.00005"}).out, "known well enough"));
  CHECK(holds(world.papers({"next", "-n", "9"}).out, "Paper Number 3"));
  const auto next = world.json({"next", "-n", "9"});
  for (const auto& item : next["items"]) {
    CHECK(item["id"] != "arXiv:2401.00004");
  }

  for (const char* id : {"2401.00005", "2401.00004", "2401.00003"}) {
    REQUIRE(world.papers({"undo"}).status == 0);
    CHECK(state_of(world, id) == "found");
  }
  CHECK(suggested(world) == before);
  REQUIRE(world.papers({"redo", "3", "-y"}).status == 0);
  CHECK(suggested(world) == "2401.00006 2401.00007 ");
  world.check_is_clean();
}

TEST_CASE("decisions outlast adding again, and what was dropped is followed no further") {
  Server server(works_that_cite());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "1"}).status == 0);
  REQUIRE(world.papers({"drop", "2401.00005"}).status == 0);
  REQUIRE(world.papers({"park", "2401.00003"}).status == 0);
  server.requests().clear();
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "--depth", "2"}).status == 0);
  for (const LoggedRequest& request : server.requests().to("/graph/v1/paper/batch")) {
    for (const std::string& id : batch_ids(request)) {
      CHECK(id != "ARXIV:2401.00005");
    }
  }
  CHECK(state_of(world, "2401.00005") == "dropped");
  CHECK(state_of(world, "2401.00003") == "parked");
  CHECK(state_of(world, "2401.00006") == "found");
  CHECK(world.papers({"show", "2401.00007"}).status == 3);
  CHECK(suggested(world) == "2401.00004 2401.00006 ");
}

TEST_CASE("what is dropped can be kept again; what is kept or read is left as it is") {
  Server server(works_that_cite());
  const TwoPapers world(server);
  REQUIRE(world.papers({"drop", "2401.00003"}).status == 0);
  REQUIRE(world.papers({"keep", "2401.00003"}).status == 0);
  CHECK(state_of(world, "2401.00003") == "queued");
  REQUIRE(world.papers({"start", "2401.00001"}).status == 0);
  const ProgramResult again = world.papers({"keep", "2401.00001"});
  CHECK(again.status == 0);
  CHECK(holds(again.out, "nothing to change"));
  CHECK(state_of(world, "2401.00001") == "reading");
}

TEST_CASE("a dry run of a decision changes nothing, a paper that is not there is named") {
  Server server(works_that_cite());
  const TwoPapers world(server);
  const auto before = world.items();
  for (const char* command : {"keep", "park", "drop"}) {
    CAPTURE(command);
    CHECK(world.papers({command, "2401.00003", "--dry-run"}).status == 0);
    const ProgramResult unknown = world.papers({command, "2401.00003", "2401.99999"});
    CHECK(unknown.status == 3);
    CHECK(holds(unknown.err, "2401.99999"));
    CHECK(unknown.out.empty());
    CHECK(world.json({command, "2401.00003", "--dry-run"})["items"].size() == 1);
  }
  CHECK(world.items() == before);
}

TEST_CASE("with no papers, or with no references known, suggest says what is missing") {
  Server server(numbered_works(1));
  const World world(server);
  CHECK(holds(world.papers({"suggest"}).err, "papers add"));
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  const ProgramResult nothing = world.papers({"suggest"});
  CHECK(nothing.status == 0);
  CHECK(nothing.out.empty());
  CHECK(holds(nothing.err, "references known for 0 of your 1 kept paper"));
}
