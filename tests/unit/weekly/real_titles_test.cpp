// Guessing among thousands of real titles, where they lie beside the checkout: none is taken for another.

#include <filesystem>
#include <map>

#include <doctest/doctest.h>

#include "model/title_match.hpp"
#include "support/shared_folder.hpp"
#include "util/atomic_file.hpp"
#include "util/strings.hpp"
#include "weekly/title_guess.hpp"
#include "weekly/weekly_log.hpp"

namespace papers::weekly {
namespace {

namespace fs = std::filesystem;
using Match = TitleGuess::Match;

std::optional<std::string> shared_file(const std::string& path) {
  const fs::path file = test::shared_folder() / path;
  if (!fs::exists(file)) {
    MESSAGE("skipped: needs ", path, " beside the project");
    return std::nullopt;
  }
  MESSAGE("read: ", path);
  return util::read_file(file.string());
}

/// A column of a file with tabs, each value once.
std::vector<std::string> column(const std::string& text, std::size_t wanted) {
  std::map<std::string, std::string> by_key;
  for (const std::string_view line : util::split(text, '\n')) {
    const auto fields = util::split(line, '\t');
    if (!line.starts_with('#') && fields.size() > wanted && !fields[wanted].empty()) {
      by_key.emplace(model::title_key(fields[wanted]), fields[wanted]);
    }
  }
  std::vector<std::string> values;
  for (const auto& [key, value] : by_key) {
    values.push_back(value);
  }
  return values;
}

KnownTitles keep_all(const std::vector<std::string>& titles) {
  KnownTitles known;
  for (const std::string& title : titles) {
    known.add({title, "", std::nullopt, {}, true});
  }
  return known;
}

void collect_titles(const std::vector<Entry>& entries, std::vector<std::string>& titles) {
  for (const Entry& entry : entries) {
    if (entry.kind == EntryKind::paper && !entry.links.empty() && !entry.links.front().text.empty()) {
      titles.push_back(read_name(entry.title).title);
    }
    collect_titles(entry.entries, titles);
  }
}

std::vector<std::string> titles_of(const WeeklyLog& log) {
  std::vector<std::string> titles;
  for (const Week& week : log.weeks) {
    for (const Section& section : week.sections) {
      collect_titles(section.entries, titles);
    }
  }
  return titles;
}

}  // namespace

TEST_CASE("every title of hundreds of references is itself, and of two that are one work each other") {
  const auto text = shared_file("facts/seed-references.tsv");
  if (!text) {
    return;
  }
  const auto titles = column(*text, 2);
  REQUIRE(titles.size() > 300);
  const KnownTitles all = keep_all(titles);
  KnownTitles before;
  std::vector<std::string> seen_before;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    CAPTURE(titles[i]);
    const TitleGuess itself = all.guess(read_name(titles[i]));
    CHECK(itself.match == Match::same);
    CHECK(itself.works == std::vector{i});
    if (before.guess(read_name(titles[i])).match == Match::same) {
      seen_before.push_back(titles[i]);
    }
    before.add({titles[i], "", std::nullopt, {}, true});
  }
  // Medusa is cited under two titles.
  REQUIRE(seen_before.size() == 1);
  CHECK(seen_before.front().starts_with("Medusa: "));
}

TEST_CASE("no title of a real reading list is taken for another one of it") {
  for (const char* const path : {"datasets/logs/armandmcqueen_en_reading_list.md",
                                 "datasets/logs/jessicayung_en_papers-to-print.md"}) {
    const auto text = shared_file(path);
    if (!text) {
      continue;
    }
    KnownTitles known;
    std::map<std::string, std::size_t> place_of;
    for (const std::string& title : titles_of(parse_log(*text))) {
      CAPTURE(title);
      const TitleGuess guess = known.guess(read_name(title));
      const auto [place, is_new] = place_of.emplace(model::title_key(title), place_of.size());
      if (is_new) {
        CHECK(guess.match != Match::same);
        known.add({title, "", std::nullopt, {}, true});
      } else {
        CHECK(guess.works == std::vector{place->second});
      }
    }
    CHECK(place_of.size() > 20);
  }
}

TEST_CASE("the first user's names mean five papers") {
  const auto text = shared_file("facts/seed-papers.tsv");
  if (!text) {
    return;
  }
  const auto titles = column(*text, 1);
  const KnownTitles known = keep_all(titles);
  const auto meant = [&](std::string_view name) {
    const TitleGuess guess = known.guess(read_name(name));
    return guess.match == Match::same ? titles[guess.works.front()].substr(0, 12) : guess.why;
  };
  CHECK(meant("Medusa: Simple Framework for Accelerating LLM Generation with Multiple Decoding Heads") ==
        "Medusa: Simp");
  CHECK(meant("MEDUSA: Simple LLMInference Acceleration Framework with Multiple Decoding Heads") ==
        "Medusa: Simp");
  CHECK(meant("CLLM") == "CLLMs: Consi");
  CHECK(meant("CLLMs: Consistency Large Language Models") == "CLLMs: Consi");
  CHECK(meant("TRAINING-FREE SPECULATIVE JACOBI DECODING") == "Accelerating");
  CHECK(meant("ACCELERATING AUTO-REGRESSIVE TEXT-TO-IMAGE GENERATION WITH TRAINING-FREE SPECULATIVE JA COBI "
              "DECODING") == "Accelerating");
  CHECK(meant("Accelerating Large Language Model Decoding with Speculative Sampling") == "Accelerating");
  CHECK(meant("A Survey on Multimodal Large Language Models") == "A Survey on ");
  CHECK(meant("Attention") == "");
}

}  // namespace papers::weekly
