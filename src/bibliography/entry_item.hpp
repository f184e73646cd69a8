// From an entry of a bibliography to an item of the library: the one place that decides what it means.
#pragma once

#include <string_view>

#include "papers/item.hpp"

#include "bibliography/entry.hpp"

namespace papers::bibliography {

/// Facts alone: `state` is left as it is in a new Item, `source` says which format they are from. The key of
/// the entry becomes the item's own when it is the one that papers would give (citation_key, with a letter
/// behind it or not), else a name behind its others (model::key_alias); so do further keys. An item without
/// ids and title says nothing.
[[nodiscard]] Item item_from(const Entry& entry, std::string_view source);

}  // namespace papers::bibliography
