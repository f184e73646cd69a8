// How the stored fields of an item map to the columns of its row: one table for reading and writing.
#pragma once

#include <span>
#include <string>

#include "papers/item.hpp"

#include "store/query.hpp"

namespace papers::store {

struct ItemColumn {
  const char* name;
  void (*bind)(Query&, const Item&);
  void (*read)(const Query&, int column, Item&);
};

/// In the order of the schema; all but row, checksum, abstract and what is derived.
[[nodiscard]] std::span<const ItemColumn> item_columns();

/// The names, each wrapped into `pattern` where it has a '#', joined by commas: "#" or "# = ?".
[[nodiscard]] std::string item_column_list(std::string_view pattern);

}  // namespace papers::store
