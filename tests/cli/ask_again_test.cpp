// Asking the services again: refs --fetch and --resolve, refresh for what is new, and what asks by itself.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// A paper that cites one work by its id and another one that nobody recognised.
std::vector<Work> works_with_a_title_only() {
  std::vector<Work> works = numbered_works(3);
  Citation by_title{.title = works[2].title, .author = works[2].authors.front(), .year = "2024"};
  works[0].references = {{.work = works[1].id}, by_title};
  return works;
}

TEST_CASE("a reference known by title only becomes a citation when it is looked up") {
  Server server(works_with_a_title_only());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "1"}).status == 0);
  REQUIRE(world.json({"show", "2401.00001"})["items"][0]["references"]["unresolved"] == 1);

  const ProgramResult dry = world.papers({"refs", "2401.00001", "--resolve", "--dry-run"});
  CHECK(dry.status == 0);
  CHECK(world.json({"show", "2401.00001"})["items"][0]["references"]["unresolved"] == 1);

  const ProgramResult resolved = world.papers({"refs", "2401.00001", "--resolve"});
  CAPTURE(resolved.out);
  CAPTURE(resolved.err);
  CHECK(resolved.status == 0);
  const auto item = world.json({"show", "2401.00001"})["items"][0];
  CHECK(item["references"]["known"] == 2);
  CHECK(item["references"]["unresolved"] == 0);
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.json({"show", "2401.00001"})["items"][0]["references"]["known"] == 1);
}

TEST_CASE("a list that a fetch without a network does not find is worth another try, and is named") {
  Server server(works_with_a_title_only());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  const ProgramResult missing = world.papers({"--offline", "refs", "2401.00001", "--fetch"});
  CHECK(missing.status == 75);
  CHECK(holds(missing.err, "references not fetched; not in the cache or the seed data; go online"));
  CHECK(world.papers({"--offline", "refs", "2401.00001"}).status == 3);
  CHECK(world.papers({"refs", "2401.00001", "--fetch", "--depth", "1"}).status == 0);
  CHECK(world.papers({"--offline", "refs", "2401.00001", "--fetch"}).status == 0);
}

TEST_CASE("a fetch that brings less than is known leaves the list as it is, and says so") {
  std::vector<Work> works = numbered_works(4);
  works[0].references = {{.work = works[1].id}, {.work = works[2].id}, {.work = works[3].id}};
  Server server(works);
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "1"}).status == 0);
  works[0].coverage.s2 = Coverage::bare;
  server.publish(works[0]);
  const ProgramResult fetched = world.papers({"refs", "2401.00001", "--fetch", "--depth", "1"});
  CAPTURE(fetched.err);
  CHECK(fetched.status == 0);
  CHECK(holds(fetched.err, "names fewer references now (0 after 3); those are kept"));
  CHECK(world.json({"show", "2401.00001"})["items"][0]["references"]["known"] == 3);
}

TEST_CASE("seed data asked for again change nothing, for other papers neither") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  REQUIRE(world.papers({"add", "2403.00835", "2401.10774", "2401.15077"}).status == 0);
  const std::string before = world.papers({"export", "jsonl"}).out;
  for (const char* id : {"2403.00835", "2401.10774", "2401.15077"}) {
    CHECK(world.papers({"refs", id, "--fetch"}).status == 0);
    CHECK(world.papers({"export", "jsonl"}).out == before);
  }
}

TEST_CASE("a paper that nobody knew is asked for again after 30 days") {
  std::vector<Work> works = numbered_works(2);
  Server server(works);
  World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  works[0].references = {{.work = works[1].id}};
  server.publish(works[0]);
  const auto known_at = [&world](const std::string& now) {
    world.set_variable("PAPERS_NOW", now);
    CHECK(world.papers({"add", "2401.00001"}).status == 0);
    return world.json({"show", "2401.00001"})["items"][0]["references"]["known"].get<int>();
  };
  CHECK(known_at("2024-12-16T09:00:00Z") == 0);
  CHECK(known_at("2024-12-18T09:00:00Z") == 1);
}

TEST_CASE("refresh tells of a new version and of nothing else") {
  std::vector<Work> works = numbered_works(2);
  Server server(works);
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "--title", ""}).status != 0);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "--tag", "mine"}).status == 0);
  works[0].versions = 5;
  server.publish(works[0]);
  const ProgramResult refreshed = world.papers({"refresh"});
  CAPTURE(refreshed.out);
  CAPTURE(refreshed.err);
  CHECK(refreshed.status == 0);
  CHECK(holds(refreshed.out, "v5"));
  CHECK(holds(refreshed.err, "nothing new about 1 item"));
  const auto item = world.json({"show", "2401.00001"})["items"][0];
  CHECK(item["version"] == 5);
  CHECK(item["tags"][0] == "mine");
}

}  // namespace
