// Several processes at once, and processes that are stopped in the middle.
#include <list>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGINT is POSIX here

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("two processes that add at once both succeed and keep the pace of arXiv") {
  Server server(numbered_works(2));
  World world(server);
  world.set_pace("3");
  Program one(world.call({"add", "2401.00001"}));
  Program other(world.call({"add", "2401.00002"}));
  const ProgramResult first = one.wait();
  const ProgramResult second = other.wait();
  CAPTURE(first.err);
  CAPTURE(second.err);
  CHECK(first.status == 0);
  CHECK(second.status == 0);
  CHECK(world.items().size() == 2);
  CHECK(server.requests().count("/api/query") == 2);
  CHECK(server.requests().closest("/api/query") > milliseconds(2900));
}

TEST_CASE("many processes that write at once lose nothing") {
  constexpr int k_processes = 8;
  const World world;
  std::list<Program> programs;
  for (int n = 0; n < k_processes; ++n) {
    programs.emplace_back(world.call({"add", "--title", "Task " + std::to_string(n)}));
  }
  for (Program& program : programs) {
    const ProgramResult result = program.wait();
    CAPTURE(result.err);
    CHECK(result.status == 0);
  }
  CHECK(world.items().size() == k_processes);
  CHECK(world.json({"log"}).at("items").size() == k_processes);
  world.check_is_clean();
}

TEST_CASE("Ctrl-C, a polite kill or a closed terminal in the second batch keeps the first") {
  int signal = SIGINT;
  SUBCASE("Ctrl-C") {}
  SUBCASE("kill") {
    signal = SIGTERM;
  }
  SUBCASE("hang-up") {
    signal = SIGHUP;
  }
  Server server(numbered_works(150));
  server.spoil("/api/query", with_headers({}));
  server.spoil("/api/query", silence());
  const World world(server);
  Words words{"add"};
  for (int n = 1; n <= 150; ++n) {
    words.push_back(numbered_id(n));
  }
  Program program(world.call(words));
  REQUIRE(server.requests().wait_for("/api/query", 2, seconds(60)));
  program.send_signal(signal);
  const ProgramResult result = program.wait(seconds(30));
  CAPTURE(result.err);
  CHECK_FALSE(result.timed_out);
  CHECK(result.status == 130);
  CHECK(world.items().size() == 100);
  world.check_is_clean();
}
