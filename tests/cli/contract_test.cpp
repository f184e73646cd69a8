// What scripts rely on: exit codes, streams, and messages that name the value and the next step.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

struct Refusal {
  Words words;
  int status;
  std::vector<std::string> said;  ///< in the message
};

const std::vector<Refusal> k_refusals{
    {{"frobnicate"}, 2, {"frobnicate", "papers help"}},
    {{"lst"}, 2, {"lst", "papers list"}},
    {{"list", "--nope"}, 2, {"--nope", "papers list --help"}},
    {{"list", "--jsn"}, 2, {"--jsn", "--json"}},
    {{"list", "state:lost"}, 2, {"lost", "queued"}},
    {{"list", "year:soon"}, 2, {"soon"}},
    {{"next", "-n", "0"}, 2, {"0"}},
    {{"next", "-n", "x"}, 2, {"x"}},
    {{"add"}, 2, {"add"}},
    {{"add", "hello world"}, 2, {"hello world"}},
    {{"add", "https://user:secret@example.org/"}, 2, {}},
    {{"set", "1"}, 2, {"--priority"}},
    {{"set", "1", "--due", "someday"}, 2, {"someday", "2024-11-24"}},
    {{"set", "1", "--priority", "X"}, 2, {"X", "H"}},
    {{"set", "1", "--tag", "two words"}, 2, {"two words"}},
    {{"done", "1", "--rating", "6"}, 2, {"6"}},
    {{"export", "dto"}, 2, {"dto", "dot"}},
    {{"export", "dot", "-o", "/no/such/folder/x.dot"}, 1, {"/no/such/folder/x.dot"}},
    {{"export", "dot", "--since", "someday"}, 2, {"someday", "2024-11-10", "2w"}},
    {{"import", "/no/such/file"}, 1, {"/no/such/file"}},
    {{"config", "limits.depht"}, 2, {"limits.depht", "limits.depth"}},
    {{"next", "--set", "limits.reading=many"}, 2, {"limits.reading", "many"}},
    {{"show", "nothing-of-that-name"}, 3, {"nothing-of-that-name"}},
    {{"show", "99"}, 3, {"99"}},
    {{"show", "Paper"}, 3, {"Paper Number 1", "Paper Number 2"}},
    {{"start", "4"}, 5, {"papers pause 1", "--force"}},
    {{"redo"}, 3, {"redo", "papers log"}},
    {{"undo", "999"}, 2, {"999", "papers undo 4"}},
    {{"list", "foo:bar"}, 2, {"foo:bar", "author, depth"}},
    {{"list", "autor:song"}, 2, {"author:song"}},
    {{"refs", "9"}, 3, {"9", "number"}},
};

void read_three_of_four(const World& world) {
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003", "2401.00004"}).status == 0);
  for (const char* number : {"1", "2", "3"}) {
    REQUIRE(world.papers({"start", number}).status == 0);
  }
}

}  // namespace

TEST_CASE("a refusal has its exit code, says why on standard error, and changes nothing") {
  Server server(numbered_works(4));
  const World world(server);
  read_three_of_four(world);
  const auto items = world.items();
  const auto log = world.json({"log"});
  for (const Refusal& refusal : k_refusals) {
    const ProgramResult result = world.papers(refusal.words);
    CAPTURE(refusal.words.back());
    CAPTURE(result.err);
    CHECK(result.status == refusal.status);
    CHECK(result.out.empty());
    CHECK(result.err.size() < 600);
    CHECK_FALSE(holds(result.err, "secret"));
    for (const std::string& said : refusal.said) {
      CAPTURE(said);
      CHECK(holds(result.err, said));
    }
  }
  CHECK(world.items() == items);
  CHECK(world.json({"log"}) == log);
}

TEST_CASE("what was refused can be forced where the contract says so") {
  Server server(numbered_works(4));
  const World world(server);
  read_three_of_four(world);
  CHECK(world.papers({"start", "4", "--force"}).status == 0);
  CHECK(world.items().at(3)["state"] == "reading");
  CHECK(world.papers({"--set", "limits.reading=9", "start", "4"}).status == 0);
}

TEST_CASE("offline asks nobody, answers from the cache and names what is missing") {
  Server server(numbered_works(2));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  REQUIRE(world.papers({"undo"}).status == 0);
  REQUIRE(world.items().empty());
  server.requests().clear();
  const ProgramResult cached = world.papers({"--offline", "add", "2401.00001"});
  CAPTURE(cached.err);
  CHECK(cached.status == 0);
  CHECK(holds(cached.out, "Paper Number 1 of Many"));
  const ProgramResult missing = world.papers({"--offline", "add", "2401.00002"});
  CHECK(missing.status == 75);
  CHECK(holds(missing.err, "2401.00002"));
  CHECK(server.requests().count() == 0);
  CHECK(world.items().size() == 1);
}

TEST_CASE("the seed data works with no network and no cache") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  const ProgramResult result = world.papers({"add", "https://arxiv.org/abs/2403.00835"});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Consistency Large Language Models"));
  CHECK(holds(result.out, "references known"));
  CHECK(holds(world.papers({"next"}).out, "Consistency Large Language Models"));
}

