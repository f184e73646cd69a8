// ItemStore: rows of items and the tables that find them: ids, words, titles, tags, the search index.
//
// Knows nothing of the log or of derived numbers: Edit calls it and does the rest.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "papers/clock.hpp"
#include "papers/item.hpp"
#include "papers/library.hpp"

#include "store/database.hpp"

namespace papers::store {

class ItemStore {
 public:
  /// The database must outlive the store, and so must the clock, which tells the weeks that have ended:
  /// without one nothing has slipped.
  explicit ItemStore(const Database& db, const Clock* clock = nullptr) : m_db(&db), m_clock(clock) {}

  [[nodiscard]] std::optional<std::int64_t> row_of(const Identifier& id) const;
  [[nodiscard]] std::optional<std::int64_t> row_of_number(int number) const;
  [[nodiscard]] std::optional<std::int64_t> row_of_key(std::string_view key) const;

  /// The whole item, derived fields included.
  [[nodiscard]] std::optional<Item> load(std::int64_t row) const;
  /// The items of these rows, in that order; rows without an item are left out.
  [[nodiscard]] std::vector<Item> load_all(const std::vector<std::int64_t>& rows) const;

  /// As load_all, but only what they are called.
  [[nodiscard]] std::vector<Naming> namings(const std::vector<std::int64_t>& rows) const;

  /// Writes a new item, whose row must be free. `record` is record_of(item).
  void insert(const Item& item, const std::string& record);
  void update(const Item& before, const Item& after, const std::string& record);
  void remove(std::int64_t row);

  /// `wanted`, or `wanted` with one of the suffixes b, c, ..., z, aa, ab, ... that nobody has: the next one,
  /// unless items with such keys were removed. O(log n).
  [[nodiscard]] std::string free_key(const std::string& wanted) const;

  /// Makes ids, words, titles and tags of all items anew.
  void rebuild_lookups();

  /// Each item with the checksum that its row holds.
  void each_with_checksum(const std::function<void(const Item&, std::int64_t checksum)>& visit) const;

 private:
  void put_aside(const Item& item);  ///< what stands in tables of its own, where there is any
  void write_ids(const Item& item);
  void write_texts(const Item& item);
  [[nodiscard]] std::string today() const;

  const Database* m_db;
  const Clock* m_clock;
  /// The suffix that free_key found last for each key, where it looks first: a bulk import makes thousands of
  /// items of which nothing is known but an id.
  mutable std::unordered_map<std::string, std::int64_t> m_last_suffix;
};

}  // namespace papers::store
