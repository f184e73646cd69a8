// Replays answers that Semantic Scholar really gave, when they are at hand beside the project.
#include <filesystem>
#include <iostream>
#include <string>

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/json_fields.hpp"
#include "sources/semantic_scholar_json.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;

namespace {

/// The recorded body; "" when it is not at hand.
std::string recorded(const std::string& name) {
  const fs::path file = test::shared_folder() / "recordings/semantic-scholar" / name;
  if (!fs::exists(file)) {
    std::cout << "recording of Semantic Scholar: skipped, not at hand: " << name << '\n';
    return {};
  }
  std::cout << "recording of Semantic Scholar replayed: " << name << '\n';
  return util::read_file(file);
}

}  // namespace

TEST_CASE("recorded pages of references are understood") {
  const std::string first = recorded("references_10.2139_ssrn.2250500.offset0.json");
  const std::string last = recorded("references_10.2139_ssrn.2250500.offset50.json");
  if (first.empty() || last.empty()) {
    return;
  }
  const auto page = sources::parse_s2_page(first);
  REQUIRE(page);
  CHECK(page->entries.size() == 50);
  CHECK(page->next == 50);
  const auto end = sources::parse_s2_page(last);
  REQUIRE(end);
  CHECK(end->entries.size() == 17);
  CHECK_FALSE(end->next);
  int unmatched = 0;
  for (const auto& entry : page->entries) {
    CHECK_FALSE(entry.work.title.empty());
    unmatched += entry.work.ids.empty() ? 1 : 0;
  }
  CHECK(unmatched == 10);
}

TEST_CASE("a recorded batch with an unknown id is understood") {
  const std::string body = recorded("batch_allfields_with-null.json");
  if (body.empty()) {
    return;
  }
  const auto batch = sources::parse_s2_batch(body, 4);
  REQUIRE(batch);
  CHECK_FALSE(batch->at(0));
  REQUIRE(batch->at(1));
  CHECK(batch->at(1)->stated == 30);
  CHECK(test::names(batch->at(1)->ids) ==
        std::vector<std::string>{"doi:10.2139/ssrn.288970", "s2:c31c87c591a25c64fbaa82e8ac6a81831b6ac7ce"});
  CHECK(batch->at(1)->answer == ReferenceAnswer::unknown);  // references were not among the fields asked for
}

TEST_CASE("a recorded match by title is understood, and that there is none") {
  const std::string body = recorded("match_attention-is-all-you-need.json");
  const std::string none = recorded("match_no-hit.404.json");
  if (body.empty() || none.empty()) {
    return;
  }
  const auto works = sources::parse_s2_matches(body);
  REQUIRE(works);
  REQUIRE(works->size() == 1);
  CHECK(format(works->at(0).ids.front()) == "arXiv:1706.03762");
  CHECK(works->at(0).year == 2017);
  CHECK(works->at(0).authors.size() == 8);
  CHECK(sources::s2_error_words(none) == "Title match not found");
}

TEST_CASE("recorded errors are understood") {
  const std::string slow = recorded("search.429.2025.json");
  const std::string bad = recorded("paper_bad-field.400.json");
  if (slow.empty() || bad.empty()) {
    return;
  }
  CHECK(sources::s2_error_words(slow).find("Too Many Requests") == 0);
  CHECK(sources::s2_error_words(bad) == "Unrecognized or unsupported fields: [unknown]");
  CHECK_FALSE(sources::parse_s2_batch(slow, 1));
}

TEST_CASE("a recorded reference with its sentences is understood") {
  const std::string item = recorded("fragments/reference-item.json");
  if (item.empty()) {
    return;
  }
  const auto page = sources::parse_s2_page("{\"data\": [" + item + "]}");
  REQUIRE(page);
  REQUIRE(page->entries.size() == 1);
  CHECK(page->entries[0].contexts.size() == 1);
  CHECK(format(page->entries[0].work.ids.front()) == "arXiv:1402.0030");
  CHECK(page->entries[0].work.venue == "International Conference on Machine Learning");
}
