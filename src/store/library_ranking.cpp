// The members of Library that ranking reads: narrow rows, out of the index items_by_rank.
#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "papers/library.hpp"

#include "model/item_json.hpp"
#include "store/library_impl.hpp"
#include "store/plan_index.hpp"
#include "store/sorts.hpp"
#include "store/standings.hpp"
#include "store/tag_index.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using store::Query;

constexpr const char* k_least =
    "SELECT relevance FROM items WHERE state = ? AND relevance IS NOT NULL ORDER BY relevance LIMIT 1";
constexpr const char* k_most =
    "SELECT relevance FROM items WHERE state = ? AND relevance IS NOT NULL ORDER BY relevance DESC LIMIT 1";
// One search of items_by_rank for each priority: with conditions on it joined by OR, SQLite would walk
// through all that can be read.
constexpr const char* k_due_by =
    "SELECT items.row FROM (SELECT NULL AS priority UNION ALL VALUES ('L'), ('M'), ('H')) p "
    "CROSS JOIN items ON items.priority IS p.priority "
    "WHERE items.state IN ('queued', 'reading', 'paused') AND items.due <= ? "
    "ORDER BY items.due, items.number IS NULL, items.number";
constexpr const char* k_cited_by = "SELECT cited FROM cites WHERE citing = ? ORDER BY cited";
constexpr const char* k_timed =
    "SELECT kind, level, minutes, comment FROM items WHERE minutes IS NOT NULL AND state = 'read' "
    "ORDER BY finished DESC, row DESC LIMIT ?";

std::optional<double> first_real(Query query) {
  return query.next() ? std::optional(query.real(0)) : std::nullopt;
}

}  // namespace

std::vector<Candidate> Library::candidates(std::span<const State> states) const {
  return m_impl->guarded([&] { return store::Sorts(*m_impl->db).all(states); });
}

std::vector<Candidate> Library::leading_candidates(std::span<const State> states, std::size_t most) const {
  return m_impl->guarded([&] { return store::Sorts(*m_impl->db).leading(states, most); });
}

std::vector<Candidate> Library::candidates_at(std::span<const std::int64_t> rows,
                                              std::span<const State> states) const {
  return m_impl->guarded([&] { return store::Sorts(*m_impl->db).at(rows, states); });
}

std::optional<std::pair<double, double>> Library::relevance_range(std::span<const State> states) const {
  return m_impl->guarded([&] {
    std::optional<std::pair<double, double>> range;
    for (const State state : states) {
      const auto least = first_real(m_impl->db->query(k_least, name_of(state)));
      const auto most = first_real(m_impl->db->query(k_most, name_of(state)));
      if (least && most) {
        range = range ? std::pair(std::min(range->first, *least), std::max(range->second, *most))
                      : std::pair(*least, *most);
      }
    }
    return range;
  });
}

std::optional<Standing> Library::standing(std::int64_t row) const {
  return m_impl->guarded([&] { return store::standing_of(*m_impl->db, row); });
}

std::vector<Slipped> Library::slipped() const {
  return m_impl->guarded(
      [&] { return store::PlanIndex(*m_impl->db).slipped(util::local_day(m_impl->clock->now())); });
}

std::vector<std::int64_t> Library::rows_due_by(std::string_view day) const {
  return m_impl->guarded([&] { return store::rows_from(m_impl->db->query(k_due_by, day)); });
}

std::vector<std::int64_t> Library::rows_tagged(std::string_view tag) const {
  return m_impl->guarded([&] { return store::TagIndex(*m_impl->db).rows_with(tag); });
}

std::vector<std::int64_t> Library::rows_cited_by(std::int64_t row) const {
  return m_impl->guarded([&] {
    std::vector<std::int64_t> rows = store::rows_from(m_impl->db->query(k_cited_by, row));
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());  // once for each list that names it
    return rows;
  });
}

std::vector<TimedReading> Library::timed_readings(int limit) const {
  return m_impl->guarded([&] {
    std::vector<TimedReading> readings;
    for (Query rows = m_impl->db->query(k_timed, limit); rows.next();) {
      readings.push_back({kind_named(rows.text(0)).value_or(Kind::paper), level_named(rows.text(1)),
                          rows.number(2), rows.text(3)});
    }
    return readings;
  });
}

}  // namespace papers
