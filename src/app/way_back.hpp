// The way back: from the top of the trail to where the reader came from, with an answer or without.
#pragma once

#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"

#include "app/trail.hpp"

namespace papers::app {

struct BackWishes {
  std::string answer;       ///< one clean line; "" for none
  bool unanswered = false;  ///< the question is given up
};

struct BackReport {
  bool at_root = false;              ///< there was no way back, and nothing changed
  Item left;                         ///< as it is now
  std::optional<Question> question;  ///< that led to it, as it is now
  bool noted = false;                ///< no question had led there: the answer became a note of the item
  std::vector<Question> open;        ///< others that are open at the item left
  std::vector<Stop> stops;           ///< the trail as it is now
};

/// What was being read is paused: only `done` says that it was read. What the reader returns to is being
/// read again if it was paused. A question that was asked more than once in the same words at the same item
/// gets its answer everywhere.
/// Throws Failure: no_match without a trail, and at the root when there is an answer but no question to which
/// it could belong.
[[nodiscard]] BackReport go_back(const BackWishes& wishes, Library& library, Clock& clock, bool dry_run);

/// Closes a question, and those that ask the same at the same item: with the answer, or given up when that is
/// "". Gives it as it is now.
Question close_question(Change& change, Question question, const std::string& answer, Time now);

}  // namespace papers::app
