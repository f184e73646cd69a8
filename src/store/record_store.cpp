#include "store/record_store.hpp"

#include <fmt/format.h>

#include "store/checksum.hpp"

namespace papers::store {
namespace {

constexpr const char* k_find = "SELECT kind, id, body FROM records WHERE kind = ? AND id = ?";
constexpr const char* k_of_kind = "SELECT kind, id, body FROM records WHERE kind = ? ORDER BY id";
constexpr const char* k_all = "SELECT kind, id, body, checksum FROM records ORDER BY kind, id";
constexpr const char* k_put =
    "INSERT INTO records (kind, id, body, checksum) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, checksum = excluded.checksum";
constexpr const char* k_remove = "DELETE FROM records WHERE kind = ? AND id = ?";

Record read_record(const Query& row) {
  return {row.text(0), row.text(1), row.text(2)};
}

std::vector<Record> records_from(Query rows) {
  std::vector<Record> records;
  while (rows.next()) {
    records.push_back(read_record(rows));
  }
  return records;
}

std::int64_t checksum_of_record(const Record& record) {
  return checksum_of({record.kind, record.id, record.body});
}

}  // namespace

std::optional<Record> RecordStore::find(std::string_view kind, std::string_view id) const {
  Query found = m_db->query(k_find, kind, id);
  return found.next() ? std::optional(read_record(found)) : std::nullopt;
}

std::vector<Record> RecordStore::of_kind(std::string_view kind) const {
  return records_from(m_db->query(k_of_kind, kind));
}

std::vector<Record> RecordStore::all() const {
  return records_from(m_db->query(k_all));
}

void RecordStore::put(const Record& record) const {
  m_db->run(k_put, record.kind, record.id, record.body, checksum_of_record(record));
}

void RecordStore::remove(const Record& record) const {
  m_db->run(k_remove, record.kind, record.id);
}

std::vector<std::string> RecordStore::damage() const {
  std::vector<std::string> damage;
  for (Query rows = m_db->query(k_all); rows.next();) {
    if (const Record record = read_record(rows); checksum_of_record(record) != rows.row(3)) {
      damage.push_back(fmt::format("record {}: the checksum does not match; compare it with a backup",
                                   identity_of(record)));
    }
  }
  return damage;
}

std::string identity_of(const Record& record) {
  return record.kind + '/' + record.id;
}

Record named_record(const std::string& identity) {
  const auto slash = identity.find('/');
  return slash == std::string::npos ? Record{identity, "", ""}
                                    : Record{identity.substr(0, slash), identity.substr(slash + 1), ""};
}

}  // namespace papers::store
