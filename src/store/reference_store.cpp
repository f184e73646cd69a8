#include "store/reference_store.hpp"

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "store/checksum.hpp"
#include "util/text.hpp"

namespace papers::store {
namespace {

constexpr const char* k_find =
    "SELECT row, citing, source, record FROM reference_lists WHERE citing = ? AND source = ?";
constexpr const char* k_load = "SELECT row, citing, source, record FROM reference_lists WHERE row = ?";
constexpr const char* k_lists_of =
    "SELECT row, citing, source, record FROM reference_lists WHERE citing = ? ORDER BY source";
constexpr const char* k_lists_citing = "SELECT DISTINCT list FROM cites WHERE cited = ?";
constexpr const char* k_rows =
    "SELECT l.row FROM reference_lists l JOIN items i ON i.row = l.citing ORDER BY i.identity, l.source";
constexpr const char* k_with_checksum =
    "SELECT row, citing, source, record, checksum FROM reference_lists ORDER BY row";

constexpr const char* k_cited_by =
    "SELECT cited FROM cites WHERE citing = ? GROUP BY cited ORDER BY min(position), min(list), cited";
constexpr const char* k_citing = "SELECT DISTINCT citing FROM cites WHERE cited = ? ORDER BY citing";
// The condition makes SQLite read the table, which is in this order, rather than sort its smaller index.
constexpr const char* k_citations =
    "SELECT DISTINCT citing, cited FROM cites WHERE citing > 0 ORDER BY citing, cited";

constexpr const char* k_put =
    "INSERT INTO reference_lists (citing, source, record, checksum, fetched, stated, complete) "
    "VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (citing, source) DO UPDATE SET record = excluded.record, checksum = excluded.checksum, "
    "fetched = excluded.fetched, stated = excluded.stated, complete = excluded.complete RETURNING row";
constexpr const char* k_put_header =
    "UPDATE reference_lists SET fetched = ?, stated = ?, complete = ? WHERE row = ?";
constexpr const char* k_remove = "DELETE FROM reference_lists WHERE row = ?";
constexpr const char* k_edges_of = "SELECT cited FROM cites WHERE citing = ? AND list = ?";
constexpr const char* k_erase_edges = "DELETE FROM cites WHERE citing = ? AND list = ?";
constexpr const char* k_erase_titles = "DELETE FROM unresolved WHERE citing = ? AND list = ?";
constexpr const char* k_clear_edges = "DELETE FROM cites";
constexpr const char* k_clear_titles = "DELETE FROM unresolved";
// The first position of a repeated reference stays.
constexpr const char* k_put_edge =
    "INSERT INTO cites (citing, cited, list, position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr const char* k_put_title =
    "INSERT INTO unresolved (citing, title, list) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

StoredList read_list(const Query& row) {
  return {row.row(0), row.row(1), row.text(2), row.text(3)};
}

std::vector<std::int64_t> rows_from(Query query) {
  std::vector<std::int64_t> rows;
  while (query.next()) {
    rows.push_back(query.row(0));
  }
  return rows;
}

std::int64_t checksum_of_list(std::int64_t citing, std::string_view source, std::string_view record) {
  return checksum_of({std::to_string(citing), source, record});
}

}  // namespace

ReferenceList list_from_record(const std::string& record) {
  return model::list_from_json(value_or_throw(model::parse_json(record)));
}

std::optional<StoredList> ReferenceStore::find(std::int64_t citing, std::string_view source) const {
  Query found = m_db->query(k_find, citing, source);
  return found.next() ? std::optional(read_list(found)) : std::nullopt;
}

std::optional<StoredList> ReferenceStore::load(std::int64_t list) const {
  Query found = m_db->query(k_load, list);
  return found.next() ? std::optional(read_list(found)) : std::nullopt;
}

std::vector<StoredList> ReferenceStore::lists_of(std::int64_t citing) const {
  std::vector<StoredList> lists;
  for (Query found = m_db->query(k_lists_of, citing); found.next();) {
    lists.push_back(read_list(found));
  }
  return lists;
}

std::vector<std::int64_t> ReferenceStore::lists_citing(std::int64_t cited) const {
  return rows_from(m_db->query(k_lists_citing, cited));
}

std::vector<std::int64_t> ReferenceStore::rows() const {
  return rows_from(m_db->query(k_rows));
}

std::vector<std::int64_t> ReferenceStore::cited_by(std::int64_t citing) const {
  return rows_from(m_db->query(k_cited_by, citing));
}

std::vector<std::int64_t> ReferenceStore::citing(std::int64_t cited) const {
  return rows_from(m_db->query(k_citing, cited));
}

std::vector<Citation> ReferenceStore::citations() const {
  std::vector<Citation> all;
  for (Query edges = m_db->query(k_citations); edges.next();) {
    all.push_back({edges.row(0), edges.row(1)});
  }
  return all;
}

std::int64_t ReferenceStore::put(std::int64_t citing, const ReferenceList& list, const std::string& record) {
  Query put = m_db->query(k_put, citing, list.source, record, checksum_of_list(citing, list.source, record),
                          list.fetched, list.stated, list.complete);
  put.next();
  return put.row(0);
}

void ReferenceStore::remove(std::int64_t list) {
  m_db->run(k_remove, list);
}

std::vector<std::int64_t> ReferenceStore::edges_of(const StoredList& list) const {
  return rows_from(m_db->query(k_edges_of, list.citing, list.row));
}

void ReferenceStore::erase_edges(const StoredList& list) {
  m_db->run(k_erase_edges, list.citing, list.row);
  m_db->run(k_erase_titles, list.citing, list.row);
}

void ReferenceStore::draw(std::int64_t row, std::int64_t citing, const ReferenceList& list,
                          const Resolve& resolve) {
  for (const Reference& entry : list.entries) {
    if (!entry.id) {
      m_db->run(k_put_title, citing, util::fold(entry.title), row);
      continue;
    }
    const auto cited = resolve(entry);
    if (cited && *cited != citing) {
      m_db->run(k_put_edge, citing, *cited, row, entry.position);
    }
  }
}

void ReferenceStore::redraw_all(const Resolve& resolve) {
  m_db->run(k_clear_edges);
  m_db->run(k_clear_titles);
  for (const std::int64_t row : rows()) {
    const StoredList stored = load(row).value();
    try {
      const ReferenceList list = list_from_record(stored.record);
      m_db->run(k_put_header, list.fetched, list.stated, list.complete, row);
      draw(row, stored.citing, list, resolve);
    } catch (const Failure&) {
      continue;  // a damaged record draws nothing; its checksum tells
    }
  }
}

void ReferenceStore::each_damaged(const std::function<void(const StoredList&)>& visit) const {
  for (Query all = m_db->query(k_with_checksum); all.next();) {
    const StoredList list = read_list(all);
    if (checksum_of_list(list.citing, list.source, list.record) != all.row(4)) {
      visit(list);
    }
  }
}

}  // namespace papers::store
