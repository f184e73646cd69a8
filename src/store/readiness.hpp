// Readiness: how many key references of an item are read; derived from items, citations and links.
//
// The key references of an item that can be read now are the three most cited ones that are known, ties by
// identity. One is done when it is read or dropped, or replaced by something that is read; as long as none of
// them is read or replaced, both numbers are 0.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "store/database.hpp"

namespace papers::store {

/// What may have changed readiness.
struct StaleReadiness {
  std::unordered_set<std::int64_t> own;    ///< items whose own references or state changed
  std::unordered_set<std::int64_t> cited;  ///< items that count otherwise for those that cite them
  bool links = false;                      ///< what replaces what
};

/// Writes what differs.
void refresh_readiness(const Database& db, const StaleReadiness& stale);

}  // namespace papers::store
