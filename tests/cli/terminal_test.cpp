// On a terminal: colour, the pager, the width.
#include "support/terminal.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// Puts in many papers, for which ten lines are too few.
void fill(const World& world) {
  Words words{"add", "--no-refs"};
  for (int n = 1; n <= 20; ++n) {
    words.push_back("2401.000" + std::string(n < 10 ? "0" : "") + std::to_string(n));
  }
  REQUIRE(world.papers(words).status == 0);
}

/// Everything that a command shows on a terminal of ten lines.
std::string shown(const World& world, const Words& words) {
  Terminal terminal(world.call(words), 10, 80);
  CHECK(terminal.finish() == 0);
  return terminal.shown();
}

}  // namespace

TEST_CASE("a hook is told what is next when the reader has seen it") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  world.set_variable("PAPERS_PAGER", "less -R");
  const auto config = world.home() / "config" / "config.toml";
  std::filesystem::create_directories(config.parent_path());
  std::ofstream(config) << "hooks.on-next = ['sh', '-c', 'echo heard; touch told']\n";
  REQUIRE(chmod(config.c_str(), 0600) == 0);
  Terminal terminal(world.call({"next", "-n", "15"}), 10, 80);
  REQUIRE(terminal.wait_for("of Many"));
  CHECK_FALSE(world.files().contains("told"));
  terminal.type("q");
  CHECK(terminal.wait_for("on-next: heard"));
  CHECK(terminal.finish() == 0);
}

TEST_CASE("items named at the terminal are confirmed there, too") {
  Server server(numbered_works(20));
  const World world(server);
  fill(world);
  Terminal terminal(world.call({"drop", "-"}), 10, 80);
  terminal.type("1\n2\n3\n\x04");
  REQUIRE(terminal.wait_for("drop 3 items? [y/N]"));
  terminal.type("y\n");
  CHECK(terminal.finish() == 0);
  CHECK(world.json({"show", "3"})["items"][0]["state"] == "dropped");
}

TEST_CASE("a pager that is set to nothing is none") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  world.set_variable("PAGER", "");
  CHECK(holds(shown(world, {"list"}), "Paper Number 20 of Many"));
}

TEST_CASE("long output waits in the pager, short output does not") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  world.set_variable("PAPERS_PAGER", "less -R");
  {
    Terminal terminal(world.call({"list"}), 10, 80);
    REQUIRE(terminal.wait_for("Paper Number 3 of Many"));
    CHECK_FALSE(holds(terminal.shown(), "Paper Number 15 of Many"));
    terminal.type("G");
    CHECK(terminal.wait_for("Paper Number 20 of Many"));
    terminal.type("q");
    CHECK(terminal.finish() == 0);
  }
  CHECK(holds(shown(world, {"list", "-n", "2"}), "Paper Number 2 of Many"));
  CHECK(holds(shown(world, {"--no-pager", "list"}), "Paper Number 20 of Many"));
}

TEST_CASE("a pager that is not there, fails or dies loses nothing") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  for (const char* pager : {"no-such-pager", "false", "sh -c 'kill -9 $$'", "/etc/passwd"}) {
    CAPTURE(pager);
    world.set_variable("PAPERS_PAGER", pager);
    const std::string all = shown(world, {"list"});
    CHECK(holds(all, "Paper Number 1 of Many"));
    CHECK(holds(all, "Paper Number 20 of Many"));
    CHECK(holds(all, "shown without a pager"));
  }
}

TEST_CASE("the reader's own pager gets the text, and no shell reads its name") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  world.set_variable("PAPERS_PAGER", "sh -c 'echo \"[$(grep -c Number)]\"'");
  CHECK(holds(shown(world, {"list"}), "[20]"));
  world.set_variable("PAPERS_PAGER", "sh -c 'cat; echo the end'");
  const std::string found = shown(world, {"search", "paper", "-n", "12"});
  CHECK(holds(found, "the best 12 of 20"));
  CHECK(found.find("the end") < found.find("the best 12 of 20"));  // hints come after the pager
  world.set_variable("PAPERS_PAGER", "true; touch broken");
  shown(world, {"list"});
  CHECK_FALSE(world.files().contains("broken"));
}

TEST_CASE("what open says comes before what the opener says, and its exit code is not ours") {
  Server server(numbered_works(1));
  World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  const auto opener = world.home() / "xdg-open";
  std::ofstream(opener) << "#!/bin/sh\necho \"opened $1\"\nexit 3\n";
  std::filesystem::permissions(opener, std::filesystem::perms::owner_all);
  world.set_variable("PATH", world.home().string() + ":/usr/bin:/bin");
  world.set_variable("PAPERS_PAGER", "less -R");
  Terminal terminal(world.call({"open", "1"}), 10, 80);
  CHECK(terminal.wait_for("no PDF of"));
  CHECK(terminal.wait_for("opened https://arxiv.org/abs/2401.00001"));
  CHECK(terminal.wait_for("exit code 3"));
  CHECK(terminal.finish() == 1);
}

TEST_CASE("colour is for terminals, unless the reader says otherwise") {
  Server server(numbered_works(1));
  World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--no-refs"}).status == 0);
  CHECK(holds(shown(world, {"next"}), "\x1b[1m"));
  CHECK_FALSE(holds(shown(world, {"next", "--color", "never"}), "\x1b["));
  CHECK(holds(world.papers({"next", "--color=always"}).out, "\x1b[1m"));
  CHECK_FALSE(holds(world.papers({"next"}).out, "\x1b["));
  world.set_variable("NO_COLOR", "1");
  CHECK_FALSE(holds(shown(world, {"next"}), "\x1b["));
  CHECK(holds(shown(world, {"next", "--color=always"}), "\x1b[1m"));
}

TEST_CASE("a pipe has neither colour nor pager") {
  Server server(numbered_works(20));
  World world(server);
  fill(world);
  world.set_variable("PAPERS_PAGER", "false");
  const ProgramResult result = world.papers({"list"});
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Paper Number 20 of Many"));
  CHECK(result.err.empty());
}
