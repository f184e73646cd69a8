// TitleIndex: which items have a title, and which of them an entry of a bibliography means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "papers/item.hpp"
#include "papers/reference_list.hpp"

#include "store/database.hpp"

namespace papers::store {

/// A title that more items share than this says nothing ("Editorial"): no entry means any of them.
inline constexpr int k_most_namesakes = 20;

class TitleIndex {
 public:
  /// The database must outlive the index.
  explicit TitleIndex(const Database& db) : m_db(&db) {}

  /// Enters or takes out an item; one without a title is left out.
  void put(const Item& item) const;
  void remove(std::int64_t item) const;
  void clear() const;

  /// The items whose titles have that key (model::title_key), ascending.
  [[nodiscard]] std::vector<std::int64_t> rows_with(const std::string& key) const;

  /// The item that an entry without an id means: the only one for which model::match_titles says `same`.
  [[nodiscard]] std::optional<std::int64_t> resolve(const Reference& entry) const;

 private:
  const Database* m_db;
};

/// What TitleIndex compares of an item; when it changes, entries may come to mean another item.
struct Description {
  std::string key;
  std::optional<int> year;
  std::string author;
  bool operator==(const Description&) const = default;
};
[[nodiscard]] Description description_of(const Item& item);

}  // namespace papers::store
