// The plan of a week in words, in either language, and as JSON.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/ledger.hpp"
#include "app/plan.hpp"
#include "cli/context.hpp"
#include "cli/language.hpp"

namespace papers::cli {

/// What is planned, what did not fit and why, and what wants a decision.
void say_plan(Context& context, const app::WeekPlan& plan, const std::vector<app::LedgerEntry>& undecided,
              Language language);

/// "3 h 10".
[[nodiscard]] std::string hours_words(int minutes);

}  // namespace papers::cli
