// Replays answers that Crossref really gave, when they are at hand beside the project.
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"
#include "sources/crossref_work.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;

TEST_CASE("every recorded work of Crossref is understood") {
  const fs::path folder = test::shared_folder() / "recordings/crossref";
  int replayed = 0;
  for (const char* name : {"works_10.1038_s42256-024-00832-8.json", "works_10.1101_2024.04.01.587366.json",
                           "works_10.1145_conference.pretty.json", "works_with_one_id.json"}) {
    if (!fs::exists(folder / name)) {
      continue;
    }
    CAPTURE(name);
    const std::string body = util::read_file(folder / name);
    const auto item = sources::parse_crossref_work(body);
    REQUIRE(item);
    CHECK(item->ids.front().scheme == Scheme::doi);
    CHECK_FALSE(item->title.empty());
    CHECK(item->title.find('<') == std::string::npos);
    CHECK_FALSE(item->authors.empty());
    CHECK(item->year.value_or(0) > 1900);
    CHECK(sources::judge_crossref({200, body, {}, ""}) == Verdict::good);
    CHECK(sources::judge_crossref({200, body.substr(0, body.size() / 2), {}, ""}) == Verdict::again);
    ++replayed;
  }
  std::cout << "recorded works of Crossref: "
            << (replayed == 0 ? "skipped, not at hand" : std::to_string(replayed) + " replayed") << '\n';
}
