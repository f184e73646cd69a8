#include "store/plan_index.hpp"

#include <string>

#include "model/plan.hpp"
#include "store/record_store.hpp"

namespace papers::store {
namespace {

constexpr const char* k_put = "INSERT OR IGNORE INTO planned (id, week, ends) VALUES (?, ?, ?)";
constexpr const char* k_remove = "DELETE FROM planned WHERE week = ?";
constexpr const char* k_clear = "DELETE FROM planned";

const char* slipped_sql() {
  // Crossed, so that SQLite begins with what was planned, which is little, and not with every item.
  static const std::string sql =
      "SELECT n.item, p.week FROM planned p CROSS JOIN item_ids n ON n.id = p.id "
      "CROSS JOIN items ON items.row = n.item "
      "WHERE ?1 AND " +
      std::string(k_is_slip) + " GROUP BY n.item, p.week ORDER BY n.item, p.week";
  return sql.c_str();
}

}  // namespace

void PlanIndex::put(const Record& record) const {
  const auto plan = model::plan_of(record);
  if (!plan) {
    return;
  }
  for (const model::PlannedItem& item : plan->items) {
    if (item.done.empty()) {
      m_db->run(k_put, format(item.id), plan->week, plan->ends);
    }
  }
}

void PlanIndex::remove(std::string_view week) const {
  m_db->run(k_remove, week);
}

void PlanIndex::redraw_all() const {
  m_db->run(k_clear);
  for (const Record& plan : RecordStore(*m_db).of_kind(model::k_plan_kind)) {
    put(plan);
  }
}

std::vector<Slipped> PlanIndex::slipped(std::string_view today) const {
  std::vector<Slipped> slipped;
  for (Query rows = m_db->query(slipped_sql(), true, today); rows.next();) {
    if (slipped.empty() || slipped.back().row != rows.row(0)) {
      slipped.push_back({rows.row(0), {}});
    }
    slipped.back().weeks.push_back(rows.text(1));
  }
  return slipped;
}

}  // namespace papers::store
