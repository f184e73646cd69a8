#include "store/readiness.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/link.hpp"
#include "store/item_store.hpp"
#include "store/record_store.hpp"

namespace papers::store {
namespace {

constexpr const char* k_any_read = "SELECT 1 FROM items WHERE state = 'read' LIMIT 1";
constexpr const char* k_state = "SELECT state FROM items WHERE row = ?";
constexpr const char* k_readable = "SELECT row FROM items WHERE state IN ('queued', 'reading', 'paused')";
constexpr const char* k_ready =
    "SELECT row FROM items WHERE state IN ('queued', 'reading', 'paused') AND keys_read > 0";
constexpr const char* k_readable_citing =
    "SELECT DISTINCT c.citing FROM cites c JOIN items i ON i.row = c.citing "
    "WHERE c.cited = ? AND i.state IN ('queued', 'reading', 'paused')";
constexpr const char* k_stored = "SELECT state, key_references, keys_read FROM items WHERE row = ?";
constexpr const char* k_count = R"sql(
  SELECT count(*), sum(state IN ('read', 'dropped') OR replaced), max(state = 'read' OR replaced)
  FROM (SELECT i.state, i.row IN (SELECT value FROM json_each(?2)) AS replaced
        FROM cites c JOIN items i ON i.row = c.cited
        WHERE c.citing = ?1 GROUP BY i.row ORDER BY i.cited_by DESC, i.identity LIMIT 3))sql";
constexpr const char* k_put = "UPDATE items SET key_references = ?, keys_read = ? WHERE row = ?";

bool is_readable(const std::string& state) {
  return state == "queued" || state == "reading" || state == "paused";
}

/// Which items something stands in for.
class StandIns {
 public:
  explicit StandIns(const Database& db) {
    const ItemStore items(db);
    for (const Record& record : RecordStore(db).of_kind(model::k_link_kind)) {
      const auto link = model::link_of(record);
      if (!link || link->relation != model::Relation::replaces) {
        continue;
      }
      const auto from = items.row_of(link->from);
      const auto to = items.row_of(link->to);
      if (from && to) {
        m_pairs.push_back({*from, *to, is_read(db, *from)});
      }
    }
  }

  /// The items that need not be read, as a JSON list of rows.
  [[nodiscard]] std::string replaced() const {
    auto rows = nlohmann::ordered_json::array();
    for (const Pair& pair : m_pairs) {
      if (pair.read) {
        rows.push_back(pair.to);
      }
    }
    return model::dump(rows);
  }
  /// What the given items stand in for joins them.
  void extend(std::unordered_set<std::int64_t>& rows) const {
    for (const Pair& pair : m_pairs) {
      if (rows.contains(pair.from)) {
        rows.insert(pair.to);
      }
    }
  }

 private:
  struct Pair {
    std::int64_t from;
    std::int64_t to;
    bool read;
  };
  static bool is_read(const Database& db, std::int64_t row) {
    Query found = db.query(k_state, row);
    return found.next() && found.text(0) == "read";
  }
  std::vector<Pair> m_pairs;
};

struct Keys {
  int known = 0;
  int read = 0;
  bool operator==(const Keys&) const = default;
};

Keys count_keys(const Database& db, std::int64_t row, const std::string& replaced) {
  Query counted = db.query(k_count, row, replaced);
  const bool any_read = counted.next() && !counted.is_null(2) && counted.number(2) != 0;
  return any_read ? Keys{counted.number(0), counted.number(1)} : Keys{};
}

void refresh(const Database& db, std::int64_t row, const std::string& replaced) {
  Keys stored;
  bool readable = false;
  {
    Query found = db.query(k_stored, row);
    if (!found.next()) {
      return;
    }
    readable = is_readable(found.text(0));
    stored = {found.number(1), found.number(2)};
  }
  const Keys wanted = readable ? count_keys(db, row, replaced) : Keys{};
  if (wanted != stored) {
    db.run(k_put, wanted.known, wanted.read, row);
  }
}

void insert_rows(std::unordered_set<std::int64_t>& rows, Query query) {
  while (query.next()) {
    rows.insert(query.row(0));
  }
}

}  // namespace

void refresh_readiness(const Database& db, const StaleReadiness& stale) {
  if (stale.own.empty() && stale.cited.empty() && !stale.links) {
    return;
  }
  std::unordered_set<std::int64_t> rows = stale.own;
  std::string replaced = "[]";
  if (!db.query(k_any_read).next()) {
    insert_rows(rows, db.query(k_ready));  // nothing makes them ready any more
  } else {
    const StandIns stand_ins(db);
    replaced = stand_ins.replaced();
    std::unordered_set<std::int64_t> cited = stale.cited;
    stand_ins.extend(cited);
    for (const std::int64_t row : cited) {
      insert_rows(rows, db.query(k_readable_citing, row));
    }
    if (stale.links) {
      insert_rows(rows, db.query(k_readable));
    }
  }
  for (const std::int64_t row : rows) {
    refresh(db, row, replaced);
  }
}

}  // namespace papers::store
