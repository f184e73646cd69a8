// Looking along citations: tree, path, why and cited-by, also in circles and where nothing is known.
#include <algorithm>

#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_no_match = 3;

void cite(std::vector<Work>& works, std::size_t citing, std::initializer_list<int> cited) {
  for (const int number : cited) {
    works[citing - 1].references.push_back({.work = numbered_id(number)});
  }
}

/// Paper 1 cites 2 and 3, 2 cites 3 and 4, 3 cites 4, 4 cites 5; each is a year older than the one before.
std::vector<Work> ladder() {
  std::vector<Work> works = numbered_works(5);
  cite(works, 1, {2, 3});
  cite(works, 2, {3, 4});
  cite(works, 3, {4});
  cite(works, 4, {5});
  for (std::size_t i = 0; i < works.size(); ++i) {
    works[i].published = std::to_string(2024 - i) + "-01-01T00:00:00Z";
  }
  return works;
}

/// Papers that cite themselves and each other.
std::vector<Work> circle() {
  std::vector<Work> works = numbered_works(3);
  cite(works, 1, {1, 2});
  cite(works, 2, {3, 2});
  cite(works, 3, {1, 2});
  return works;
}

/// Bare ids, each followed by a blank.
std::string ids(const nlohmann::json& items) {
  std::string text;
  for (const auto& item : items) {
    text += item.at("ids").at("arxiv").get<std::string>() + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("a tree shows what a paper cites, to the depth, each paper once, and folds the rest") {
  Server server(ladder());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const ProgramResult tree = world.papers({"tree", "1"});
  CHECK(tree.status == 0);
  CHECK(holds(tree.out, "○ Paper Number 1 of Many"));
  CHECK(holds(tree.out, "├─ · Paper Number"));
  CHECK(holds(tree.out, "see above"));
  const auto root = world.json({"tree", "1", "--depth", "1"})["items"][0];
  CHECK(ids(root["items"]) == "2401.00003 2401.00002 ");  // what others cite too comes first
  CHECK(root["items"][0]["below"] == "limit");
  CHECK(root["items"][0]["items"].empty());
  const auto narrow = world.json({"tree", "1", "-n", "1"})["items"][0];
  CHECK(narrow["items"].size() == 1);
  CHECK(narrow["folded"]["papers"] == 1);
  CHECK(world.json({"tree", "1", "--depth", "0"})["items"][0]["items"].empty());
}

TEST_CASE("a path leads from the oldest paper to the one wanted, without what is read") {
  Server server(ladder());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto path = world.json({"path", "1"});
  CHECK(ids(path["items"]) == "2401.00004 2401.00003 2401.00002 2401.00001 ");
  CHECK(path["target"] == "arXiv:2401.00001");
  CHECK(path["items"][3]["why"] == "what you want to read");
  CHECK(path["not_known"] == nlohmann::json::array({"arXiv:2401.00004"}));
  CHECK(holds(world.papers({"path", "1"}).err,
              "what 1 paper at the end of the path would lead to is not known"));
  REQUIRE(world.papers({"keep", "2401.00003"}).status == 0);
  REQUIRE(world.papers({"done", "2401.00003"}).status == 0);
  const auto rest = world.json({"path", "1"});
  CHECK(ids(rest["items"]) == "2401.00004 2401.00002 2401.00001 ");
  CHECK(rest["excused"] == nlohmann::json::array({"arXiv:2401.00003"}));
  CHECK(world.papers({"path", "1", "--depth", "3"}).status == 2);
}

TEST_CASE("a path from papers whose references are not known names them and the next step") {
  Server server(ladder());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "1"}).status == 0);
  const auto path = world.json({"path", "1"});
  CHECK(path["not_known"] == nlohmann::json::array({"arXiv:2401.00003", "arXiv:2401.00002"}));
  const ProgramResult said = world.papers({"path", "1"});
  CHECK(holds(said.err, "references not known for 2 papers, so more may be needed"));
  CHECK(holds(said.err, "--fetch)"));
}

TEST_CASE("why gives the way from one's own papers, and who cites it") {
  Server server(ladder());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto why = world.json({"why", "2401.00004"});
  CHECK(ids(why["items"]) == "2401.00001 2401.00003 2401.00004 ");
  CHECK(why["depth"] == 2);
  CHECK(why["years_back"] == 3);
  CHECK(why["cited_by"].empty());
  REQUIRE(world.papers({"keep", "2401.00003"}).status == 0);
  CHECK(ids(world.json({"why", "2401.00004"})["cited_by"]) == "2401.00003 ");
  const ProgramResult said = world.papers({"why", "2401.00004"});
  CHECK(holds(said.out, "2 steps back from Paper Number 1 of Many (limit 2), three years back"));
  CHECK(holds(said.out, "by 1 of your 2 papers"));
}

TEST_CASE("cited-by lists those whose references are known, one's own first") {
  Server server(ladder());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  CHECK(ids(world.json({"cited-by", "2401.00003"})["items"]) == "2401.00001 2401.00002 ");
  const ProgramResult said = world.papers({"cited-by", "2401.00003"});
  CHECK(holds(said.err, "cited by 2 papers whose references are known, 1 of them yours"));
  const ProgramResult none = world.papers({"cited-by", "2401.00001"});
  CHECK(none.status == 0);
  CHECK(none.out.empty());
  CHECK(holds(none.err, "cited by 0 papers whose references are known"));
}

TEST_CASE("circles and references to oneself end, in every view") {
  Server server(circle());
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "--depth", "9"}).status == 0);
  CHECK(world.items().size() == 3);
  for (const Words& words : std::vector<Words>{{"tree", "1", "--depth", "9"},
                                               {"path", "1"},
                                               {"why", "2401.00003"},
                                               {"suggest"},
                                               {"refs", "1"},
                                               {"cited-by", "1"},
                                               {"export", "dot", "--full"},
                                               {"export", "json", "--depth", "9"}}) {
    CAPTURE(words.front());
    const ProgramResult result = world.papers(words);
    CHECK(result.status == 0);
    CHECK_FALSE(result.out.empty());
  }
  CHECK(ids(world.json({"cited-by", "1"})["items"]) == "2401.00003 ");  // not by itself
  CHECK(world.json({"path", "1"})["items"].size() == 3);
  world.check_is_clean();
}

TEST_CASE("an item that is not there is named by every view") {
  const World world;
  for (const char* command : {"tree", "path", "why", "cited-by", "refs", "show"}) {
    for (const char* text : {"2401.00001", "no such words", "7", "doi:10.1/x"}) {
      CAPTURE(command);
      CAPTURE(text);
      const ProgramResult result = world.papers({command, text});
      CHECK(result.status == k_no_match);
      CHECK(result.out.empty());
      CHECK(holds(result.err, text));
    }
  }
}
