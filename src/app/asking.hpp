// Asking: noting a question without leaving the item, and answering one from anywhere.
#pragma once

#include <optional>
#include <string>

#include "papers/clock.hpp"
#include "papers/library.hpp"

#include "app/question.hpp"

namespace papers::app {

struct AskWishes {
  std::string text;         ///< one clean line: the question, or words of one that is open
  std::string item = {};    ///< at which it is asked; "": the one on top of the trail
  std::string answer = {};  ///< one clean line; "" to leave it open
  bool unanswered = false;  ///< it is given up
  bool to_advisor = false;  ///< the report of the week asks the advisor; it need be about no item
};

struct AskReport {
  Question question;  ///< as it is now
  /// Where it was asked; an item that the library lost has its id alone. Nothing for a question about no item
  /// in particular.
  std::optional<Item> at;
  bool was_there = false;  ///< it is open at that item already, and nothing changed
};

/// With an answer, the open question that is meant gets it; when none is, the question is noted with its
/// answer. Throws Failure: no_match where there is no trail and no item is given, for words that fit several
/// open questions, and for giving up a question that is not open.
[[nodiscard]] AskReport ask(const AskWishes& wishes, Library& library, Clock& clock, bool dry_run);

}  // namespace papers::app
