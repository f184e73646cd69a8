// Question: what the reader wants to know, where it came up, and what became of it.
//
// Kept until it is answered, as a record of kind "question". Its body, which is also that of its line in
// JSON Lines:
//   {"text": ONE LINE, "at": ID or null, "dived": ID or null, "asked": MOMENT,
//    "to": "advisor" or null, "state": "open", "answered" or "unanswered", "answer": ONE LINE or null,
//    "closed": MOMENT or null}
// `at` is the item that was being read, null for a question about none in particular; `dived` the one that
// was opened, or parked, to find the answer. `answer` and `closed` are null while it is open, `answer` also
// when it was given up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/clock.hpp"
#include "papers/item.hpp"
#include "papers/library.hpp"
#include "papers/record.hpp"
#include "papers/result.hpp"

namespace papers::app {

struct Question {
  enum class State { open, answered, unanswered };

  std::string id;
  std::string text;
  std::optional<Identifier> at = {};     ///< any id of the work; nothing: about no item in particular
  std::optional<Identifier> dived = {};  ///< any id of the work
  bool to_advisor = false;               ///< the report of the week asks the advisor
  std::string asked;                     ///< moment
  State state = State::open;
  std::string answer = {};  ///< "" unless answered
  std::string closed = {};  ///< moment; "" while open
  bool operator==(const Question&) const = default;
};

[[nodiscard]] std::string_view name_of(Question::State state);

[[nodiscard]] Record record_of(const Question& question);
/// Errors (usage) name the field of the body that makes no sense.
[[nodiscard]] Result<Question> question_of(const Record& record);

/// A new one, not yet saved. The text is one clean line already.
[[nodiscard]] Question new_question(std::string text, const Item& at, Time now);
[[nodiscard]] Question new_question(std::string text, Time now);  ///< about no item in particular
void answer(Question& question, std::string text, Time now);
void give_up(Question& question, Time now);

/// Cleaned to one line; an Error (usage) when nothing is left. `what` names it: "question", "answer".
[[nodiscard]] Result<std::string> checked_words(std::string_view text, std::string_view what);

// ---- reading; oldest first. Records that make no sense are left out: they cannot be answered.
[[nodiscard]] std::vector<Question> questions(const Library& library);
[[nodiscard]] std::vector<Question> open_questions(const Library& library);
/// Those asked at the item, and those for which it was opened or parked.
[[nodiscard]] std::vector<Question> questions_about(const Library& library, const Item& item);
[[nodiscard]] std::optional<Question> question_with_id(const Library& library, const std::string& id);

/// Whether the id is one of the item's names; nothing is none.
[[nodiscard]] bool is_named(const Item& item, const std::optional<Identifier>& id);

/// The open question of these that is meant: that text, or words that one alone holds, but for case and
/// accents. Nothing when none fits; an Error (no_match) that lists them when several do.
[[nodiscard]] Result<std::optional<Question>> select_question(const std::vector<Question>& open,
                                                              std::string_view text);

}  // namespace papers::app
