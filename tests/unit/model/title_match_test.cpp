#include "model/title_match.hpp"

#include <array>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::model;

namespace {

constexpr std::optional<int> k_no_year;
constexpr std::string_view k_long_title = "Parallel Decoding by Fixed Points of Small Models";

struct Row {
  WorkFacts a;
  WorkFacts b;
  TitleMatch expected;
  std::string_view doubt;
};

}  // namespace

TEST_CASE("the key of a title is without case, accents, punctuation and spaces") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_rows{
      {{"On-Line Décoding:  a Study", "onlinedecodingastudy"},
       {"Search & Rescue", "searchandrescue"},
       {"β-VAE", "betavae"},
       {"Λ calculus", "lambdacalculus"},
       {"并行 解码：研究", "并行解码研究"},
       {"C++17", "c17"},
       {"???", ""},
       {"", ""}}};
  for (const auto& row : k_rows) {
    const auto& [title, expected] = row;
    CAPTURE(row.first);
    CHECK(title_key(title) == expected);
  }
}

TEST_CASE("two descriptions are of one work when nothing speaks against it and enough for it") {
  using enum TitleMatch;
  const std::array k_rows{
      // everything agrees, however it is printed
      Row{{k_long_title, 2024, "Ana Brandt"},
          {"parallel decoding by fixed-points of small models.", 2024, "Brandt, A."},
          same,
          ""},
      Row{{k_long_title, 2023, "Ana Brandt"}, {k_long_title, 2024, "Brandt A"}, same, ""},
      // what one side does not know is no objection
      Row{{k_long_title, k_no_year, "Ana Brandt"}, {k_long_title, 2024, "Ana Brandt"}, same, ""},
      Row{{k_long_title, 2024, ""}, {k_long_title, 2024, "Ana Brandt"}, same, ""},
      Row{{k_long_title, k_no_year, ""}, {k_long_title, 2024, "Ana Brandt"}, same, ""},
      Row{{k_long_title, k_no_year, "Ana Brandt"}, {k_long_title, 2024, ""}, same, ""},
      // one contradiction
      Row{{k_long_title, 2022, "Ana Brandt"},
          {k_long_title, 2024, "Ana Brandt"},
          possible,
          "the years are 2022 and 2024"},
      Row{{k_long_title, 2024, "Ana Brandt"},
          {k_long_title, 2024, "Li Wu"},
          possible,
          "the first authors are Ana Brandt and Li Wu"},
      // two
      Row{{k_long_title, 2020, "Ana Brandt"},
          {k_long_title, 2024, "Li Wu"},
          different,
          "the years are 2020 and 2024, the first authors are Ana Brandt and Li Wu"},
      // middling titles need one witness, short ones two and no contradiction
      Row{{"Residual Streams", k_no_year, ""},
          {"Residual streams", 2024, "Ana Brandt"},
          possible,
          "so short a title is not enough without year and author"},
      Row{{"Residual Streams", 2024, ""}, {"Residual streams", 2024, "Ana Brandt"}, same, ""},
      Row{{"Streams", 2024, ""},
          {"Streams", 2024, "Ana Brandt"},
          possible,
          "so short a title is not enough without year and author"},
      Row{{"Streams", 2024, "A. Brandt"}, {"Streams", 2024, "Ana Brandt"}, same, ""},
      Row{{"Streams", 2021, "A. Brandt"},
          {"Streams", 2024, "Ana Brandt"},
          different,
          "the years are 2021 and 2024"},
      Row{{"流式模型研究", 2024, ""}, {"流式 模型 研究", 2024, "王小明"}, same, ""},
      Row{{"流式", 2024, ""},
          {"流式", 2024, "王小明"},
          possible,
          "so short a title is not enough without year and author"},
      // a subtitle, and letters that differ
      Row{{"Residual Streams: A Survey", 2024, "Ana Brandt"},
          {"Residual Streams", 2024, "Ana Brandt"},
          possible,
          "one title goes on where the other ends"},
      Row{{"Residual Streams", k_no_year, ""},
          {"Residual Streams (extended version)", 2024, "Ana Brandt"},
          possible,
          "one title goes on where the other ends"},
      Row{{"Streams: A Survey", 2024, "Ana Brandt"},
          {"Streams", 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      Row{{"Residual Streams: A Survey", 2019, "Ana Brandt"},
          {"Residual Streams", 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      Row{{"Paralel Decoding by Fixed Points of Small Models", 2024, "Ana Brandt"},
          {k_long_title, 2024, "Ana Brandt"},
          possible,
          "the titles differ in 1 letters"},
      Row{{"Serial Decoding by Fixed Points of Small Models", 2024, "Ana Brandt"},
          {k_long_title, 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      // numbers are never a slip of the pen
      Row{{"On the Decoding of Small Models, Part 1", 2024, "Ana Brandt"},
          {"On the Decoding of Small Models, Part 2", 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      Row{{"On the Decoding of Small Models II", 2024, "Ana Brandt"},
          {"On the Decoding of Small Models III", 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      Row{{"On the Decoding of Small Models", 2024, "Ana Brandt"},
          {"On the Decoding of Small Models II", 2024, "Ana Brandt"},
          different,
          "the titles differ"},
      // nothing to compare
      Row{{"", 2024, "Ana Brandt"}, {"", 2024, "Ana Brandt"}, different, "a title is missing"},
      Row{{"?!", 2024, "Ana Brandt"}, {k_long_title, 2024, "Ana Brandt"}, different, "a title is missing"},
  };
  for (const Row& row : k_rows) {
    CAPTURE(row.a.title);
    CAPTURE(row.b.title);
    CAPTURE(row.doubt);
    const TitleJudgement judgement = match_titles(row.a, row.b);
    CHECK(judgement.match == row.expected);
    CHECK(judgement.doubt == row.doubt);
    CHECK(match_titles(row.b, row.a).match == row.expected);
  }
}

TEST_CASE("first authors agree when the family name of one is in the other") {
  struct Names {
    std::string_view a;
    std::string_view b;
    TitleMatch expected;
  };
  using enum TitleMatch;
  constexpr std::array<Names, 17> k_rows{{{"Ana Brandt", "Brandt", same},
                                          {"Brandt, Ana", "A. Brandt", same},
                                          {"Brandt AB", "Ana Brandt", same},
                                          {"Jan van den Berg", "Berg, J.", same},
                                          {"Jörg Müller", "Mueller, J.", same},
                                          {"Brandt et al.", "Ana Brandt", same},
                                          {"Brandt et al.", "Wu et al.", possible},
                                          {"Brandt, A. and Wu, L.", "Ana Brandt", same},
                                          {"Brandt and Wu", "Li Wu", possible},
                                          {"A. Smith-Jones", "A. Smith Jones", same},
                                          {"O'Hara", "Mary OHara", same},
                                          {"Łukasz Nowak", "Nowak Ł.", same},
                                          {"王小明", "Xiaoming Wang", same},
                                          {"王小明", "王小明", same},
                                          {"王小明", "李四", possible},
                                          {"The ABC Collaboration", "ABC Collaboration", same},
                                          {"Ana Brandt", "Ana Wu", possible}}};
  for (const Names& row : k_rows) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(match_titles({k_long_title, 2024, row.a}, {k_long_title, 2024, row.b}).match == row.expected);
    CHECK(match_titles({k_long_title, 2024, row.b}, {k_long_title, 2024, row.a}).match == row.expected);
  }
}

TEST_CASE("hostile titles and names are judged without harm, and a doubt is one short line") {
  const auto hostile_strings = test::hostile_strings();
  for (const test::HostileString& hostile : hostile_strings) {
    CAPTURE(hostile.name);
    const std::string_view other = hostile_strings.back().text;
    const TitleJudgement judgement =
        match_titles({k_long_title, 2024, hostile.text}, {k_long_title, 2024, other});
    CHECK(judgement.doubt.size() < 200);
    CHECK(judgement.doubt.find('\n') == std::string::npos);
    CHECK(match_titles({hostile.text, 2024, ""}, {k_long_title, 2024, ""}).match == TitleMatch::different);
  }
}
