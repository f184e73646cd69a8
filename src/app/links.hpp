// Links between items, as the reader says them: what explains, implements, replaces, or is part of what.
#pragma once

#include <string>
#include <vector>

#include "papers/clock.hpp"
#include "papers/library.hpp"

#include "model/link.hpp"

namespace papers::app {

/// A link seen from one of its items.
struct LinkedItem {
  model::Relation relation = model::Relation::explains;
  bool from_other = false;  ///< the other one explains it, ...
  Item other;
};

/// All of an item, in the order of their records; those to items that are gone are left out.
[[nodiscard]] std::vector<LinkedItem> links_of(const Library& library, const Item& item);
/// What is part of it, in the order in which the parts were made.
[[nodiscard]] std::vector<Item> parts_of(const Library& library, const Item& item);

/// Says that `from` explains (...) `to`; false when it was said already. Throws Failure (usage) when both are
/// one item, or when each would be part of, or replace, the other.
bool add_link(Change& change, const Item& from, model::Relation relation, const Item& to, Time now);
/// Takes such a link away, by whatever names it was said; false when there is none.
bool remove_link(Change& change, const Item& from, model::Relation relation, const Item& to);

/// "explains", "is explained by", ...: what the item does to the other one.
[[nodiscard]] std::string words_for(const LinkedItem& linked);

}  // namespace papers::app
