// ReferenceStore: reference lists as their sources gave them, and the edges drawn from them.
//
// The record of a list (JSON) is what is kept for good; its edges and titles are derived and can be drawn
// again. Knows nothing of the log: Edit calls it and does the rest.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"
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
  /// The row of the item that an id names; nothing when there is none, and the reference draws no edge.
  using Resolve = std::function<std::optional<std::int64_t>(const Reference&)>;

  /// The database must outlive the store.
  explicit ReferenceStore(const Database& db) : m_db(&db) {}

  [[nodiscard]] std::optional<StoredList> find(std::int64_t citing, std::string_view source) const;
  [[nodiscard]] std::optional<StoredList> load(std::int64_t list) const;
  [[nodiscard]] std::vector<StoredList> lists_of(std::int64_t citing) const;  ///< by source
  [[nodiscard]] std::vector<std::int64_t> lists_citing(std::int64_t cited) const;
  [[nodiscard]] std::vector<std::int64_t> rows() const;  ///< of all lists, by identity of citing, then source

  [[nodiscard]] std::vector<std::int64_t> cited_by(std::int64_t citing) const;  ///< by position, each once
  [[nodiscard]] std::vector<std::int64_t> citing(std::int64_t cited) const;     ///< ascending
  [[nodiscard]] std::vector<Citation> citations() const;                        ///< each once, sorted

  /// Inserts or replaces the list of one source; gives its row. Leaves its edges alone.
  std::int64_t put(std::int64_t citing, const ReferenceList& list, const std::string& record);
  void remove(std::int64_t list);

  /// Draws the edges of a list that has none. Self-references draw none, repeated ones one.
  void draw(std::int64_t row, std::int64_t citing, const ReferenceList& list, const Resolve& resolve);
  /// The items to which a list draws edges.
  [[nodiscard]] std::vector<std::int64_t> edges_of(const StoredList& list) const;
  void erase_edges(const StoredList& list);

  /// Makes headers, edges and titles of all lists anew from their records.
  void redraw_all(const Resolve& resolve);

  /// A line for each list whose checksum does not match its record.
  void each_damaged(const std::function<void(const StoredList&)>& visit) const;

 private:
  const Database* m_db;
};

/// The list in a record. Throws Failure when the record makes no sense.
[[nodiscard]] ReferenceList list_from_record(const std::string& record);

}  // namespace papers::store
