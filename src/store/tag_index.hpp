// TagIndex: which items have a tag.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

#include "store/database.hpp"

namespace papers::store {

class TagIndex {
 public:
  /// The database must outlive the index.
  explicit TagIndex(const Database& db) : m_db(&db) {}

  /// Enters an item of which nothing is entered.
  void put(const Item& item) const;
  void remove(std::int64_t item) const;
  void clear() const;

  [[nodiscard]] std::vector<std::int64_t> rows_with(std::string_view tag) const;  ///< ascending

 private:
  const Database* m_db;
};

}  // namespace papers::store
