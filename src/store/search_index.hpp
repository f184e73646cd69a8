// SearchIndex: the words of every item, kept for searching.
//
// Two tables: search_texts holds the words, search_index (FTS5) where they stand. FTS5 reads nothing but the
// second to find items, and must be told the old words when they change, which is what the first is for.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "papers/item.hpp"

#include "store/database.hpp"

namespace papers::store {

/// The words of one item, a text for each column.
using SearchTexts = std::array<std::string, 7>;

class SearchIndex {
 public:
  /// The database must outlive the index.
  explicit SearchIndex(const Database& db) : m_db(&db) {}

  /// Enters an item as it is now, or takes it out when nothing but its names is known.
  void put(const Item& item) const;
  void remove(std::int64_t item) const;
  /// Brings up to date which questions were asked about which items. O(questions).
  void refresh_questions() const;
  void clear() const;

  /// Whether index and texts agree; O(all words). Needs a database that may be written, and writes nothing.
  [[nodiscard]] bool is_sound() const;

 private:
  void replace(std::int64_t item, const SearchTexts& before, const SearchTexts& after) const;
  [[nodiscard]] SearchTexts stored(std::int64_t item) const;

  const Database* m_db;
};

}  // namespace papers::store
