#include <array>

#include <doctest/doctest.h>

#include "weekly/entry_kind.hpp"

using namespace papers::weekly;

TEST_CASE("amounts of courses, books and series are read with their ranges") {
  struct Row {
    std::string_view text;
    std::vector<Part> parts;
  };
  const std::array k_rows{
      Row{"MIT6.1234学习：lec5-6；lab看情况", {{"lecture", 5, 6}}},
      Row{"完成mit6.1234的lec3-4学习", {{"lecture", 3, 4}}},
      Row{"Lecture 7", {{"lecture", 7, 7}}},
      Row{"lectures 7 to 9", {{"lecture", 7, 7}}},
      Row{"cs999n的module2，lab 3", {{"module", 2, 2}, {"lab", 3, 3}}},
      Row{"第5-6讲", {{"lecture", 5, 6}}},
      Row{"第3章", {{"chapter", 3, 3}}},
      Row{"第3到5章", {{"chapter", 3, 5}}},
      Row{"Chapter 16: Automata", {{"chapter", 16, 16}}},
      Row{"script: page: 46-71 , problem set 3", {{"page", 46, 71}, {"homework", 3, 3}}},
      Row{"完成了cs999n的所有lecture", {{"lecture", 0, 0}}},
      Row{"all lectures", {{"lecture", 0, 0}}},
      Row{"Episode 9", {{"episode", 9, 9}}},
      Row{"lec 9-3", {{"lecture", 9, 9}}},  // no range goes backwards
      Row{"a collection of 5 selections", {}},
      Row{"hw", {}},
      Row{"lec99999999999999999999", {}},
      Row{"", {}},
  };
  for (const Row& row : k_rows) {
    CAPTURE(row.text);
    CHECK(find_parts(row.text) == row.parts);
  }
}
