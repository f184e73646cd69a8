// Papers out of all proportion, answers about other papers, and limits of nothing.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_refused = 5;
constexpr int k_usage = 2;

}  // namespace

TEST_CASE("a paper of 50,000 authors is added, shown and exported like any other") {
  std::vector<Work> works = numbered_works(2);
  works[0].authors.clear();
  for (int number = 1; number <= 50'000; ++number) {
    works[0].authors.push_back("Ada Author" + std::to_string(number));
  }
  works[1].references = {{.work = works[0].id}};
  Server server(works);
  const World world(server);
  const ProgramResult added = world.papers({"add", "2401.00001", "2401.00002"});
  CAPTURE(added.err);
  CHECK(added.status == 0);
  CHECK(holds(added.out, "Author1+ 2024"));
  CHECK(world.json({"show", "2401.00001"})["items"][0]["authors"].size() == 50'000);
  for (const Words& words : std::vector<Words>{
           {"show", "1"}, {"list"}, {"next"}, {"refs", "2"}, {"tree", "2"}, {"export", "dot"}}) {
    CAPTURE(words.front());
    const ProgramResult result = world.papers(words);
    CHECK(result.status == 0);
    CHECK(result.out.size() < 10'000);
  }
  world.check_is_clean();
}

TEST_CASE("a paper of 5,000 references is known whole, and brings in what the limit allows") {
  constexpr int k_references = 5'000;
  std::vector<Work> works = numbered_works(k_references + 1);
  for (int number = 2; number <= k_references + 1; ++number) {
    works[0].references.push_back({.work = numbered_id(number)});
  }
  Server server(works);
  const World world(server);
  const ProgramResult added = world.papers({"add", "2401.00001", "--depth", "1"});
  CAPTURE(added.err);
  CHECK(added.status == 0);
  CHECK(holds(added.out, "500 of 5000 references known, 4500 beyond the limit"));
  CHECK(holds(added.err, "stopped by the limit of 500 papers a root: 4500 papers left out"));
  CHECK(world.items().size() == 501);
  CHECK(world.json({"refs", "1"})["beyond"].size() == 4'500);
  for (const Words& words :
       std::vector<Words>{{"refs", "1"}, {"tree", "1"}, {"path", "1"}, {"suggest"}, {"export", "svg"}}) {
    CAPTURE(words.front());
    CHECK(world.papers(words).status == 0);
  }
  world.check_is_clean();
}

TEST_CASE("what a service says of another paper than the one asked for is not taken, and said") {
  std::vector<Work> works = numbered_works(3);
  works[0].references = {{.work = works[1].id}};
  Server server(works);
  const World world(server);
  const auto of_another = with_body([](std::string body) {
    for (std::size_t at = body.find("2401.00001"); at != std::string::npos; at = body.find("2401.00001")) {
      body.replace(at, 10, "2401.00003");
    }
    return body;
  });
  server.spoil("/graph/v1/paper/batch", of_another, Server::k_always);
  const ProgramResult added = world.papers({"add", "2401.00001", "--depth", "1"});
  CAPTURE(added.err);
  CHECK(server.requests().count("/graph/v1/paper/batch") > 0);
  CHECK(holds(added.err, "sent arXiv:2401.00003 when asked for arXiv:2401.00001"));
  const auto refs = world.json({"refs", "2401.00001"});
  CAPTURE(refs.dump());
  CHECK(refs.dump().find("\"source\":\"s2\"") == std::string::npos);
  CHECK(refs.dump().find("\"source\":\"semantic-scholar\"") == std::string::npos);
  world.check_is_clean();
}

TEST_CASE("a depth of 0 follows nothing and parks what is dived for; limits that make no sense are refused") {
  std::vector<Work> works = numbered_works(2);
  works[0].references = {{.work = works[1].id}};
  Server server(works);
  const World world(server);
  const Words no_depth{"--set", "limits.depth=0"};
  const auto with_no_depth = [&](Words words) {
    words.insert(words.end(), no_depth.begin(), no_depth.end());
    return world.papers(words);
  };
  const ProgramResult added = with_no_depth({"add", "2401.00001"});
  CHECK(added.status == 0);
  CHECK(holds(added.err, "stopped by the depth limit 0: no references are followed"));
  CHECK(world.items().size() == 1);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  CHECK(with_no_depth({"dive", "2401.00002"}).status == k_refused);
  CHECK(world.json({"show", "2401.00002"})["items"][0]["state"] == "parked");
  CHECK(with_no_depth({"tree", "1"}).status == 0);
  CHECK(with_no_depth({"export", "dot"}).status == 0);
  for (const char* setting :
       {"limits.reading=0", "limits.max_papers=0", "limits.depth=-1", "limits.depth=21"}) {
    CAPTURE(setting);
    const ProgramResult refused = world.papers({"list", "--set", setting});
    CHECK(refused.status == k_usage);
    CHECK(holds(refused.err, "limits."));
  }
  CHECK(world.papers({"add", "2401.00001", "--max-papers", "0"}).status == k_usage);
  CHECK(world.json({"list", "-n", "0"})["items"].size() == world.json({"list"})["items"].size());
}
