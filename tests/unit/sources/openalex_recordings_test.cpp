// Replays answers that OpenAlex really gave, when they are at hand beside the project.
#include <filesystem>
#include <iostream>
#include <string>

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/openalex_json.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;

namespace {

/// The recorded body; "" when it is not at hand.
std::string recorded(const std::string& name) {
  const fs::path file = test::shared_folder() / "recordings/openalex" / name;
  if (!fs::exists(file)) {
    std::cout << "recording of OpenAlex: skipped, not at hand: " << name << '\n';
    return {};
  }
  std::cout << "recording of OpenAlex replayed: " << name << '\n';
  return util::read_file(file);
}

}  // namespace

TEST_CASE("recorded works are understood") {
  struct Row {
    const char* name;
    std::size_t cited;
  };
  for (const Row& row : {Row{"works_W2162348455.json", 230}, Row{"works_W2741809807.2025.json", 0},
                         Row{"works_W4385245566_attention.select-refs.json", 0},
                         Row{"works_doi_10.1016_j.xgen.2025.100814.json", 0}}) {
    const std::string body = recorded(row.name);
    if (body.empty()) {
      continue;
    }
    CAPTURE(row.name);
    const auto work = sources::parse_openalex_work(body);
    REQUIRE(work);
    CHECK_FALSE(work->work.title.empty());
    CHECK(work->stated == static_cast<int>(work->cited.size()));
    CHECK(work->cited.size() >= row.cited);
  }
}

TEST_CASE("recorded lists are understood") {
  for (const char* name : {"works_openalex-or-2.cursor1.json", "works_cited_by-2.per-page1.json",
                           "works_title.search_paperqa.json", "works_title.search_chemcrow.json"}) {
    const std::string body = recorded(name);
    if (body.empty()) {
      continue;
    }
    CAPTURE(name);
    const auto works = sources::parse_openalex_list(body);
    REQUIRE(works);
    REQUIRE_FALSE(works->empty());
    for (const auto& work : *works) {
      CHECK_FALSE(work.work.title.empty());
      CHECK_FALSE(work.work.authors.empty());
      CHECK(work.work.year.value_or(0) > 1900);
    }
  }
}

TEST_CASE("recorded errors are understood") {
  const std::string key = recorded("rate-limit_bad-key.401.json");
  const std::string filter = recorded("works_bad-filter.400.json");
  if (key.empty() || filter.empty()) {
    return;
  }
  CHECK(sources::openalex_error_words(key) == "Invalid or missing API key: API key not found");
  CHECK(sources::openalex_error_words(filter).find("Invalid query parameters error.") == 0);
  CHECK(sources::openalex_error_words(filter).size() <= 200);
  CHECK_FALSE(sources::parse_openalex_list(filter));
}
