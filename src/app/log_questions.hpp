// Questions of a log, as the library keeps questions.
#pragma once

#include <map>
#include <string>

#include "papers/library.hpp"

#include "app/log_content.hpp"
#include "app/question.hpp"

namespace papers::app {

class LogQuestions {
 public:
  /// Reads the questions of the library. The change must outlive it.
  explicit LogQuestions(Change& change);

  /// Notes what the log asks, on the day of the log, about the item that the line names by address if the
  /// library has it. A question that was noted before is not noted again, but answered when the log answers
  /// it and it is open. Gives whether anything changed. O(log n).
  bool keep(const Mention& mention, Time now);

 private:
  Change& m_change;
  std::map<std::string, Question> m_known;  ///< by text, folded; of equal ones the oldest
};

}  // namespace papers::app
