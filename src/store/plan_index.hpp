// PlanIndex: which item was planned for which week and not done in it, drawn from the records of plans.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "papers/library.hpp"
#include "papers/record.hpp"

#include "store/database.hpp"

namespace papers::store {

/// A slip, as a condition on rows p of `planned` and `items`: the week ended before the day ?2, and the item
/// was not done in it. What is read without a date counts as done in time.
inline constexpr std::string_view k_is_slip =
    "p.ends < ?2 AND NOT (items.state = 'read'"
    " AND (items.finished IS NULL OR date(items.finished, 'localtime') <= p.ends))";

class PlanIndex {
 public:
  /// The database must outlive the index.
  explicit PlanIndex(const Database& db) : m_db(&db) {}

  /// Draws a plan of whose week nothing is drawn. What makes no sense draws nothing.
  void put(const Record& plan) const;
  void remove(std::string_view week) const;
  void redraw_all() const;

  /// Items that slipped before that day, by row.
  [[nodiscard]] std::vector<Slipped> slipped(std::string_view today) const;

 private:
  const Database* m_db;
};

}  // namespace papers::store
