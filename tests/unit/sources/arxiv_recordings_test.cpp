// Replays answers that arXiv really gave, when they are at hand beside the project.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"
#include "sources/arxiv_item.hpp"
#include "sources/atom_feed.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;

namespace {

const fs::path k_recordings = test::shared_folder() / "recordings/arxiv";

/// The feeds below a folder; none, with a line that says so, when they are not there.
std::vector<fs::path> recorded_feeds() {
  std::vector<fs::path> files;
  if (fs::is_directory(k_recordings)) {
    for (const auto& entry : fs::recursive_directory_iterator(k_recordings)) {
      if (entry.path().extension() == ".xml") {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  std::cout << (files.empty() ? "recorded feeds of arXiv: skipped, not at hand\n"
                              : "recorded feeds of arXiv: " + std::to_string(files.size()) + " replayed\n");
  return files;
}

bool is_about(const fs::path& file, std::string_view word) {
  return file.filename().string().find(word) != std::string::npos;
}

void check_paper(const sources::AtomEntry& entry) {
  const auto item = sources::item_from(entry);
  REQUIRE(item);
  CHECK(item->ids.front().scheme == Scheme::arxiv);
  CHECK(item->version.value_or(1) >= 1);
  CHECK_FALSE(item->title.empty());
  CHECK_FALSE(item->authors.empty());
  CHECK_FALSE(item->categories.empty());
  CHECK(item->published);
  CHECK(item->updated);
  CHECK(item->abstract);
  CHECK(item->year);
  CHECK(item->title.find("  ") == std::string::npos);
  CHECK(item->title.find('\n') == std::string::npos);
}

}  // namespace

TEST_CASE("every recorded feed is understood, in both generations of the format") {
  for (const fs::path& file : recorded_feeds()) {
    CAPTURE(file.filename().string());
    const auto feed = sources::parse_atom_feed(util::read_file(file));
    REQUIRE(feed);
    CHECK(feed->total_results);
    const bool is_empty = is_about(file, "empty") || is_about(file, "nonexistent");
    CHECK(feed->entries.empty() == is_empty);
    for (const sources::AtomEntry& entry : feed->entries) {
      CHECK(entry.is_error() == is_about(file, "error"));
      if (!entry.is_error()) {
        check_paper(entry);
      }
    }
  }
}

TEST_CASE("no recorded feed passes for whole when its end is missing") {
  for (const fs::path& file : recorded_feeds()) {
    CAPTURE(file.filename().string());
    const std::string text = util::read_file(file);
    const std::size_t end = text.rfind("</feed>");
    REQUIRE(end != std::string::npos);
    for (const std::size_t length : {end + 6, end, end * 3 / 4, end / 2, end / 10}) {
      CHECK_FALSE(sources::parse_atom_feed(std::string_view(text).substr(0, length)));
    }
  }
}
