#include "util/edit_distance.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers::util;

TEST_CASE("the distance counts insertions, deletions, substitutions and swaps of neighbours") {
  struct Row {
    std::string_view a;
    std::string_view b;
    std::size_t distance;
  };
  constexpr std::array<Row, 10> k_rows{{{"", "", 0},
                                        {"", "abc", 3},
                                        {"abc", "", 3},
                                        {"same", "same", 0},
                                        {"kitten", "sitting", 3},
                                        {"export", "exprot", 1},
                                        {"ab", "ba", 1},
                                        {"abcd", "badc", 2},
                                        {"list", "lists", 1},
                                        {"ca", "abc", 3}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b) == row.distance);
    CHECK(edit_distance(row.b, row.a) == row.distance);
  }
}

TEST_CASE("the nearest choice is offered when at most a third of the word is wrong") {
  constexpr std::array<std::string_view, 4> k_choices{"export", "import", "list", "trail"};
  CHECK(nearest("exprot", k_choices) == "export");
  CHECK(nearest("imprt", k_choices) == "import");
  CHECK(nearest("list", k_choices) == "list");
  CHECK(nearest("lst", k_choices) == "list");
  CHECK_FALSE(nearest("ls", k_choices).has_value());
  CHECK_FALSE(nearest("banana", k_choices).has_value());
  CHECK_FALSE(nearest("", k_choices).has_value());
  CHECK_FALSE(nearest("list", {}).has_value());
}

TEST_CASE("of equally near choices the first is offered") {
  constexpr std::array<std::string_view, 2> k_choices{"cart", "card"};
  CHECK(nearest("carx", k_choices) == "cart");
}
