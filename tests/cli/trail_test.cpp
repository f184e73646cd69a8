// The trail with the real program: to the limit, refused, and the way back with every answer in the log.
#include <chrono>
#include <thread>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGKILL is POSIX here

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_refused = 5;
constexpr int k_no_match = 3;
constexpr int k_try_later = 75;

/// Four papers, each citing the next.
std::vector<Work> chain() {
  std::vector<Work> works = numbered_works(4);
  for (std::size_t i = 0; i + 1 < works.size(); ++i) {
    works[i].references.push_back({.work = works[i + 1].id});
  }
  return works;
}

std::string state_of(const World& world, const std::string& id) {
  return world.json({"show", id}).at("items").at(0).at("state");
}

/// Ids on the trail, from its root, each followed by a blank.
std::string trail(const World& world) {
  std::string ids;
  const auto seen = world.json({"trail"});
  for (const auto& item : seen.at("items")) {
    ids += item.at("ids").at("arxiv").get<std::string>() + " ";
  }
  return ids;
}

/// State of every question, in the order of the papers at which they were asked.
std::string questions(const World& world) {
  std::string text;
  for (const char* id : {"2401.00001", "2401.00002", "2401.00003"}) {
    const auto seen = world.json({"show", id});
    for (const auto& question : seen.at("items").at(0).at("questions")) {
      if (question.at("at") == std::string("arXiv:") + id) {
        text += question.at("state").get<std::string>() + " ";
      }
    }
  }
  return text;
}

void dive_to_the_limit(const World& world) {
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  REQUIRE(world.papers({"dive", "Number 2", "--for", "what is the second for?"}).status == 0);
  REQUIRE(world.papers({"dive", "2401.00003", "--for", "what is the third for?"}).status == 0);
}

}  // namespace

TEST_CASE("to the limit, refused and parked, and back with both answers in the log") {
  Server server(chain());
  const World world(server);
  dive_to_the_limit(world);
  server.requests().clear();
  CHECK(trail(world) == "2401.00001 2401.00002 2401.00003 ");

  const ProgramResult refused = world.papers({"dive", "2401.00004", "--for", "what is the fourth for?"});
  CAPTURE(refused.out);
  CHECK(refused.status == k_refused);
  CHECK(holds(refused.out, "3 steps back from Paper Number 1 of Many (limit 2)"));
  CHECK(holds(refused.out, "for \"what is the fourth for?\""));
  CHECK(holds(refused.out, "papers back --answer"));
  CHECK(holds(refused.out, "--force"));
  CHECK(state_of(world, "2401.00004") == "parked");
  CHECK(trail(world) == "2401.00001 2401.00002 2401.00003 ");

  REQUIRE(world.papers({"back", "--answer", "for the proof"}).status == 0);
  REQUIRE(world.papers({"back", "--unanswered"}).status == 0);
  CHECK(trail(world) == "2401.00001 ");
  CHECK(questions(world) == "unanswered answered open ");
  const std::string log = world.papers({"log", "--json"}).out;
  CHECK(holds(log, "3 steps back, limit 2, refused and parked"));
  CHECK(holds(log, "answered: for the proof (to: what is the third for?)"));
  CHECK(holds(log, "unanswered (to: what is the second for?)"));
  CHECK(state_of(world, "2401.00002") == "paused");
  world.check_is_clean();
}

TEST_CASE("each step is taken back by one undo, and taken again by one redo") {
  Server server(chain());
  const World world(server);
  dive_to_the_limit(world);
  REQUIRE(world.papers({"dive", "2401.00004", "--for", "too far?"}).status == k_refused);
  REQUIRE(world.papers({"ask", "and", "why?"}).status == 0);
  REQUIRE(world.papers({"back", "--answer", "because"}).status == 0);
  REQUIRE(world.papers({"done", "2401.00002"}).status == 0);
  const std::string after = world.papers({"export", "jsonl"}).out;
  std::vector<std::string> states;
  for (int step = 0; step < 7; ++step) {
    states.push_back(trail(world) + questions(world));
    REQUIRE(world.papers({"undo"}).status == 0);
    world.check_is_clean();
  }
  CHECK(trail(world).empty());
  for (int step = 7; step-- > 0;) {
    REQUIRE(world.papers({"redo"}).status == 0);
    CHECK(trail(world) + questions(world) == states[static_cast<std::size_t>(step)]);
  }
  CHECK(world.papers({"export", "jsonl"}).out == after);
}

