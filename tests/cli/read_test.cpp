// Looking: from any state of the library, without ever changing a byte.
#include <algorithm>

#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// Commands that look at the whole library and have something to say of an empty one too.
const std::vector<Words> k_reading{
    {},        {"list"},  {"list", "state:any"}, {"next"},           {"next", "-n", "5"},
    {"log"},   {"trail"}, {"export", "dot"},     {"export", "json"}, {"export", "jsonl"},
    {"check"}, {"paths"}, {"cache", "info"},     {"config"},         {"suggest"},
};

/// Commands that look at one item; `{}` stands for it.
const std::vector<std::string> k_looking{"show", "refs", "cited-by", "why", "tree", "path"};

/// Commands that print no data, and have no --json.
const std::vector<Words> k_explaining{{"help"},   {"help", "add"},   {"--version"},
                                      {"--help"}, {"add", "--help"}, {"completion", "bash"}};

World library_with_papers(Server& server) {
  return World(server);
}

void fill(const World& world) {
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003"}).status == 0);
  REQUIRE(world.papers({"start", "1"}).status == 0);
  REQUIRE(world.papers({"done", "1", "--takeaway", "short", "--rating", "4"}).status == 0);
  REQUIRE(world.papers({"set", "2", "--due", "2024-11-20", "--priority", "H"}).status == 0);
  REQUIRE(world.papers({"undo"}).status == 0);
}

std::string spoken(const Words& words) {
  std::string text = "papers";
  for (const std::string& word : words) {
    text += " " + word;
  }
  return text;
}

}  // namespace

TEST_CASE("every read command works on a library that is not there, and makes none") {
  const World world;
  for (const auto& commands : {k_reading, k_explaining}) {
    for (const Words& words : commands) {
      const ProgramResult result = world.papers(words);
      CAPTURE(spoken(words));
      CAPTURE(result.err);
      CHECK(result.status == 0);
      CHECK_FALSE((result.out.empty() && result.err.empty()));
    }
  }
  for (const std::string& command : k_looking) {
    const ProgramResult result = world.papers({command, "2401.00001"});
    CAPTURE(command);
    CHECK(result.status == 3);
    CHECK(holds(result.err, "2401.00001"));
  }
  CHECK(changed({}, world.files()) == "");
}

TEST_CASE("read commands never write a byte") {
  Server server(numbered_works(3));
  const World world = library_with_papers(server);
  fill(world);
  server.requests().clear();
  const auto before = world.files();
  for (const Words& words : k_reading) {
    CAPTURE(spoken(words));
    CHECK(world.papers(words).status == 0);
    CHECK(changed(before, world.files()) == "");
  }
  for (const std::string& command : k_looking) {
    CAPTURE(command);
    CHECK(world.papers({command, "2401.00002"}).status == 0);
    CHECK(changed(before, world.files()) == "");
  }
  CHECK(server.requests().count() == 0);
}

TEST_CASE("reading needs no permission to write") {
  Server server(numbered_works(3));
  const World world = library_with_papers(server);
  fill(world);
  namespace fs = std::filesystem;
  const auto writable = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  for (const auto& entry : fs::recursive_directory_iterator(world.home())) {
    fs::permissions(entry.path(), writable, fs::perm_options::remove);
  }
  const ProgramResult result = world.papers({"list"});
  CAPTURE(result.err);
  CHECK(result.status == 0);
  CHECK(holds(result.out, "Paper Number 2"));
  for (const auto& entry : fs::recursive_directory_iterator(world.home())) {
    fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::add);
  }
}

TEST_CASE("--json prints one object of schema 1, before there is a library and after") {
  Server server(numbered_works(3));
  const World world = library_with_papers(server);
  const auto ask_all = [&world] {
    for (const Words& words : k_reading) {
      if (words.empty() || words.front() != "export") {
        CAPTURE(spoken(words));
        CHECK(world.json(words.empty() ? Words{"list"} : words).at("schema") == 1);
      }
    }
  };
  ask_all();
  fill(world);
  ask_all();
  for (const std::string& command : k_looking) {
    CHECK(world.json({command, "2401.00002"}).at("schema") == 1);
  }
}

TEST_CASE("an item in JSON has all its fields, absent ones as null") {
  Server server(numbered_works(1));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001"}).status == 0);
  const auto item = world.json({"show", "1"}).at("items").at(0);
  for (const char* field :
       {"id",        "key",      "number",     "kind",  "title",          "authors",    "year",
        "published", "updated",  "version",    "ids",   "venue",          "categories", "abstract",
        "state",     "priority", "due",        "tags",  "effort_minutes", "level",      "rating",
        "depth",     "slips",    "references", "added", "finished",       "notes"}) {
    CAPTURE(field);
    CHECK(item.contains(field));
  }
  CHECK(item["id"] == "arXiv:2401.00001");
  CHECK(item["ids"]["arxiv"] == "2401.00001");
  CHECK(item["key"] == "author12024paper");
  CHECK(item["kind"] == "paper");
  CHECK(item["authors"] == nlohmann::json::array({"Ada Author1", "Ben Beta"}));
  CHECK(item["year"] == 2024);
  CHECK(item["published"] == "2024-01-01T00:00:00Z");
  CHECK(item["state"] == "queued");
  CHECK(item["due"].is_null());
  CHECK(item["priority"].is_null());
  CHECK(item["references"]["answer"] == "empty");
  CHECK(item["references"]["known"] == 0);
  CHECK(item["added"] == "2024-11-17T09:00:00Z");
}

TEST_CASE("the points of next add up to its score") {
  Server server(numbered_works(3));
  const World world(server);
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003", "--due", "2024-11-20"}).status == 0);
  const auto answer = world.json({"next", "-n", "3"});
  REQUIRE(answer["items"].size() == 3);
  for (const auto& item : answer["items"]) {
    double sum = 0;
    for (const auto& term : item["terms"]) {
      sum += term["points"].get<double>();
    }
    CHECK(item["score"].get<double>() == doctest::Approx(sum).epsilon(1e-9));
  }
}

TEST_CASE("a whole library goes through JSON Lines without loss") {
  Server server(numbered_works(3));
  const World world = library_with_papers(server);
  fill(world);
  const ProgramResult exported = world.papers({"export", "jsonl"});
  REQUIRE(exported.status == 0);
  const World other;
  const ProgramResult imported = other.papers({"import", "-"}, exported.out);
  CAPTURE(imported.err);
  CHECK(imported.status == 0);
  CHECK(other.papers({"export", "jsonl"}).out == exported.out);
  CHECK(other.papers({"import", "-"}, exported.out).status == 0);
  CHECK(other.json({"log"}).at("items").size() == 1);
}
