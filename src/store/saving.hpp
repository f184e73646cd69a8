// Saving: what Change::save does to the item or list that it is given, before Edit writes it.
#pragma once

#include "store/edit.hpp"

namespace papers::store {

/// See Change::save(Item&). Throws Failure (usage) before anything is written.
void save_item(Edit& edit, Item& item);

/// See Change::merge.
void merge_items(Edit& edit, Item& into, const Item& other);

/// See Change::save(const ReferenceList&, Unknown).
void save_list(Edit& edit, const ReferenceList& list, Change::Unknown unknown);

/// See Change::save(const Record&) and Change::remove.
void save_record(Edit& edit, const Record& record);
void remove_record(Edit& edit, const Record& record);

}  // namespace papers::store
