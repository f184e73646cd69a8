#include "store/citation_store.hpp"

#include "model/title_match.hpp"

namespace papers::store {
namespace {

constexpr const char* k_cited_by =
    "SELECT cited FROM cites WHERE citing = ? GROUP BY cited ORDER BY min(position), min(list), cited";
constexpr const char* k_citing = "SELECT DISTINCT citing FROM cites WHERE cited = ? ORDER BY citing";
// The condition makes SQLite read the table, which is in this order, rather than sort its smaller index.
constexpr const char* k_citations =
    "SELECT DISTINCT citing, cited FROM cites WHERE citing > 0 ORDER BY citing, cited";
constexpr const char* k_lists_citing = "SELECT DISTINCT list FROM cites WHERE cited = ?";
constexpr const char* k_lists_naming = "SELECT DISTINCT list FROM cited_titles WHERE title = ?";
constexpr const char* k_edges_of = "SELECT cited FROM cites WHERE citing = ? AND list = ?";

constexpr const char* k_put_edge =
    "INSERT INTO cites (citing, cited, list, position) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET position = excluded.position WHERE excluded.position < position";
constexpr const char* k_put_title =
    "INSERT INTO cited_titles (citing, title, list, position, cited) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING";
constexpr const char* k_put_beyond =
    "INSERT INTO beyond (citing, id, list, position, title) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr const char* k_waiting = "SELECT list, citing, position FROM beyond WHERE id = ?";
constexpr const char* k_end_waiting = "DELETE FROM beyond WHERE id = ?";

constexpr const char* k_erase[] = {"DELETE FROM cites WHERE citing = ? AND list = ?",
                                   "DELETE FROM cited_titles WHERE citing = ? AND list = ?",
                                   "DELETE FROM beyond WHERE citing = ? AND list = ?"};
constexpr const char* k_clear[] = {"DELETE FROM cites", "DELETE FROM cited_titles", "DELETE FROM beyond"};

/// What an entry without an id is found by. Entries of whose title nothing is left stay apart.
std::string name_of(const Reference& entry) {
  std::string key = model::title_key(entry.title);
  return key.empty() ? '#' + std::to_string(entry.position) : key;
}

}  // namespace

std::vector<std::int64_t> CitationStore::cited_by(std::int64_t citing) const {
  return rows_from(m_db->query(k_cited_by, citing));
}

std::vector<std::int64_t> CitationStore::citing(std::int64_t cited) const {
  return rows_from(m_db->query(k_citing, cited));
}

std::vector<Citation> CitationStore::citations() const {
  std::vector<Citation> all;
  for (Query edges = m_db->query(k_citations); edges.next();) {
    all.push_back({edges.row(0), edges.row(1)});
  }
  return all;
}

std::vector<std::int64_t> CitationStore::lists_citing(std::int64_t cited) const {
  return rows_from(m_db->query(k_lists_citing, cited));
}

std::vector<std::int64_t> CitationStore::lists_naming(const std::string& title_key) const {
  return rows_from(m_db->query(k_lists_naming, title_key));
}

std::vector<std::int64_t> CitationStore::edges_of(const DrawnList& list) const {
  return rows_from(m_db->query(k_edges_of, list.citing, list.row));
}

Resolved CitationStore::resolve(const ReferenceList& list) const {
  Resolved resolved;
  resolved.reserve(list.entries.size());
  for (const Reference& entry : list.entries) {
    resolved.push_back(entry.id ? m_items.row_of(*entry.id) : m_titles.resolve(entry));
  }
  return resolved;
}

void CitationStore::draw(const DrawnList& drawn, const ReferenceList& list, const Resolved& resolved) const {
  auto cited = resolved.begin();
  for (const Reference& entry : list.entries) {
    if (!entry.id) {
      m_db->run(k_put_title, drawn.citing, name_of(entry), drawn.row, entry.position, *cited);
    } else if (!*cited) {
      m_db->run(k_put_beyond, drawn.citing, format(*entry.id), drawn.row, entry.position,
                model::title_key(entry.title));
    }
    if (*cited) {
      put_edge(drawn, **cited, entry.position);
    }
    ++cited;
  }
}

void CitationStore::put_edge(const DrawnList& drawn, std::int64_t cited, int position) const {
  if (cited != drawn.citing) {
    m_db->run(k_put_edge, drawn.citing, cited, drawn.row, position);
  }
}

void CitationStore::erase(const DrawnList& list) const {
  for (const char* const sql : k_erase) {
    m_db->run(sql, list.citing, list.row);
  }
}

void CitationStore::clear() const {
  for (const char* const sql : k_clear) {
    m_db->run(sql);
  }
}

std::vector<DrawnList> CitationStore::arrive(const std::string& name, std::int64_t item) const {
  std::vector<DrawnList> lists;
  for (Query waiting = m_db->query(k_waiting, name); waiting.next();) {
    lists.push_back({waiting.row(0), waiting.row(1)});
    put_edge(lists.back(), item, waiting.number(2));
  }
  if (!lists.empty()) {
    m_db->run(k_end_waiting, name);
  }
  return lists;
}

}  // namespace papers::store
