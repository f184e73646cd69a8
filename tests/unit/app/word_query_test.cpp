#include "app/word_query.hpp"

#include <doctest/doctest.h>

#include "util/text.hpp"

namespace papers {
namespace {

using app::WordQuery;

bool all(const WordQuery& query, std::string_view text) {
  for (const bool found : query.found_in(text)) {
    if (!found) {
      return false;
    }
  }
  return true;
}

TEST_CASE("words are found without case and accents, at the beginning of words") {
  CHECK(all(WordQuery("jacobi"), "The Jacobian of it"));
  CHECK(all(WordQuery("POINCARE"), "on Poincaré maps"));
  CHECK(all(WordQuery("self-attention"), "Self attention is all"));
  CHECK_FALSE(all(WordQuery("iteration"), "a reiteration"));
  CHECK_FALSE(all(WordQuery("jacobi iteration"), "a Jacobi method"));
}

TEST_CASE("short words are found whole") {
  CHECK(all(WordQuery("RL"), "learning by RL."));
  CHECK_FALSE(all(WordQuery("RL"), "in the rlhf setting"));
}

TEST_CASE("scripts without blanks are found anywhere") {
  CHECK(all(WordQuery("注意力"), "深度学习的注意力机制"));
  CHECK(all(WordQuery("注意力？"), "注意力机制"));
  CHECK_FALSE(all(WordQuery("卷积"), "注意力机制"));
}

TEST_CASE("words that say nothing are left out, unless there are no others") {
  CHECK(WordQuery("what is a Jacobi iteration?").size() == 2);
  CHECK(WordQuery("what is it?").size() == 3);
  CHECK(WordQuery("?!").empty());
  CHECK(WordQuery("draft Draft DRAFT").size() == 1);
}

TEST_CASE("an excerpt stands around the first word found and fits the columns") {
  const std::string text =
      "Autoregressive decoding is slow. We cast it as a nonlinear system of equations and solve it with the "
      "Jacobi iteration, which converges in fewer steps.";
  const WordQuery query("jacobi");
  for (const std::size_t columns : {30U, 50U, 70U}) {
    const std::string excerpt = query.excerpt(text, columns);
    CAPTURE(excerpt);
    CHECK(util::width(excerpt) <= columns);
    CHECK(excerpt.find("Jacobi") != std::string::npos);
    CHECK(excerpt.starts_with("…"));
    CHECK(excerpt.ends_with("…"));
  }
  CHECK(query.excerpt(text, 50) == "…it with the Jacobi iteration, which converges in…");
  CHECK(query.excerpt("The Jacobi method", 50) == "The Jacobi method");
  CHECK(WordQuery("absent").excerpt(text, 20) == "Autoregressive deco…");
}

TEST_CASE("an excerpt of a text without blanks fits too") {
  const std::string text =
      "深度学习是机器学习的一个分支它使用多层神经网络来学习数据的表示其中注意力机制是一种重要的方法";
  const std::string excerpt = WordQuery("注意力").excerpt(text, 30);
  CAPTURE(excerpt);
  CHECK(util::width(excerpt) <= 30);
  CHECK(excerpt.find("注意力") != std::string::npos);
  CHECK(util::is_utf8(excerpt));
}

TEST_CASE("letters that become longer when folded do not shift the excerpt") {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "ﬃ ";
  }
  text += "the Jacobi iteration";
  CHECK(WordQuery("jacobi").excerpt(text, 30).find("Jacobi") != std::string::npos);
}

}  // namespace
}  // namespace papers
