#include "app/search_query.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

/// "[draft model] [decod*] -[medusa]": what is looked for, in one line.
std::string terms_of(const std::vector<std::string>& words) {
  const auto query = app::parse_search(words, "2024-11-17");
  if (!query) {
    return query.error().message;
  }
  std::string text;
  for (const SearchTerm& term : query->terms) {
    text += (text.empty() ? "" : " ") + std::string(term.negated ? "-" : "") + '[' +
            util::join(term.words, " ") + (term.open ? "*]" : "]");
  }
  return text;
}

struct Row {
  std::vector<std::string> words;
  std::string terms;
};

const std::vector<Row> k_rows{
    {{"decoding"}, "[decoding*]"},
    {{"Speculative", "DÉCODING"}, "[speculative*] [decoding*]"},
    {{"speculative decoding"}, "[speculative*] [decoding*]"},
    {{"RL"}, "[rl]"},
    {{"RL*"}, "[rl*]"},
    {{"decod*"}, "[decod*]"},
    {{"\"draft model\""}, "[draft model]"},
    {{"“draft model”", "x"}, "[draft model] [x]"},
    {{"「扩散模型」"}, "[扩 散 模 型]"},
    {{"扩散模型"}, "[扩 散 模 型]"},
    {{"扩散", "模型"}, "[扩 散] [模 型]"},
    {{"用LLM"}, "[用 llm*]"},
    {{"state-of-the-art"}, "[state of the art*]"},
    {{"C++"}, "[c++*]"},
    {{"c#"}, "[c#]"},
    {{"arXiv:2301.00001"}, "[2301 00001]"},
    {{"2301.00001v2"}, "[2301 00001]"},
    {{"https://arxiv.org/abs/2301.00001"}, "[2301 00001]"},
    {{"doi:10.1145/3600006.3613165"}, "[10 1145 3600006 3613165]"},
    {{"re:zero"}, "[re zero*]"},
    {{"foo", "-medusa"}, "[foo*] -[medusa*]"},
    {{"foo", "-\"draft model\""}, "[foo*] -[draft model]"},
    {{"foo -扩散"}, "[foo*] -[扩 散]"},
    {{"foo", "-"}, "[foo*]"},
    {{"foo", "- bar"}, "[foo*] [bar*]"},
    {{"foo", "--bar"}, "[foo*] -[bar*]"},
    {{"foo", "\""}, "[foo*]"},
    {{"\"foo bar"}, "[foo*] [bar*]"},
    {{"it's"}, "[it s]"},
    {{"5\" disk"}, "[5] [disk*]"},
    {{"foo", "\"\""}, "[foo*]"},
    {{"foo foo FOO"}, "[foo*]"},
    {{"what is attention"}, "[attention*]"},
    {{"what is it"}, "[what*] [is] [it]"},
    {{"\"what is\" it"}, "[what is]"},
    {{"AND OR NOT NEAR(a b)"}, "[not*] [near a] [b]"},
    {{"title:foo*"}, "[title foo*]"},
    {{"{a b}:c^2"}, "[b c 2]"},
    {{"(foo)", "bar;", "' OR 1=1 --"}, "[foo*] [bar*] [1 1]"},
    {{"foo", "tag:vlm", "-author:song"}, "[foo*]"},
    {{"foo author:\"van den Oord\" bar"}, "[foo*] [bar*]"},
    {{"foo tag:vlm"}, "[foo*]"},
    {{"\"tag:vlm\""}, "[tag vlm]"},
};

}  // namespace

TEST_CASE("what is typed is understood, whatever it is") {
  for (const Row& row : k_rows) {
    CAPTURE(util::join(row.words, " | "));
    CHECK(terms_of(row.words) == row.terms);
  }
}

TEST_CASE("conditions are those of list") {
  const auto query =
      app::parse_search({"foo", "state:found", "-year:2020..", "author:\"van den\""}, "2024-11-17");
  REQUIRE(query.ok());
  CHECK(query->filter.states() == std::vector{State::found});
  Item item;
  item.state = State::found;
  item.authors = {"Aäron van den Oord"};
  item.year = 2018;
  CHECK(query->filter.matches(item));
  item.year = 2021;
  CHECK_FALSE(query->filter.matches(item));
}

TEST_CASE("what was dropped is looked for only on demand") {
  const auto states = [](const std::vector<std::string>& words) {
    return app::parse_search(words, "2024-11-17")->filter.states();
  };
  CHECK(states({"foo"}).size() == k_states.size() - 1);
  CHECK(states({"foo", "state:dropped"}) == std::vector{State::dropped});
  CHECK(states({"foo", "state:any"}).size() == k_states.size());
}

TEST_CASE("what cannot be meant is refused with the next step") {
  const std::vector<Row> rows{{{}, "no word to look for"},
                              {{"-foo"}, "no word to look for"},
                              {{"+++"}, "no word to look for"},
                              {{"tag:vlm", "-kind:code"}, "papers list tag:vlm -kind:code"},
                              {{"foo", "state:quued"}, "state:queued"},
                              {{"foo", "yaer:2020"}, "year:2020"},
                              {{"foo", "year:soon"}, "expected a year"}};
  for (const auto& row : rows) {
    const auto& [words, part] = row;
    CAPTURE(row.terms);
    const auto query = app::parse_search(words, "2024-11-17");
    REQUIRE_FALSE(query.ok());
    CHECK(query.error().code == ExitCode::usage);
    CHECK(query.error().message.find(part) != std::string::npos);
  }
  std::vector<std::string> many;
  for (int i = 0; i < 65; ++i) {
    many.push_back("word" + std::to_string(i));
  }
  CHECK_FALSE(app::parse_search(many, "2024-11-17").ok());
}

TEST_CASE("no text at all breaks it") {
  for (const auto& hostile : test::hostile_strings()) {
    const auto query = app::parse_search({"foo", hostile.text}, "2024-11-17");
    if (query) {
      CHECK_FALSE(query->terms.empty());
      for (const SearchTerm& term : query->terms) {
        CHECK_FALSE(term.words.empty());
        CHECK(util::join(term.words, " ").find('"') == std::string::npos);
      }
    }
  }
}

}  // namespace papers
