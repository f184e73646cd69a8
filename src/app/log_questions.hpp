// Questions of a log, as the library keeps questions.
#pragma once

#include "papers/library.hpp"

#include "app/log_content.hpp"

namespace papers::app {

/// Notes what the log asks, on the day of the log, about the item that the line names by address if the
/// library has it. A question that was noted before is not noted again, but answered when the log answers it
/// and it is open. Gives whether anything changed.
bool keep_question(Change& change, const Mention& mention, Time now);

}  // namespace papers::app
