// Slips in words and as JSON: how often, in which weeks, why, and what was decided.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/ledger.hpp"

namespace papers::cli {

/// "once", "twice", "4 times".
[[nodiscard]] std::string slip_times(std::size_t slips);

/// A paragraph for each: "#7 vLLM profiling slipped 3 times: split, skim, swap, park or drop?", the first one
/// with the command that decides.
[[nodiscard]] std::string decision_lines(const std::vector<app::LedgerEntry>& entries, std::size_t columns);

/// [{"id", "number", "title", "state", "slips": N, "weeks": [{"week", "reason"}],
///   "decisions": [{"decision", "slips", "because", "made"}], "wants_decision"}].
[[nodiscard]] nlohmann::ordered_json ledger_json(const std::vector<app::LedgerEntry>& entries);

}  // namespace papers::cli
