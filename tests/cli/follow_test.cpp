// What a paper cites, to a depth: how many requests it takes, what stops it, and going on after a kill.
#include <chrono>
#include <set>
#include <thread>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGKILL is POSIX here

#include "cli/world.hpp"
#include "server/network.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr const char* k_batch = "/graph/v1/paper/batch";
constexpr int k_try_later = 75;

/// The ids that Semantic Scholar was asked for, each as often as it was.
std::multiset<std::string> asked_ids(Server& server) {
  std::multiset<std::string> ids;
  for (const LoggedRequest& request : server.requests().to(k_batch)) {
    for (const std::string& id : batch_ids(request)) {
      ids.insert(id);
    }
  }
  return ids;
}

bool any_twice(const std::multiset<std::string>& ids) {
  return std::set<std::string>(ids.begin(), ids.end()).size() != ids.size();
}

std::size_t in_library(const World& world) {
  return world.items().size();
}

TEST_CASE("a root with 60 x 12 x 5 references: two steps in three requests, and what stopped it is said") {
  Server server(network({.first = 60, .second = 12, .third = 5, .overlap = 0.5}));
  World world(server);
  const ProgramResult added = world.papers({"add", network_root()});
  CHECK(added.status == 0);
  CHECK(holds(added.out, "60 of 60 references known"));
  CHECK(holds(added.err, "stopped by the depth limit 2"));
  CHECK(server.requests().count("/api/query") == 1);
  CHECK(server.requests().count("/graph/") <= 3);
  CHECK(server.requests().count() <= 4);
  for (const auto& item : world.items()) {
    CHECK(item.at("depth").get<int>() <= 2);
  }
}

TEST_CASE("the limit on papers keeps what is cited most, and a higher one lets in the rest at no request") {
  Server server(network({.first = 60, .second = 12, .third = 5}));
  World world(server);
  const ProgramResult added = world.papers({"add", network_root()});
  CHECK(added.status == 0);
  CHECK(in_library(world) == 501);
  CHECK(holds(added.err, "stopped by the limit of 500 papers a root: 280 papers left out"));

  const std::size_t requests = server.requests().count();
  CHECK(world.papers({"add", network_root(), "--max-papers", "1000"}).status == 0);
  CHECK(server.requests().count() == requests);
  CHECK(in_library(world) == 781);
}

TEST_CASE("a hundred addresses take one request to arXiv and two to Semantic Scholar") {
  std::vector<Work> works = numbered_works(101);
  for (std::size_t i = 0; i + 1 < works.size(); ++i) {
    works[i].references.push_back({.work = works[i + 1].id});
  }
  Server server(works);
  World world(server);
  Words words{"add", "--depth", "1"};
  for (int number = 1; number <= 100; ++number) {
    words.push_back("https://arxiv.org/abs/" + numbered_id(number));
  }
  CHECK(world.papers(words).status == 0);
  CHECK(server.requests().count("/api/query") == 1);
  CHECK(server.requests().count("/graph/") <= 2);
}

TEST_CASE("killed half way, the next run goes on where it stopped and asks for nothing twice") {
  Server server(network({.first = 60, .second = 12, .third = 5, .overlap = 0.5}));
  World world(server);
  server.spoil(k_batch, late(std::chrono::milliseconds(0)));
  server.spoil(k_batch, silence(), Server::k_always);  // the second level never comes
  Program running(world.call({"add", network_root()}));
  REQUIRE(server.requests().wait_for(k_batch, 2, std::chrono::seconds(20)));
  running.send_signal(SIGKILL);
  CHECK(running.wait().status == 128 + SIGKILL);
  server.heal();

  CHECK(in_library(world) == 61);  // the first level is there
  world.check_is_clean();
  server.requests().clear();
  const ProgramResult again = world.papers({"add", network_root()});
  CAPTURE(again.out);
  CAPTURE(again.err);
  CHECK(again.status == 0);
  const auto asked = asked_ids(server);

  CHECK(asked.size() == 60);
  CHECK_FALSE(asked.contains("ARXIV:" + network_root()));
  CHECK_FALSE(any_twice(asked));
  CHECK(server.requests().count("/api/query") == 0);

  server.requests().clear();
  CHECK(world.papers({"add", network_root()}).status == 0);
  CHECK(server.requests().count() == 0);
}

TEST_CASE("a rate limit half way keeps what came, is no empty list, and is worth another try") {
  Server server(network({.first = 3, .second = 2, .third = 0}));
  World world(server);
  server.spoil(k_batch, late(std::chrono::milliseconds(0)));
  server.spoil(k_batch, instead(s2_too_many_requests()), Server::k_always);
  server.spoil("/works", instead({503, {}, ""}), Server::k_always);
  const ProgramResult added = world.papers({"add", network_root()});
  CHECK(added.status == k_try_later);
  CHECK(holds(added.out, "3 of 3 references known"));
  CHECK(in_library(world) == 4);
  for (const auto& item : world.items()) {
    if (item.at("depth") == 1) {
      CHECK(item.at("references").is_null());
    }
  }
  server.heal();
  CHECK(world.papers({"add", network_root()}).status == 0);
  CHECK(in_library(world) == 10);
}

TEST_CASE("one undo takes back the paper and all that came with it") {
  Server server(network({.first = 5, .second = 3, .third = 2}));
  World world(server);
  CHECK(world.papers({"add", network_root()}).status == 0);
  CHECK(in_library(world) == 21);
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(in_library(world) == 0);
  CHECK(world.papers({"redo"}).status == 0);
  CHECK(in_library(world) == 21);
  world.check_is_clean();
}

TEST_CASE("a depth of 0 and --no-refs ask for no references") {
  Server server(network({.first = 3, .second = 0, .third = 0}));
  World world(server);
  CHECK(world.papers({"add", network_root(), "--depth", "0"}).status == 0);
  CHECK(in_library(world) == 1);
  CHECK(world.papers({"add", network_root(), "--no-refs"}).status == 0);
  CHECK(server.requests().count("/graph/") == 0);
  CHECK(world.papers({"refs", network_root(), "--fetch", "--depth", "1"}).status == 0);
  CHECK(in_library(world) == 4);
}

}  // namespace
