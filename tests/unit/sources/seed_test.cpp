#include "sources/seed.hpp"

#include <algorithm>
#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "fixture.hpp"
#include "model/item_json.hpp"
#include "support/temp_folder.hpp"
#include "util/strings.hpp"

using namespace papers;
using sources::Seed;
using test::FakeProgress;
using test::id;
using test::ids;
using test::TempFolder;

namespace {

constexpr const char* k_two_papers =
    R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2101.00001","title":"One","authors":["A B"],"year":2021,"ids":{"arxiv":"2101.00001","doi":"10.1/one"},"source":"seed"}

{"type":"references","citing":"arXiv:2101.00001","source":"seed","fetched":"2026-11-22T00:00:00Z","stated":3,"complete":false,"entries":[{"position":3,"id":null,"title":"Three","year":1999,"author":"C"}]}
{"type":"references","citing":"arXiv:2101.00002","source":"seed","fetched":"2026-11-22T00:00:00Z","stated":null,"complete":false,"entries":[]}
{"type":"something newer","x":1}
)";

struct World {
  TempFolder folder;
  FakeProgress progress;

  std::string file(const std::string& content) {
    const auto path = folder.path() / "seed.jsonl";
    util::write_file(path, content);
    return path;
  }
};

std::string warning_of(const std::string& file) {
  FakeProgress progress;
  Seed seed(file);
  (void)seed.fetch(ids({"arXiv:2101.00001"}), progress);
  return seed.take_warning().value_or("");
}

}  // namespace

TEST_CASE("a paper is found by any of its ids, with its reference list") {
  World world;
  Seed seed(world.file(k_two_papers));
  for (const char* name : {"arXiv:2101.00001", "arXiv:2101.00001v7", "doi:10.1/ONE"}) {
    CAPTURE(name);
    const Fetched fetched = seed.fetch(ids({name}), world.progress);
    REQUIRE(fetched.works.size() == 1);
    CHECK(fetched.works[0].asked == id(name));
    CHECK(fetched.works[0].item.title == "One");
    CHECK(fetched.works[0].item.source == "seed");
    REQUIRE(fetched.works[0].references);
    CHECK(fetched.works[0].references->stated == 3);
    CHECK_FALSE(fetched.works[0].references->complete);
    CHECK(fetched.works[0].references->entries.at(0).title == "Three");
  }
}

TEST_CASE("a paper of which only the references are known is found too") {
  World world;
  Seed seed(world.file(k_two_papers));
  const Fetched fetched = seed.fetch(ids({"arXiv:2101.00002"}), world.progress);
  REQUIRE(fetched.works.size() == 1);
  CHECK(fetched.works[0].item.ids == ids({"arXiv:2101.00002"}));
  CHECK(fetched.works[0].item.title.empty());
  CHECK(fetched.works[0].references);
}

TEST_CASE("other papers are unknown") {
  World world;
  Seed seed(world.file(k_two_papers));
  const Fetched fetched = seed.fetch(ids({"arXiv:2101.00003"}), world.progress);
  CHECK(test::lines(fetched.problems) ==
        std::vector<std::string>{"arXiv:2101.00003 unknown: arXiv:2101.00003 is not in the seed data"});
}

TEST_CASE("only arXiv ids and DOIs are worth asking for") {
  const Seed seed("");
  CHECK(seed.handles(id("arXiv:2101.00001")));
  CHECK(seed.handles(id("doi:10.1/one")));
  CHECK_FALSE(seed.handles(id("https://example.org/")));
}

TEST_CASE("a file that is not there knows nothing") {
  FakeProgress progress;
  Seed none("");
  CHECK(none.fetch(ids({"arXiv:2101.00001"}), progress).problems.size() == 1);
  Seed missing("/nonexistent/seed.jsonl");
  CHECK(missing.fetch(ids({"arXiv:2101.00001"}), progress).problems.size() == 1);
}

