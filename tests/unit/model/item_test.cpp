#include "papers/item.hpp"

#include <array>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;

namespace {

Item work(std::vector<std::string> authors, std::optional<int> year, std::string title) {
  Item item;
  item.ids = {{Scheme::arxiv, "2403.00835"}};
  item.authors = std::move(authors);
  item.year = year;
  item.title = std::move(title);
  return item;
}

}  // namespace

TEST_CASE("every name of an enumeration is read back as the same") {
  for (const auto kind : k_kinds) {
    CHECK(kind_named(name_of(kind)) == kind);
  }
  for (const auto state : k_states) {
    CHECK(state_named(name_of(state)) == state);
  }
  for (const auto level : k_levels) {
    CHECK(level_named(name_of(level)) == level);
  }
  for (const auto priority : k_priorities) {
    CHECK(priority_named(name_of(priority)) == priority);
  }
}

TEST_CASE("names are those that readers type") {
  CHECK(name_of(Kind::post) == "post");
  CHECK(name_of(State::parked) == "parked");
  CHECK(name_of(Level::reproduce) == "reproduce");
  CHECK(name_of(Priority::high) == "H");
  CHECK(priority_named("high") == Priority::high);
  CHECK(priority_named("h") == Priority::high);
  CHECK(priority_named("Medium") == Priority::medium);
  for (const auto* unknown : {"", "papers", "Paper", "x"}) {
    CHECK_FALSE(kind_named(unknown).has_value());
    CHECK_FALSE(state_named(unknown).has_value());
    CHECK_FALSE(level_named(unknown).has_value());
    CHECK_FALSE(priority_named(unknown).has_value());
  }
}

TEST_CASE("kept are the items that the reader decided for") {
  CHECK(is_kept(State::queued));
  CHECK(is_kept(State::reading));
  CHECK(is_kept(State::paused));
  CHECK(is_kept(State::read));
  CHECK_FALSE(is_kept(State::found));
  CHECK_FALSE(is_kept(State::parked));
  CHECK_FALSE(is_kept(State::dropped));
}

TEST_CASE("the byline names first author and year") {
  CHECK(byline(work({"Siqi Kou", "Lanxiang Hu"}, 2024, "")) == "Kou+ 2024");
  CHECK(byline(work({"Song, Yang"}, 2023, "")) == "Song 2023");
  CHECK(byline(work({"Siqi Kou", "Lanxiang Hu"}, {}, "")) == "Kou+");
  CHECK(byline(work({"Aaron van den Oord", "Yazhe Li"}, 2018, "")) == "van den Oord+ 2018");
  CHECK(byline(work({"A. Team"}, 2024, "")) == "Team 2024");
  CHECK(byline(work({"World Health Organization", "A B"}, 2016, "")) == "World Health Organization+ 2016");
  CHECK(byline(work({"International Organization for Standardization"}, 2015, "")) ==
        "International Organization … 2015");
  CHECK(byline(work({}, 2023, "")) == "2023");
  CHECK(byline(work({}, {}, "")).empty());
}

TEST_CASE("an item without a title shows its identity") {
  CHECK(display_title(work({}, {}, "A title")) == "A title");
  CHECK(display_title(work({}, {}, "")) == "[arXiv:2403.00835]");
  CHECK(display_title(Item{}).empty());
}

TEST_CASE("citation keys are made of surname, year and the first word that carries meaning") {
  struct Row {
    std::vector<std::string> authors;
    std::optional<int> year;
    std::string title;
    std::string key;
  };
  const std::array<Row, 18> rows{{
      {{"Siqi Kou"}, 2024, "CLLMs: Consistency Large Language Models", "kou2024cllms"},
      {{"Élodie Müller"}, 2020, "On the Theory of X", "muller2020theory"},
      {{"Müller, Élodie"}, 2020, "A An The To And With For In", "muller2020"},
      {{"J. O'Neil"}, 1999, "What's new?", "oneil1999whats"},
      {{"Aaron van den Oord"}, 2018, "Representation Learning", "vandenoord2018representation"},
      {{"van den Oord, Aaron"}, 2018, "Representation Learning", "vandenoord2018representation"},
      {{"Ada Lovelace"}, {}, "Self-attention", "lovelaceself"},
      {{"王小明"}, 2024, "深度学习", "item2024"},
      {{"王小明"}, 2024, "深度学习 with BERT", "item2024bert"},
      {{}, 2024, "Notes", "item2024notes"},
      {{}, {}, "", "item"},
      {{"Ł. Ørsted"}, 1820, "«Électricité»", "orsted1820electricite"},
      {{"A B"}, 2000, "$\\pi_0$ models", "b2000pi"},
      {{"The"}, 2000, "3D vision", "the20003d"},
      {{"World Health Organization"}, 2016, "Health statistics", "world2016health"},
      {{"The University of Nowhere"}, 2016, "Notes", "university2016notes"},
      {{"DeepSeek-AI Team"}, 2025, "Reports", "deepseekai2025reports"},
      {{"\xff\x1b"}, 2000, "\x1b[2J", "item20002j"},
  }};
  for (const auto& row : rows) {
    CAPTURE(row.key);
    CHECK(citation_key(work(row.authors, row.year, row.title)) == row.key);
  }
}

TEST_CASE("citation keys are short and safe for any text") {
  auto texts = test::hostile_strings();
  texts.push_back({"long word", "T", std::string(1U << 20U, 'a')});
  for (const auto& hostile : texts) {
    CAPTURE(hostile.name);
    const auto key = citation_key(work({hostile.text}, 2024, hostile.text));
    CHECK(key.size() <= 80);
    CHECK_FALSE(key.empty());
    CHECK(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
  }
}
