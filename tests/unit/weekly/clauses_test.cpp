#include "weekly/clauses.hpp"

#include <doctest/doctest.h>

using namespace papers::weekly;

namespace {

std::vector<std::string_view> clauses(const Draft& draft) {
  std::vector<std::string_view> texts;
  for (const Clause& clause : split_clauses(draft, refs_of(draft), draft.text.size())) {
    texts.push_back(text_of(draft, clause));
  }
  return texts;
}

std::vector<Naming> namings(const Draft& draft) {
  const auto refs = refs_of(draft);
  return namings_of(draft, split_clauses(draft, refs, draft.text.size()).front());
}

}  // namespace

TEST_CASE("wide signs part clauses, narrow ones and those in brackets do not") {
  using Texts = std::vector<std::string_view>;
  CHECK(clauses({"跑代码，如nano；测试。", {}}) == Texts{"跑代码", "如nano", "测试"});
  CHECK(clauses({"睡觉（午觉，也算）", {}}) == Texts{"睡觉（午觉，也算）"});
  CHECK(clauses({"Attention, please; now.", {}}) == Texts{"Attention, please; now."});
  CHECK(clauses({"a，b", {{0, 5, "https://a.org"}}}) == Texts{"a，b"});
  CHECK(clauses({"，，", {}}).empty());
  CHECK(clauses({"", {}}).empty());
}

TEST_CASE("a name before a bare address is what it is called") {
  const auto one = namings({"A Title: of It (https://a.org/x)", {}});
  REQUIRE(one.size() == 1);
  CHECK(one[0].title == "A Title: of It");
  CHECK(one[0].links == std::vector{Link{"", "https://a.org/x"}});

  const auto labelled = namings({"Fuzzing: https://a.org/x, Search GA: https://a.org/y", {}});
  REQUIRE(labelled.size() == 2);
  CHECK(labelled[0].title == "Fuzzing");
  CHECK(labelled[1].title == "Search GA");

  const auto both = namings({"A Title https://a.org/x https://a.org/y", {}});
  REQUIRE(both.size() == 1);
  CHECK(both[0].links.size() == 2);
}

TEST_CASE("links are things of their own, but for those that say slides") {
  const Draft two{"A and B", {{0, 1, "https://a.org"}, {6, 7, "https://b.org"}}};
  REQUIRE(namings(two).size() == 2);
  CHECK(namings(two)[1].title == "B");
  const Draft companion{"A. Blog", {{0, 1, "https://a.org"}, {3, 7, "https://b.org"}}};
  REQUIRE(namings(companion).size() == 1);
  CHECK(namings(companion)[0].links.size() == 2);
}

TEST_CASE("each arXiv id in a text is a paper") {
  const auto ids = namings({"todo: topological, 1810.03068, 2010.15010", {}});
  REQUIRE(ids.size() == 2);
  CHECK(ids[1].links == std::vector{Link{"", "2010.15010"}});
}

TEST_CASE("what is wrapped around a title is taken off") {
  CHECK(unwrapped("[A Title]") == "A Title");
  CHECK(unwrapped("《半个喜剧》") == "半个喜剧");
  CHECK(unwrapped("A Title.") == "A Title");
  CHECK(unwrapped("Papers:") == "Papers");
  CHECK(unwrapped("[A] and [B]") == "[A] and [B]");
  CHECK(unwrapped("[]") == "[]");
  CHECK(unwrapped("") == "");
}

TEST_CASE("dropping keeps links where their texts are") {
  Draft draft{"[ ] A（顺延）B", {{4, 5, "https://a.org"}, {17, 18, "https://b.org"}}};
  drop_front(draft, 3);
  CHECK(draft.text == "A（顺延）B");
  drop(draft, 1, std::string_view("（顺延）").size());
  CHECK(draft.text == "AB");
  CHECK(draft.links == std::vector<LinkAt>{{0, 1, "https://a.org"}, {1, 2, "https://b.org"}});
}
