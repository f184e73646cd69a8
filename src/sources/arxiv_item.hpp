// From an entry of the arXiv feed to an item.
#pragma once

#include <optional>

#include "papers/item.hpp"

#include "sources/atom_feed.hpp"

namespace papers::sources {

/// The paper that an entry describes; nothing when its id is not one of arXiv or it has no title.
/// The item's ids are the arXiv id, then the DOIs; `version` is that of the entry.
[[nodiscard]] std::optional<Item> item_from(const AtomEntry& entry);

}  // namespace papers::sources
