// Ledger: what was carried over from week to week, how often, why, and what was decided about it.
//
// An item slips when a week ends for which it was planned and in which it was not done. Moving a plan while
// its week lasts is planning; only the end of the week makes a slip. From the third slip on the item wants a
// decision, and another one after every three slips more.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/decision.hpp"
#include "app/this_week.hpp"

namespace papers::app {

inline constexpr int k_slips_to_decide = 3;

struct Slip {
  std::string week;    ///< "2024-W47"
  std::string reason;  ///< "" when none was given
  bool operator==(const Slip&) const = default;
};

struct LedgerEntry {
  Item item;
  std::vector<Slip> slips;          ///< oldest first
  std::vector<Decision> decisions;  ///< oldest first
  bool wants_decision = false;
};

/// Every item that slipped, in whatever state it is now; most slips first, then by number.
[[nodiscard]] std::vector<LedgerEntry> ledger(const Library& library);
/// Those that can be read now, are not deferred, and want a decision.
[[nodiscard]] std::vector<LedgerEntry> undecided(const Library& library, const ThisWeek& now);

/// Notes why an item slipped in the newest week in which it did. Throws Failure (no_match) when it never
/// slipped.
void note_reason(Change& change, const Item& item, const std::string& reason);

}  // namespace papers::app
