#include "util/search_words.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"
#include "util/text.hpp"

using papers::util::is_unspaced;
using papers::util::search_words;

namespace {

using Words = std::vector<std::string>;

struct Row {
  std::string_view text;
  Words words;
};

const std::vector<Row> k_rows{
    {"", {}},
    {"  \t\n", {}},
    {"Speculative Decoding", {"speculative", "decoding"}},
    {"Poincaré, José", {"poincare", "jose"}},
    {"state-of-the-art", {"state", "of", "the", "art"}},
    {"C++ and F#, not C", {"c++", "and", "f#", "not", "c"}},
    {"a+b", {"a+", "b"}},
    {"+++ # -", {}},
    {"arXiv:2301.00001", {"arxiv", "2301", "00001"}},
    {"扩散模型", {"扩", "散", "模", "型"}},
    {"用LLM做推理v2", {"用", "llm", "做", "推", "理", "v2"}},
    {"ＦＵＬＬ width", {"full", "width"}},
    {"かな カナ", {"か", "な", "カ", "ナ"}},
    {"ภาษาไทย", {"ภ", "า", "ษ", "า", "ไ", "ท", "ย"}},
    {"Straße", {"strasse"}},
    {"\"quoted\" 'word'", {"quoted", "word"}},
    {"bad \xff\xfe bytes", {"bad", "bytes"}},
};

}  // namespace

TEST_CASE("a text is taken apart into folded words") {
  for (const Row& row : k_rows) {
    CAPTURE(row.text);
    CHECK(search_words(row.text) == row.words);
  }
}

TEST_CASE("characters of scripts without blanks are words of their own") {
  CHECK(is_unspaced("扩"));
  CHECK(is_unspaced("か"));
  CHECK_FALSE(is_unspaced("llm"));
  CHECK_FALSE(is_unspaced("한"));
  CHECK_FALSE(is_unspaced(""));
}

TEST_CASE("no text breaks it, and words of words are the same words") {
  for (const auto& text : papers::test::hostile_strings()) {
    const Words words = search_words(text.text);
    std::string joined;
    for (const std::string& word : words) {
      CHECK_FALSE(word.empty());
      CHECK(papers::util::is_utf8(word));
      joined += word + ' ';
    }
    CHECK(search_words(joined) == words);
  }
}