TEST_CASE("a damaged line is named, and passed over") {
  World world;
  for (const char* damage :
       {"{\"type\":\"paper\"", "{\"type\":\"paper\"}", "{\"type\":\"paper\",\"id\":\"nonsense id\"}",
        "{\"type\":\"references\",\"citing\":7}",
        "{\"type\":\"paper\",\"id\":\"arXiv:2101.00001\",\"year\":\"x\"}"}) {
    CAPTURE(damage);
    const std::string file =
        world.file("{\"type\":\"library\",\"schema\":1}\n" + std::string(damage) + "\n" + k_two_papers);
    Seed seed(file);
    const Fetched fetched = seed.fetch(ids({"arXiv:2101.00001"}), world.progress);
    REQUIRE(fetched.works.size() == 1);
    CHECK(fetched.works[0].item.title == "One");
    CHECK(seed.take_warning().value_or("").find(file + ", line 2: ") == 0);
    CHECK_FALSE(seed.take_warning());
  }
}

TEST_CASE("many damaged lines are one warning") {
  World world;
  const std::string warning = warning_of(world.file("{\n" + std::string(k_two_papers) + "}\n[\n"));
  CHECK(warning.find(", line 1: ") != std::string::npos);
  CHECK(warning.find("damaged lines passed over: 3;") != std::string::npos);
}

TEST_CASE("a file that cannot be read is a warning too") {
  World world;
  CHECK(warning_of(world.folder.path()).find("the seed data cannot be used: ") == 0);
}

TEST_CASE("lines that are no records are passed over") {
  World world;
  for (const char* line : {"[]", "7", "null", "\"paper\"", "{}", "{\"type\":null}", "{\"type\":7}"}) {
    CAPTURE(line);
    CHECK(warning_of(world.file(line)).empty());
  }
}

TEST_CASE("the shipped facts are what they claim to be") {
  FakeProgress progress;
  Seed seed(PAPERS_SEED_FILE);
  const Fetched fetched =
      seed.fetch(ids({"2403.00835", "2401.10774", "2410.01699", "2302.01318", "2211.17192", "2306.13549",
                      "1706.03762", "2212.09748", "2010.11929", "2304.08485", "2308.12966", "2309.06180",
                      "2205.14135", "2305.10427", "2401.15077"}),
                 progress);
  CHECK(fetched.problems.empty());
  struct Row {
    const char* citing;
    std::size_t entries;
    std::optional<int> stated;
    bool complete;
  };
  for (const Row& row :
       {Row{"1706.03762", 40, 40, true}, Row{"2010.11929", 58, 58, true}, Row{"2212.09748", 63, 63, true},
        Row{"2309.06180", 64, 64, true}, Row{"2205.14135", 94, 94, true}, Row{"2304.08485", 61, 63, false},
        Row{"2401.10774", 52, 52, true}, Row{"2401.15077", 41, 41, true},
        Row{"2403.00835", 8, std::nullopt, false}}) {
    CAPTURE(row.citing);
    const ReferenceList* list = seed.references_of(id(row.citing));
    REQUIRE(list != nullptr);
    CHECK(list->entries.size() == row.entries);
    CHECK(list->stated == row.stated);
    CHECK(list->complete == row.complete);
  }
  for (const char* unlisted :
       {"2410.01699", "2302.01318", "2211.17192", "2306.13549", "2308.12966", "2305.10427"}) {
    CHECK(seed.references_of(id(unlisted)) == nullptr);
  }
}

TEST_CASE("the shipped facts have the very form of the exchange format") {
  std::ifstream stream(PAPERS_SEED_FILE);
  int lists = 0;
  for (std::string line; std::getline(stream, line);) {
    nlohmann::ordered_json record = value_or_throw(model::parse_json(line));
    if (record.at("type") == "references") {
      record.erase("type");
      CHECK(model::dump(model::list_to_json(model::list_from_json(record))) == model::dump(record));
      ++lists;
    }
  }
  CHECK(lists == 9);
}
