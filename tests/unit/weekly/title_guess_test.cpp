#include "weekly/title_guess.hpp"

#include <array>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

using Match = TitleGuess::Match;

KnownWork kept(std::string title) {
  return {std::move(title), "", std::nullopt, {}, true};
}

KnownWork cited(std::string title) {
  return {std::move(title), "", std::nullopt, {}, false};
}

KnownTitles library() {
  return KnownTitles(
      {kept("PDSMs: Parallel Decoding of Small Models"),
       kept("Lantern: Simple Decoding Acceleration Scheme with Many Small Draft Heads"),
       kept("Accelerating Token-by-token Image Models with Blockwise Residual Drafting of Patches"),
       kept("On the Fixed Points of Parallel Decoding with Small Models"),
       cited("Improved Baselines with Careful Visual Tuning"),
       cited("Lantern: A Light in the Dark Ages of Steam"), cited("Drafting"),
       cited("On the Decoding of Small Models, Part 1"), cited("Kerosene: Pouring Oil Into Lamps")});
}

}  // namespace

TEST_CASE("names in logs are the works that they mean") {
  struct Row {
    std::string_view name;
    std::size_t work;
  };
  constexpr std::array k_rows{
      Row{"PDSMs: Parallel Decoding of Small Models", 0},
      Row{"PDSM", 0},
      Row{"pdsms", 0},
      Row{"Lantern", 1},  // of two the one that is kept
      Row{"PDSMs: PARALLEL DECODINGOF SMALL MO DELS", 0},
      Row{"Lantern: Simple Scheme for Accelerating Decoding with Many Small Draft Heads", 1},
      Row{"LANTERN: Simple DecodingAcceleration Scheme with Many Small Draft Heads", 1},
      Row{"BLOCKWISE RESIDUAL DRAFTING OF PATCHES", 2},
      Row{"On the Fixed Point of Paralel Decoding with Small Models", 3},
      Row{"on the fixed-points of parallel decoding with small models.", 3},
  };
  const KnownTitles known = library();
  for (const Row& row : k_rows) {
    CAPTURE(row.name);
    const TitleGuess guess = known.guess(read_name(row.name));
    CHECK(guess.match == Match::same);
    CHECK(guess.works == std::vector{row.work});
  }
}

TEST_CASE("what could be another work is doubtful, and the doubt is said") {
  struct Row {
    std::string_view name;
    Match match;
    std::string_view why;
  };
  const std::array k_rows{
      Row{"Kerosene", Match::possible, "what stands before the colon"},  // an ordinary word, not kept
      Row{"Careful Visual Tuning", Match::possible, "only part of the title"},
      Row{"Parallel Decoding of Small Models", Match::possible, "only part of the title"},
      Row{"Lantern: Simple Scheme of Many Heads and Other Ideas", Match::possible,
          "the same name before the colon, but other words behind it"},
      Row{"On the Decoding of Small Models, Part 2", Match::none, ""},
      Row{"On the Fixed Points of Serial Decoding with Large Tables", Match::none, ""},
      Row{"Drafting of Bills", Match::none, ""},
      Row{"PD", Match::none, ""},
      Row{"", Match::none, ""},
  };
  const KnownTitles known = library();
  for (const Row& row : k_rows) {
    CAPTURE(row.name);
    const TitleGuess guess = known.guess(read_name(row.name));
    CHECK(guess.match == row.match);
    CHECK(guess.why == row.why);
  }
}

TEST_CASE("a name that fits two works is neither of them") {
  const KnownTitles known({kept("XQA: a Study"), kept("XQA: Another Study of It")});
  const TitleGuess guess = known.guess(read_name("XQA"));
  CHECK(guess.match == Match::possible);
  CHECK(guess.works.size() == 2);
  CHECK(guess.why == "2 works are called so");
}

TEST_CASE("part of a title is enough for what the reader keeps, not for what is merely cited") {
  const std::string title = "Accelerating Image Models with Blockwise Residual Drafting of Patches";
  const LogName name = read_name("Blockwise Residual Drafting of Patches");
  CHECK(KnownTitles({kept(title)}).guess(name).match == Match::same);
  CHECK(KnownTitles({cited(title)}).guess(name).match == Match::possible);
}

TEST_CASE("the log's own names for a work are known from then on, also for longer titles") {
  KnownTitles known({cited("Something Else Entirely")});
  known.add({"", "", std::nullopt, {}, true});
  known.add_alias(1, "PDSM");
  known.add_alias(1, "BLOCKWISE RESIDUAL DRAFTING OF PATCHES");
  CHECK(known.guess(read_name("PDSMs: Parallel Decoding of Small Models")).works ==
        std::vector<std::size_t>{1});
  CHECK(
      known.guess(read_name("Accelerating Image Models with Blockwise Residual Drafting of Patches")).match ==
      Match::same);
  known.add_alias(0, "Diffusion");
  CHECK(known.guess(read_name("Diffusion: a Survey of Everything")).match == Match::possible);
}

TEST_CASE("a year or an author that speaks against a work makes every rule doubtful") {
  const KnownTitles known({{"PDSMs: Parallel Decoding of Small Models", "Ana Brandt", 2024, {}, true}});
  CHECK(known.guess(read_name("PDSM (Brandt et al., 2024)")).match == Match::same);
  CHECK(known.guess(read_name("PDSM (Brandt et al., 2019)")).match == Match::possible);
  CHECK(known.guess(read_name("PDSM (Wu et al., 2024)")).match == Match::possible);
  CHECK(known.guess(read_name("PDSMs: Parallel Decoding of Small Models (Wu et al., Feb 2019)")).match !=
        Match::same);
}

TEST_CASE("aliases, authors and years are read off a name") {
  const LogName full = read_name("[DRAFT-E] Zero-Shot Drafting (Real and Aggarwal et. al., Feb 2018)");
  CHECK(full.title == "Zero-Shot Drafting");
  CHECK(full.alias == "DRAFT-E");
  CHECK(full.author == "Real");
  CHECK(full.year == 2018);
  CHECK(read_name("Deep Drafting (Uber, Dec 2017)").author.empty());
  CHECK(read_name("Deep Drafting (Uber, Dec 2017)").year == 2017);
  CHECK(read_name("Drafting (Draft networks)").title == "Drafting (Draft networks)");
  CHECK(read_name("[] a").title == "[] a");
  CHECK(read_name("[a]").alias.empty());
}

TEST_CASE("hostile names match nothing that they are not") {
  const KnownTitles known = library();
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    CHECK(known.guess(read_name(hostile.text)).match != Match::same);
    CHECK(KnownTitles({kept(hostile.text)})
              .guess(read_name("On the Fixed Points of Parallel Decoding"))
              .match != Match::same);
  }
}