TEST_CASE("trails and questions go through JSON Lines without loss") {
  Server server(chain());
  const World world(server);
  dive_to_the_limit(world);
  REQUIRE(world.papers({"back", "--answer", "for the proof"}).status == 0);
  const ProgramResult exported = world.papers({"export", "jsonl"});
  const World other;
  const ProgramResult imported = other.papers({"import", "-"}, exported.out);
  CAPTURE(imported.err);
  CHECK(imported.status == 0);
  CHECK(trail(other) == trail(world));
  CHECK(questions(other) == questions(world));
  CHECK(other.papers({"export", "jsonl"}).out == exported.out);
}

TEST_CASE("an unknown address is fetched, opened, and taken back by one undo") {
  Server server(chain());
  server.publish({.id = "2402.00001",
                  .title = "A Paper From Elsewhere",
                  .authors = {"Cy Clark"},
                  .references = {{.work = "2401.00004"}}});
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "1"}).status == 0);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  const auto before = world.items();
  const ProgramResult dived = world.papers({"dive", "https://arxiv.org/pdf/2402.00001v1.pdf"});
  CAPTURE(dived.err);
  CHECK(dived.status == 0);
  CHECK(holds(dived.out, "does not cite it"));
  CHECK(state_of(world, "2402.00001") == "reading");
  CHECK(holds(world.papers({"lookup", "Number 4"}).out, "Paper Number 4 of Many"));
  REQUIRE(world.papers({"undo"}).status == 0);
  CHECK(world.items() == before);
  CHECK(trail(world) == "2401.00001 ");
}

TEST_CASE("without a network what is known is opened, and what is not leaves everything as it was") {
  Server server(chain());
  World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  world.set_variable("PAPERS_OFFLINE", "1");
  server.requests().clear();
  const ProgramResult missing = world.papers({"dive", "2402.00001"});
  CHECK(missing.status == k_try_later);
  CHECK(holds(missing.err, "2402.00001"));
  CHECK(trail(world) == "2401.00001 ");
  CHECK(world.papers({"dive", "2401.00002"}).status == 0);
  CHECK(server.requests().count() == 0);
}

TEST_CASE("kill -9 while diving and coming back leaves a trail that is whole") {
  Server server(chain());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(world.papers({"dive", "2401.00002", "--for", "why?"}).status == 0);
  const auto whole = std::chrono::steady_clock::now() - begin;
  bool there = true;
  for (int round = 0; round < 24; ++round) {
    const Words words = there ? Words{"back"} : Words{"dive", "2401.00002", "--for", "why?"};
    Program program(world.call(words));
    std::this_thread::sleep_for(whole * (round * 5 % 24) / 20);
    program.send_signal(SIGKILL);
    const bool acknowledged = program.wait().status == 0;
    const std::string now = trail(world);
    CAPTURE(round);
    const bool is_there = now == "2401.00001 2401.00002 ";
    REQUIRE((is_there || now == "2401.00001 "));
    REQUIRE((!acknowledged || is_there != there));
    CHECK(state_of(world, "2401.00002") == (is_there ? "reading" : "paused"));
    there = is_there;
  }
  CHECK(questions(world) == "open ");
  world.check_is_clean();
}

TEST_CASE("commands of the trail that look never write a byte") {
  Server server(chain());
  const World world(server);
  dive_to_the_limit(world);
  const auto before = world.files();
  for (const Words& words : std::vector<Words>{
           {}, {"trail"}, {"why", "2401.00003"}, {"lookup", "number", "--in", "1"}, {"show", "2401.00002"}}) {
    CHECK(world.papers(words).status == 0);
    CHECK(changed(before, world.files()) == "");
  }
  CHECK(world.papers({"lookup", "unicorns"}).status == k_no_match);
  CHECK(changed(before, world.files()) == "");
}

TEST_CASE("the seed data lead one step back, with no network") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  REQUIRE(world.papers({"add", "2403.00835"}).status == 0);
  REQUIRE(world.papers({"start", "cllm"}).status == 0);
  const ProgramResult dived = world.papers({"dive", "2305.10427", "--for", "what is a Jacobi iteration?"});
  CAPTURE(dived.out);
  CAPTURE(dived.err);
  CHECK(dived.status == 0);
  CHECK(holds(dived.out, "1 step back from CLLMs (limit 2)"));
  CHECK(world.papers({"back", "--answer", "fixed-point iteration over all tokens at once"}).status == 0);
  CHECK(holds(world.papers({"why", "2305.10427"}).out, "fixed-point iteration"));
}
