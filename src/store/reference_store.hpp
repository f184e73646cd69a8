// ReferenceStore: reference lists as their sources gave them.
//
// The record of a list (JSON) is what is kept for good; what is drawn from it (CitationStore) is derived.
// Knows nothing of the log: Edit calls it and does the rest.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/reference_list.hpp"

#include "store/database.hpp"

namespace papers::store {

/// A row of reference_lists.
struct StoredList {
  std::int64_t row = 0;
  std::int64_t citing = 0;
  std::string source;
  std::string record;
};

class ReferenceStore {
 public:
  /// The database must outlive the store.
  explicit ReferenceStore(const Database& db) : m_db(&db) {}

  [[nodiscard]] std::optional<StoredList> find(std::int64_t citing, std::string_view source) const;
  [[nodiscard]] std::optional<StoredList> load(std::int64_t list) const;
  [[nodiscard]] std::vector<StoredList> lists_of(std::int64_t citing) const;  ///< by source
  [[nodiscard]] std::vector<std::int64_t> rows() const;  ///< of all lists, by identity of citing, then source

  /// Inserts or replaces the list of one source; gives its row. Leaves what was drawn from it alone.
  std::int64_t put(std::int64_t citing, const ReferenceList& list, const std::string& record) const;
  /// Writes again what is derived from the record of a list.
  void put_header(std::int64_t row, const ReferenceList& list) const;
  void remove(std::int64_t list) const;

  /// Visits the lists whose checksums do not match their records.
  void each_damaged(const std::function<void(const StoredList&)>& visit) const;

 private:
  const Database* m_db;
};

/// The list in a record. Throws Failure when the record makes no sense.
[[nodiscard]] ReferenceList list_from_record(const std::string& record);

/// How an answer is stored: the more it says the higher, so that max() gives the best.
[[nodiscard]] int rank_of(ReferenceAnswer answer);
[[nodiscard]] ReferenceAnswer answer_ranked(int rank);

}  // namespace papers::store
