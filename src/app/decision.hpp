// Decision: what the reader made of an item that he kept putting off.
//
// A record of kind "decision", in the order of time. Its body:
//   {"item": ID, "decision": "split" | "skim" | "swap" | "park" | "drop", "slips": N when it was made,
//    "because": TEXT or null, "made": MOMENT}
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"
#include "papers/result.hpp"

namespace papers::app {

enum class Verdict {
  split,  ///< into parts
  skim,   ///< instead of reading
  swap,   ///< for something that stands in for it
  park,
  drop
};
inline constexpr std::array k_verdicts{Verdict::split, Verdict::skim, Verdict::swap, Verdict::park,
                                       Verdict::drop};

[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_named(std::string_view name);

struct Decision {
  Identifier item;
  Verdict verdict = Verdict::split;
  int slips = 0;
  std::string because = {};
  std::string made = {};  ///< moment
  bool operator==(const Decision&) const = default;
};

/// Errors (usage) name the field that makes no sense.
[[nodiscard]] Result<Decision> decision_of(const Record& record);
/// Oldest first; records that make no sense are left out.
[[nodiscard]] std::vector<Decision> decisions(const Library& library);
/// Adds one, made at that time.
void save_decision(Change& change, Decision decision, Time now);

}  // namespace papers::app
