#include "app/add_report.hpp"

#include <algorithm>

namespace papers::app {

bool AddReport::worked(const AddOutcome& outcome) const {
  return outcome.what <= AddOutcome::What::repeated;
}

ExitCode AddReport::exit_code() const {
  if (interrupted) {
    return ExitCode::interrupted;
  }
  const auto any = [this](auto&& test) { return std::any_of(outcomes.begin(), outcomes.end(), test); };
  const bool some_worked = any([this](const AddOutcome& outcome) { return worked(outcome); });
  if (any([](const AddOutcome& outcome) {
        return outcome.what == AddOutcome::What::failed && outcome.later;
      }) ||
      followed.worth_repeating()) {
    return ExitCode::try_later;
  }
  if (std::all_of(outcomes.begin(), outcomes.end(),
                  [this](const auto& outcome) { return worked(outcome); })) {
    return followed.problems.empty() ? ExitCode::done : ExitCode::partly;
  }
  if (some_worked) {
    return ExitCode::partly;
  }
  if (any([](const AddOutcome& outcome) { return outcome.what == AddOutcome::What::failed; })) {
    return ExitCode::failed;
  }
  if (any([](const AddOutcome& outcome) { return outcome.what == AddOutcome::What::refused; })) {
    return ExitCode::refused;
  }
  return any([](const AddOutcome& outcome) { return outcome.what == AddOutcome::What::not_found; })
             ? ExitCode::no_match
             : ExitCode::usage;
}

}  // namespace papers::app
