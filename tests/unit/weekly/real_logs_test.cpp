// The logs of real people, where they lie beside the checkout: what each is known to hold must be found in
// it.

#include <algorithm>
#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "papers/identifier.hpp"

#include "support/shared_folder.hpp"
#include "util/atomic_file.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {
namespace {

namespace fs = std::filesystem;

std::optional<WeeklyLog> real_log(const std::string& path) {
  const fs::path file = test::shared_folder() / path;
  if (!fs::exists(file)) {
    MESSAGE("skipped: needs ", path, " beside the project");
    return std::nullopt;
  }
  MESSAGE("read: ", path);
  return parse_log(util::read_file(file.string()), {}, {file.filename().string(), ""});
}

void collect(const std::vector<Entry>& entries, std::vector<Entry>& all) {
  for (const Entry& entry : entries) {
    all.push_back(entry);
    collect(entry.entries, all);
  }
}

std::vector<Entry> entries_of(const WeeklyLog& log) {
  std::vector<Entry> all;
  for (const Week& week : log.weeks) {
    for (const Section& section : week.sections) {
      collect(section.entries, all);
    }
  }
  return all;
}

std::size_t count(const std::vector<Entry>& entries, EntryKind kind) {
  return static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(),
                                                [kind](const Entry& entry) { return entry.kind == kind; }));
}

/// Distinct identifiers of papers, by scheme.
std::map<Scheme, std::size_t> papers_of(const std::vector<Entry>& entries) {
  std::vector<Identifier> ids;
  for (const Entry& entry : entries) {
    if (entry.kind == EntryKind::paper && !entry.links.empty()) {
      ids.push_back(*parse_identifier(entry.links.front().url));
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::map<Scheme, std::size_t> counts;
  for (const Identifier& id : ids) {
    ++counts[id.scheme];
  }
  return counts;
}

}  // namespace

TEST_CASE("the first user's log") {
  const auto log = real_log("seed/weekly-log.md");
  if (!log) {
    return;
  }
  REQUIRE(log->weeks.size() == 3);
  CHECK(log->weeks[0].date == "2024-11-10");
  CHECK(log->weeks[1].date == "2024-11-17");
  CHECK(log->weeks[2].date == "2024-11-24");
  CHECK(log->unread.empty());
  const auto entries = entries_of(*log);
  CHECK(count(entries, EntryKind::question) == 4);
  CHECK(count(entries, EntryKind::post) == 2);
  CHECK(count(entries, EntryKind::course) == 8);  // two of them, again and again
  CHECK(count(entries, EntryKind::code) == 5);
  CHECK(count(entries, EntryKind::paper) == 11);
  CHECK(papers_of(entries)[Scheme::arxiv] == 3);
  std::vector<int> carried;
  for (const Entry& entry : entries) {
    if (entry.slip && entry.kind != EntryKind::group) {
      carried.push_back(entry.line);
    }
  }
  CHECK(carried == std::vector{44, 46, 48, 49, 50, 51, 53, 55});
}

TEST_CASE("three weeks of a doctoral student's blog") {
  const auto last = real_log("datasets/logs/fuguigui_zh_Y2020W46-summary.md");
  const auto log = real_log("datasets/logs/fuguigui_zh_Y2020W45-Summary.md");
  if (!log || !last) {
    return;
  }
  CHECK(log->weeks[0].closed.id == "2020-W45");
  CHECK(log->weeks[0].date == "2020-11-09");
  const auto entries = entries_of(*log);
  CHECK(papers_of(entries)[Scheme::arxiv] == 4);
  CHECK(papers_of(entries)[Scheme::url] == 1);
  CHECK(count(entries, EntryKind::paper) == 5);
  const auto done = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.kind == EntryKind::paper && entry.outcome == Outcome::done;
  });
  CHECK(done == 2);
  CHECK(papers_of(entries_of(*last))[Scheme::arxiv] == 2);
}

TEST_CASE("two reading lists") {
  const auto flat = real_log("datasets/logs/armandmcqueen_en_reading_list.md");
  const auto nested = real_log("datasets/logs/jessicayung_en_papers-to-print.md");
  if (!flat || !nested) {
    return;
  }
  CHECK(papers_of(entries_of(*flat))[Scheme::arxiv] == 42);
  CHECK(count(entries_of(*flat), EntryKind::paper) == 46);  // some are listed twice
  CHECK(papers_of(entries_of(*nested))[Scheme::arxiv] == 24);
  for (const Section& section : flat->weeks[0].sections) {
    CHECK(section.kind == SectionKind::wanted);
  }
}

TEST_CASE("a year of weekly reports in plain text") {
  const fs::path folder = test::shared_folder() / "datasets/logs/mdrafiqulrabin_en_2021";
  if (!fs::exists(folder)) {
    MESSAGE("skipped: needs ", folder, " beside the project");
    return;
  }
  std::size_t plans = 0;
  std::size_t logs = 0;
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto log =
        parse_log(util::read_file(file.path().string()), {}, {file.path().filename().string(), ""});
    CAPTURE(file.path());
    ++logs;
    REQUIRE(log.weeks.size() == 1);
    CHECK(log.weeks[0].dated_by == "file name");
    CHECK(log.unread.empty());
    plans += static_cast<std::size_t>(
        std::any_of(log.weeks[0].sections.begin(), log.weeks[0].sections.end(),
                    [](const Section& section) { return section.kind == SectionKind::plan; }));
  }
  CHECK(logs == 22);
  CHECK(plans == 18);
}

}  // namespace papers::weekly
