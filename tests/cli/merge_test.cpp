// One work, one item: what check lists as possible versions, merging two items, telling them apart, and undo.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// A preprint and what it became, which no service ties together, each cited by one paper.
constexpr const char* k_two_versions = R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2401.00001","title":"One Work","authors":["Ada Ames","Ben Bell"],"year":2023,"state":"reading","root":true,"tags":["preprint"],"notes":[{"at":"2024-11-01T00:00:00Z","kind":"note","text":"from the preprint"}]}
{"type":"paper","id":"doi:10.1000/one","title":"One work.","authors":["A. Ames"],"year":2024,"state":"queued","root":true,"tags":["journal"],"priority":"H"}
{"type":"paper","id":"arXiv:2401.00003","title":"Cites the preprint","authors":["Cy Clark"],"year":2024,"state":"queued","root":true}
{"type":"paper","id":"arXiv:2401.00004","title":"Cites the article","authors":["Di Dean"],"year":2024,"state":"queued","root":true}
{"type":"cites","from":"arXiv:2401.00003","to":"arXiv:2401.00001","source":"s","position":1}
{"type":"cites","from":"arXiv:2401.00004","to":"doi:10.1000/one","source":"s","position":1}
{"type":"cites","from":"arXiv:2401.00001","to":"arXiv:1706.03762","source":"s","position":1}
{"type":"cites","from":"doi:10.1000/one","to":"arXiv:1409.0473","source":"t","position":1}
)";

void fill(const World& world) {
  REQUIRE(world.papers({"import", "-"}, k_two_versions).status == 0);
}

std::size_t possible(const World& world) {
  return world.json({"check"})["possible_versions"].size();
}

}  // namespace

TEST_CASE("check lists what may be one work, and how to say so") {
  const World world;
  fill(world);
  const ProgramResult checked = world.papers({"check"});
  CHECK(checked.status == 0);
  CHECK(holds(checked.out, "possible versions: ames2023one and ames2024one, One Work"));
  CHECK(holds(checked.err, "papers merge ames2023one ames2024one"));
  CHECK(holds(checked.err, "--different"));
  const auto listed = world.json({"check"})["possible_versions"];
  REQUIRE(listed.size() == 1);
  CHECK(listed[0]["a"] == "arXiv:2401.00001");
  CHECK(listed[0]["b"] == "doi:10.1000/one");
}

TEST_CASE("merging keeps states, notes, tags, names and the citations of both, and is undone whole") {
  const World world;
  fill(world);
  const std::string before = world.papers({"export", "jsonl"}).out;
  const auto merged = world.json({"merge", "ames2023one", "ames2024one"});
  CHECK(merged["outcome"] == "merged");
  const auto item = world.json({"show", "doi:10.1000/one"})["items"][0];
  CHECK(item["id"] == "arXiv:2401.00001");
  CHECK(item["ids"]["doi"] == "10.1000/one");
  CHECK(item["state"] == "reading");
  CHECK(item["priority"] == "H");
  CHECK(item["tags"] == nlohmann::json::array({"journal", "preprint"}));
  CHECK(item["notes"][0]["text"] == "from the preprint");
  CHECK(item["references"]["known"] == 2);
  CHECK(world.json({"cited-by", "ames2023one"})["items"].size() == 2);
  CHECK(possible(world) == 0);
  world.check_is_clean();
  REQUIRE(world.papers({"undo"}).status == 0);
  CHECK(world.papers({"export", "jsonl"}).out == before);
  CHECK(possible(world) == 1);
  REQUIRE(world.papers({"redo"}).status == 0);
  CHECK(possible(world) == 0);
  world.check_is_clean();
}

TEST_CASE("what was told apart is not asked about again, until that is undone") {
  const World world;
  fill(world);
  CHECK(world.papers({"merge", "ames2023one", "ames2024one", "--different", "--dry-run"}).status == 0);
  CHECK(possible(world) == 1);
  const auto apart = world.json({"merge", "ames2023one", "ames2024one", "--different"});
  CHECK(apart["outcome"] == "different");
  CHECK(apart["items"].size() == 2);
  CHECK(possible(world) == 0);
  REQUIRE(world.papers({"undo"}).status == 0);
  CHECK(possible(world) == 1);
}

TEST_CASE("a merge that is tried out changes nothing, and one that makes no sense is refused") {
  const World world;
  fill(world);
  const std::string before = world.papers({"export", "jsonl"}).out;
  CHECK(world.papers({"merge", "1", "2", "--dry-run"}).status == 0);
  CHECK(world.papers({"merge", "1", "arXiv:2401.00001"}).status == 2);
  const ProgramResult unknown = world.papers({"merge", "1", "2401.99999"});
  CHECK(unknown.status == 3);
  CHECK(holds(unknown.err, "2401.99999"));
  REQUIRE(world.papers({"add", "--title", "Write to the advisor"}).status == 0);
  CHECK(world.papers({"merge", "1", "advisor"}).status == 2);
  REQUIRE(world.papers({"undo"}).status == 0);
  CHECK(world.papers({"export", "jsonl"}).out == before);
}
