// Asking the services again: refs --resolve for references known by title only, refresh for what is new.
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
