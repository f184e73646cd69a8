#include "store/reference_store.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "store/checksum.hpp"

namespace papers::store {
namespace {

constexpr const char* k_find =
    "SELECT row, citing, source, record FROM reference_lists WHERE citing = ? AND source = ?";
constexpr const char* k_load = "SELECT row, citing, source, record FROM reference_lists WHERE row = ?";
constexpr const char* k_lists_of =
    "SELECT row, citing, source, record FROM reference_lists WHERE citing = ? ORDER BY source";
constexpr const char* k_rows =
    "SELECT l.row FROM reference_lists l JOIN items i ON i.row = l.citing ORDER BY i.identity, l.source";
constexpr const char* k_with_checksum =
    "SELECT row, citing, source, record, checksum FROM reference_lists ORDER BY row";

constexpr const char* k_put =
    "INSERT INTO reference_lists (citing, source, record, checksum, fetched, stated, complete, answer) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (citing, source) DO UPDATE SET record = excluded.record, checksum = excluded.checksum, "
    "fetched = excluded.fetched, stated = excluded.stated, complete = excluded.complete, "
    "answer = excluded.answer RETURNING row";
constexpr const char* k_put_header =
    "UPDATE reference_lists SET fetched = ?, stated = ?, complete = ?, answer = ? WHERE row = ?";
constexpr const char* k_remove = "DELETE FROM reference_lists WHERE row = ?";

constexpr std::array k_answers{ReferenceAnswer::unknown, ReferenceAnswer::withheld, ReferenceAnswer::empty,
                               ReferenceAnswer::listed};

StoredList read_list(const Query& row) {
  return {row.row(0), row.row(1), row.text(2), row.text(3)};
}

std::int64_t checksum_of_list(std::int64_t citing, std::string_view source, std::string_view record) {
  return checksum_of({std::to_string(citing), source, record});
}

}  // namespace

int rank_of(ReferenceAnswer answer) {
  return static_cast<int>(std::find(k_answers.begin(), k_answers.end(), answer) - k_answers.begin());
}

ReferenceAnswer answer_ranked(int rank) {
  return k_answers.at(static_cast<std::size_t>(std::clamp(rank, 0, static_cast<int>(k_answers.size()) - 1)));
}

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

std::vector<std::int64_t> ReferenceStore::rows() const {
  return rows_from(m_db->query(k_rows));
}

std::int64_t ReferenceStore::put(std::int64_t citing, const ReferenceList& list,
                                 const std::string& record) const {
  Query put = m_db->query(k_put, citing, list.source, record, checksum_of_list(citing, list.source, record),
                          list.fetched, list.stated, list.complete, rank_of(list.answer));
  put.next();
  return put.row(0);
}

void ReferenceStore::put_header(std::int64_t row, const ReferenceList& list) const {
  m_db->run(k_put_header, list.fetched, list.stated, list.complete, rank_of(list.answer), row);
}

void ReferenceStore::remove(std::int64_t list) const {
  m_db->run(k_remove, list);
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
