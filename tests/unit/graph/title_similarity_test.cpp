#include "graph/title_similarity.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace papers::graph {
namespace {

using Words = std::vector<std::string>;

TEST_CASE("words are runs of ASCII letters and digits, in lower case, each once, by alphabet") {
  struct Row {
    const char* title;
    Words words;
  };
  const Row rows[] = {
      {"", {}},
      {"The Of and A METHOD", {}},
      {"Attention Is All You Need", {"all", "attention", "need", "you"}},
      {"Walks, walks & random-walks", {"random", "walks"}},
      {"GPT-4: x y 3D (2024)", {"2024", "3d", "gpt"}},
      {"Poincar\u00e9 na\u00efve", {"na", "poincar", "ve"}},
      {"\u5e76\u884c\u89e3\u7801 with LLMs\u3002", {"llms"}},
      {"-- !", {}},
      {"Methodical usefulness", {"methodical", "usefulness"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.title);
    CHECK(title_words(row.title) == row.words);
  }
}

double similarity(const std::vector<std::string_view>& titles, const std::vector<Place>& kept, Place place) {
  return TitleSimilarity(titles, kept).match(place).similarity;
}

TEST_CASE("the same words are as similar as can be, none shared not at all") {
  CHECK(similarity({"gauge theory", "theory of the gauge", "else"}, {0}, 1) ==
        doctest::Approx(1).epsilon(1e-12));
  CHECK(similarity({"gauge theory", "theory of the gauge", "else"}, {0}, 2) == 0);
}

TEST_CASE("rare words count for more") {
  // Of three titles "gauge" is in two, "field" and "theory" in one: weights ln 2.5 and ln 4.
  const double common = std::log(2.5);
  const double rare = std::log(4);
  CHECK(similarity({"gauge theory", "gauge field", "other"}, {0}, 1) ==
        doctest::Approx(common * common / (common * common + rare * rare)).epsilon(1e-12));
}

TEST_CASE("titles without words count among the titles, unknown ones do not") {
  const double shared = std::log(1 + 3.0 / 2);
  const double own = std::log(1 + 3.0 / 1);
  CHECK(similarity({"gauge", "gauge field", "\u89c4\u8303", ""}, {0}, 1) ==
        doctest::Approx(shared / std::hypot(shared, own)).epsilon(1e-12));
}

TEST_CASE("without a titled kept paper nothing is similar") {
  CHECK(similarity({"gauge", ""}, {}, 0) == 0);
  CHECK(similarity({"gauge", ""}, {1}, 0) == 0);
  CHECK(similarity({"gauge", ""}, {0}, 1) == 0);
}

}  // namespace
}  // namespace papers::graph
