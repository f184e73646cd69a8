#include "model/question_words.hpp"

#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::model {

std::optional<QuestionWords> question_words(const Record& record) {
  const auto body = record.kind == k_question_kind ? parse_json(record.body) : Result<Json>(Json());
  if (!body || !body->is_object()) {
    return std::nullopt;
  }
  try {
    QuestionWords found;
    for (const char* const field : {"at", "dived"}) {
      if (const Json& id = member(*body, field); !id.is_null()) {
        found.about.push_back(read_identifier(field, id));
      }
    }
    found.words = read_line("text", member(*body, "text"));
    if (const std::string answer = read_line("answer", member(*body, "answer")); !answer.empty()) {
      found.words += ' ' + answer;
    }
    return found;
  } catch (const Failure&) {
    return std::nullopt;
  }
}

}  // namespace papers::model
