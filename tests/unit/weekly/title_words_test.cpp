#include "weekly/title_words.hpp"

#include <doctest/doctest.h>

using namespace papers::weekly;

namespace {

Containment contained(std::string_view shorter, std::string_view longer) {
  return containment(words_of_title(shorter), words_of_title(longer));
}

bool misspelt(std::string_view a, std::string_view b) {
  return is_misspelling(words_of_title(a), words_of_title(b));
}

}  // namespace

TEST_CASE("a title is its words, and what stands before its colon") {
  const TitleWords words = words_of_title("PDSMs: Parallel Décoding of Small-Models");
  CHECK(words.key == "pdsmsparalleldecodingofsmallmodels");
  CHECK(words.words == std::vector<std::string>{"pdsms", "parallel", "decoding", "of", "small", "models"});
  CHECK(words.stems == std::vector<std::string>{"decodi", "model", "parall", "pdsm", "small"});
  CHECK(words.head == "pdsm");
  CHECK(words.has_subtitle);
  CHECK(words.is_coined);
}

TEST_CASE("a short title is all head, a long one has none") {
  CHECK(words_of_title("Lantern").head == "lantern");
  CHECK_FALSE(words_of_title("Lantern").is_coined);
  CHECK(words_of_title("GPT-2").is_coined);
  CHECK_FALSE(words_of_title("Database Cracking: a Study").is_coined);
  CHECK_FALSE(words_of_title("LANTERN: A STUDY").is_coined);
  CHECK(words_of_title("On the Fixed Points").head.empty());
  CHECK(words_of_title("").key.empty());
}

TEST_CASE("words count as the same by their first six letters") {
  CHECK(overlap(words_of_title("Accelerating Generation"), words_of_title("Acceleration of Generations")) ==
        1.0);
  CHECK(overlap(words_of_title("Large Models"), words_of_title("Small Models")) == 0.5);
  CHECK(overlap(words_of_title("the of"), words_of_title("")) == 0.0);
}

TEST_CASE("a misspelling is one letter in few words, never in short ones or at the front") {
  CHECK(misspelt("Paralel Decoding", "Parallel Decoding"));
  CHECK(misspelt("Parallel Decodign", "Parallel Decoding"));
  CHECK_FALSE(misspelt("Paralel Decodng", "Parallel Decoding"));
  CHECK_FALSE(misspelt("Part A of Decoding", "Part B of Decoding"));
  CHECK_FALSE(misspelt("Moving Targets", "Roving Targets"));
  CHECK_FALSE(misspelt("Unsupervised Decoding", "Supervised Decoding"));
  CHECK_FALSE(misspelt("Parallel Decoding Again", "Parallel Decoding"));
}

TEST_CASE("a part of a title is whole words of it") {
  CHECK(contained("Residual Drafting", "Faster Decoding with Residual Drafting") == Containment::as_means);
  CHECK(contained("Residual Drafting", "Faster Decoding with Residual Drafting of Tokens") ==
        Containment::anywhere);
  CHECK(contained("Residual Drafting", "Residual Drafting: a Survey") == Containment::anywhere);
  CHECK(contained("Draft", "Faster Decoding with Drafting") == Containment::none);
  CHECK(contained("", "Faster") == Containment::none);
}
