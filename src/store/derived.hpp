// Derived data: depth, in-degree, the summary of references, what ranking reads and the questions that are
// searched, brought up to date once a command.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "store/database.hpp"
#include "store/readiness.hpp"

namespace papers::store {

/// What may no longer be true.
struct Stale {
  std::unordered_set<std::int64_t> summaries;   ///< items whose own lists changed
  std::unordered_set<std::int64_t> in_degrees;  ///< items that gained or lost a citing paper
  bool depths = false;                          ///< roots or edges changed
  bool standings = false;    ///< edges, or what is known of papers and which of them are kept
  bool questions = false;    ///< questions, or which items their ids name
  StaleReadiness readiness;  ///< besides what follows from the above
};

/// Recomputes what is stale, and nothing else; depths breadth-first over all edges but those of dropped
/// items, O(V + E).
void refresh_derived(const Database& db, const Stale& stale);

/// Makes all of it anew from items, reference lists and records: lookups, citations, summaries, in-degrees,
/// depths, plans drawn, standings, readiness.
void rebuild_derived(const Database& db);

}  // namespace papers::store
