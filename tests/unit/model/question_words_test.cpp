#include "model/question_words.hpp"

#include <doctest/doctest.h>

using papers::Record;
using papers::model::question_words;

TEST_CASE("a question has its words, its answer's, and the items it is about") {
  const auto found = question_words(
      {"question", "01J",
       R"({"text": "why?", "at": "arXiv:2403.00835", "dived": "doi:10.1/x", "answer": "so"})"});
  REQUIRE(found);
  CHECK(found->words == "why? so");
  REQUIRE(found->about.size() == 2);
  CHECK(format(found->about[0]) == "arXiv:2403.00835");
  CHECK(format(found->about[1]) == "doi:10.1/x");
}

TEST_CASE("an open question has no answer and may have led nowhere") {
  const auto found =
      question_words({"question", "01J", R"({"text": "why?", "at": "arXiv:2403.00835", "dived": null})"});
  REQUIRE(found);
  CHECK(found->words == "why?");
  CHECK(found->about.size() == 1);
}

TEST_CASE("other records, and bodies that make no sense, have no words") {
  for (const Record& record : {Record{"plan", "2024-W47", R"({"text": "why?"})"},
                               Record{"question", "01J", "not JSON"}, Record{"question", "01J", "[1]"},
                               Record{"question", "01J", R"({"text": 7, "at": "arXiv:2403.00835"})"},
                               Record{"question", "01J", R"({"text": "why?", "at": "no id"})"}}) {
    CAPTURE(record.body);
    CHECK_FALSE(question_words(record));
  }
}
