// RecordStore: the rows of records.
//
// Knows nothing of the log: Edit calls it and does the rest.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/record.hpp"

#include "store/database.hpp"

namespace papers::store {

class RecordStore {
 public:
  /// The database must outlive the store.
  explicit RecordStore(const Database& db) : m_db(&db) {}

  [[nodiscard]] std::optional<Record> find(std::string_view kind, std::string_view id) const;
  [[nodiscard]] std::vector<Record> of_kind(std::string_view kind) const;  ///< by id
  [[nodiscard]] std::vector<Record> all() const;                           ///< by kind, id

  void put(const Record& record) const;
  void remove(const Record& record) const;

  /// One line for each record whose checksum does not match.
  [[nodiscard]] std::vector<std::string> damage() const;

 private:
  const Database* m_db;
};

/// A record's name in the log: "question/01J...".
[[nodiscard]] std::string identity_of(const Record& record);
/// The kind and id in such a name.
[[nodiscard]] Record named_record(const std::string& identity);

}  // namespace papers::store
