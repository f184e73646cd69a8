// Searching, and handing what was found to another command.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

void furnish(const World& world) {
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003", "--no-refs"}).status == 0);
  REQUIRE(world.papers({"add", "--title", "扩散模型与 C++ 综述", "--kind", "task"}).status == 0);
  REQUIRE(world.papers({"done", "2", "--takeaway", "any Jacobi state converges", "--note", "为什么收敛"})
              .status == 0);
}

}  // namespace

TEST_CASE("words of titles, notes and ids are found, in Chinese too") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  for (const auto& [words, number] :
       std::vector<std::pair<Words, int>>{{{"扩散"}, 4},
                                          {{"模型", "综述"}, 4},
                                          {{"收敛"}, 2},
                                          {{"c++"}, 4},
                                          {{"jacobi"}, 2},
                                          {{"arXiv:2401.00003"}, 3},
                                          {{"paper -1 -2"}, 3},
                                          {{"\"number 1\""}, 1},
                                          {{"paper", "state:read"}, 2},
                                          {{"paper \"number 3\" -jacobi"}, 3}}) {
    CAPTURE(words.front());
    const auto found = world.json([&words = words] {
      Words all{"search"};
      all.insert(all.end(), words.begin(), words.end());
      return all;
    }());
    REQUIRE(found["items"].size() == 1);
    CHECK(found["items"][0]["number"] == number);
    CHECK(found["matching"] == 1);
  }
}

TEST_CASE("where the words stand is shown below the item") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  const ProgramResult result = world.papers({"search", "jacobi"});
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Paper Number 2 of Many"));
  CHECK(holds(result.out, "\n      note: any Jacobi state converges\n"));
  CHECK(holds(world.papers({"search", "paper", "-n", "2"}).err, "the best 2 of 3"));
}

TEST_CASE("nothing found exits 3 with a hint, whatever was typed") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  for (const Words& words : std::vector<Words>{{"search", "absent"},
                                               {"search", "\"absent paper"},
                                               {"search", "NEAR(paper", "many)", "x*"},
                                               {"search", "paper", "-number"}}) {
    CAPTURE(words.back());
    const ProgramResult result = world.papers(words);
    CHECK(result.status == 3);
    CHECK(holds(result.err, "fewer words find more"));
    CHECK(result.out.empty());
  }
  CHECK(world.papers({"search", "\""}).status == 2);
  CHECK(world.papers({"search"}).status == 2);
}

TEST_CASE("what is found goes into another command through a pipe, by NUL or by line") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  const ProgramResult found = world.papers({"search", "-0", "paper", "-jacobi"});
  CHECK(found.out == std::string("arXiv:2401.00001\0arXiv:2401.00003\0", 34));
  CHECK(world.papers({"set", "-", "--tag", "found"}, found.out).status == 0);
  CHECK(world.json({"list", "tag:found"})["items"].size() == 2);
  CHECK(world.papers({"set", "-", "--tag", "lined"}, "# a comment\n2401.00003\n\n4\n").status == 0);
  CHECK(world.json({"list", "tag:lined"})["items"].size() == 2);
  const ProgramResult listed = world.papers({"list", "--null", "state:read"});
  CHECK(listed.out == std::string("arXiv:2401.00002\0", 17));
}

TEST_CASE("commands that take several items take them from standard input; those that take one want one") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  const std::string two = "2401.00001\n2401.00003\n";
  CHECK(holds(world.papers({"show", "-"}, two).out, "2401.00003"));
  CHECK(world.papers({"defer", "-", "2w"}, two).status == 0);
  CHECK(world.json({"show", "2401.00003"})["items"][0]["deferred_until"] == "2024-12-01");
  CHECK(world.papers({"refresh", "-", "--dry-run"}, two).status == 0);
  CHECK(world.papers({"plan", "-", "--dry-run"}, two).status == 0);
  CHECK(world.papers({"pdf", "-", "--dry-run"}, two).status == 0);
  for (const char* command : {"start", "done"}) {
    CAPTURE(command);
    for (const std::string& input : {two, std::string()}) {
      const ProgramResult refused = world.papers({command, "-"}, input);
      CHECK(refused.status == 2);
      CHECK(holds(refused.err, "one item is wanted"));
    }
    CHECK(world.papers({command, "-"}, "2401.00001\n").status == 0);
  }
  CHECK(world.papers({"show", "-"}, std::string((16U << 20U) + 1, 'x')).status == 1);
}

TEST_CASE("what is forgotten is no longer found, and found again when that is undone") {
  Server server(numbered_works(3));
  const World world(server);
  furnish(world);
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.papers({"search", "jacobi"}).status == 3);
  CHECK(world.papers({"redo"}).status == 0);
  CHECK(world.papers({"search", "jacobi"}).status == 0);
  world.check_is_clean();
}
