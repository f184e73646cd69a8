// Search: the items that hold what the reader looks for, and where in them it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"

#include "app/search_query.hpp"

namespace papers::app {

struct FoundItem {
  /// Which text of the item holds most of the words.
  enum class Where { title, authors, tags, notes, questions, abstract, names };

  Item item;
  double score = 0;
  Where where = Where::title;
  std::string text;  ///< that text; "" for names
};

[[nodiscard]] std::string_view name_of(FoundItem::Where where);

struct SearchReport {
  std::vector<FoundItem> items;  ///< best first
  std::size_t matching = 0;      ///< how many there are in all
};

/// The best `most` of the items that match; 0 for all. Their order is that of Library::search.
[[nodiscard]] SearchReport search(const Library& library, const SearchQuery& query, std::size_t most);

}  // namespace papers::app
