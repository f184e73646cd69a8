// Saving: what Change::save does to the item or list that it is given, before Edit writes it.
#pragma once

#include "store/edit.hpp"

namespace papers::store {

/// See Change::save(Item&). Throws Failure (usage) before anything is written.
void save_item(Edit& edit, Item& item);

/// See Change::save(const ReferenceList&).
void save_list(Edit& edit, const ReferenceList& list);

}  // namespace papers::store
