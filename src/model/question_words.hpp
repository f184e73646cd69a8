// What a search looks through of a question (a record of kind "question"; app/question.hpp says what it
// holds).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "papers/identifier.hpp"
#include "papers/record.hpp"

namespace papers::model {

inline constexpr const char* k_question_kind = "question";

struct QuestionWords {
  std::vector<Identifier> about;  ///< where it came up, and what was opened for it
  std::string words;              ///< the question, and its answer where there is one
};

/// Nothing for records of other kinds, and for bodies that make no sense.
[[nodiscard]] std::optional<QuestionWords> question_words(const Record& record);

}  // namespace papers::model