TEST_CASE("undo and redo take whole commands, also from another process") {
  Server server(numbered_works(3));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003"}).status == 0);
  REQUIRE(world.papers({"set", "1", "2", "--tag", "both"}).status == 0);
  const auto after = world.items();
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.items().at(0)["tags"].empty());
  CHECK(world.items().at(1)["tags"].empty());
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.items().empty());
  CHECK(world.papers({"undo"}).status == 3);
  CHECK(world.papers({"redo", "2"}).status == 0);
  CHECK(world.items() == after);
  world.check_is_clean();
}

TEST_CASE("chatter goes to standard error and is silent with --quiet") {
  Server server(numbered_works(2));
  const World world(server);
  const ProgramResult loud = world.papers({"add", "2401.00001"});
  CHECK_FALSE(loud.err.empty());
  const ProgramResult quiet = world.papers({"-q", "add", "2401.00002"});
  CHECK(quiet.status == 0);
  CHECK(quiet.err.empty());
  CHECK(quiet.out.empty());
}

TEST_CASE("--quiet silences what a command did, and nothing that was asked to be seen or went wrong") {
  Server server(numbered_works(2));
  const World world(server);
  REQUIRE(world.papers({"-q", "add", "2401.00001", "2401.00002"}).out.empty());
  for (const Words& words : std::vector<Words>{{"start", "1"},
                                               {"ask", "why?"},
                                               {"dive", "1"},
                                               {"dive", "2", "--force"},
                                               {"back"},
                                               {"set", "1", "--tag", "t"},
                                               {"done", "1"},
                                               {"park", "2"},
                                               {"undo"},
                                               {"redo"}}) {
    Words quiet = words;
    quiet.emplace_back("-q");
    const ProgramResult result = world.papers(quiet);
    CAPTURE(words.front());
    CHECK(result.status == 0);
    CHECK(result.out.empty());
    CHECK(result.err.empty());
  }
  CHECK_FALSE(world.papers({"-q", "list"}).out.empty());
  CHECK_FALSE(world.papers({"-q", "show", "1"}).out.empty());
  CHECK_FALSE(world.papers({"-q", "start", "2", "--json"}).out.empty());
  CHECK(holds(world.papers({"-q", "start", "nothing"}).err, "nothing"));
}

TEST_CASE("output to a file or a pipe carries no colour") {
  Server server(numbered_works(2));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  CHECK_FALSE(holds(world.papers({"next"}).out, "\x1b"));
  CHECK_FALSE(holds(world.papers({"list"}).out, "\x1b"));
}

TEST_CASE("a backup is whole, and never overwrites") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const std::string copy = (world.home() / "copy.sqlite").string();
  CHECK(world.papers({"backup", copy}).status == 0);
  const auto before = world.files();
  const ProgramResult again = world.papers({"backup", copy});
  CHECK(again.status == 1);
  CHECK(holds(again.err, "copy.sqlite"));
  CHECK(changed(before, world.files()) == "");
}

TEST_CASE("pictures are drawn from the graph") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  REQUIRE(world.papers({"add", "2403.00835", "2401.10774"}).status == 0);
  const ProgramResult dot = world.papers({"export", "dot"});
  CHECK(dot.status == 0);
  CHECK(run_program({.argv = {"dot", "-Tsvg"}, .input = dot.out}).status == 0);
  CHECK(world.papers({"export", "svg", "-o", "graph.svg"}).status == 0);
  CHECK(holds(world.files().at("graph.svg"), "</svg>"));
}

TEST_CASE("tables of papers and of citations go into two files") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  REQUIRE(world.papers({"add", "2403.00835", "2401.10774"}).status == 0);
  const ProgramResult written = world.papers({"export", "csv", "-o", "graph.csv"});
  CHECK(written.status == 0);
  CHECK(holds(written.err, "wrote graph.csv ("));
  CHECK(holds(written.err, "wrote graph-citations.csv ("));
  CHECK(world.files().at("graph.csv") == world.papers({"export", "csv"}).out);
  CHECK(holds(world.files().at("graph-citations.csv"), "\"arXiv:2403.00835\",\"arXiv:2401.10774\",false,"));
  CHECK(world.json({"export", "csv", "-o", "graph.csv"})["second_file"] == "graph-citations.csv");
  CHECK(world.json({"export", "dot", "-o", "graph.dot"})["second_file"] == nullptr);
}

TEST_CASE("a page is one file, the same each time") {
  World world;
  world.set_variable("PAPERS_OFFLINE", "1");
  REQUIRE(world.papers({"add", "2403.00835", "2401.10774"}).status == 0);
  const ProgramResult page = world.papers({"export", "html"});
  CHECK(page.status == 0);
  CHECK(holds(page.out, "CLLMs: Consistency Large Language Models"));
  CHECK(holds(page.out, "2024-11-17"));
  CHECK(world.papers({"export", "html"}).out == page.out);
}
