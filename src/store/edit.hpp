// Edit: all writing of one Change. Each call changes tables and log together and remembers what
// derived data became stale; settle() brings that up to date.
//
// The caller holds the write lock and an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "papers/clock.hpp"
#include "papers/item.hpp"
#include "papers/reference_list.hpp"

#include "store/derived.hpp"
#include "store/item_store.hpp"
#include "store/journal.hpp"
#include "store/meta.hpp"
#include "store/reference_store.hpp"

namespace papers::store {

class Edit {
 public:
  /// The database must outlive the edit.
  Edit(const Database& db, std::string_view name, std::string_view summary, Time now);

  [[nodiscard]] const ItemStore& items() const { return m_items; }
  [[nodiscard]] const ReferenceStore& references() const { return m_references; }
  [[nodiscard]] Journal journal() const { return m_journal; }
  [[nodiscard]] JournalEntry& entry() { return m_entry; }
  [[nodiscard]] Time now() const { return m_now; }

  [[nodiscard]] std::int64_t next_row() { return ++m_counters.last_row; }
  [[nodiscard]] int next_number();
  /// Sees to it that a number that came from elsewhere is not given out again.
  void reserve_number(int number);

  /// Inserts (no before), removes (no after) or updates an item; nothing when they are equal.
  void put_item(const Item* before, const Item* after);

  /// Replaces one source's list of the item `identity`, or gives it its first. `record` is `after` as JSON.
  void put_list(std::int64_t citing, const std::string& identity, const std::optional<StoredList>& before,
                const ReferenceList& after, const std::string& record);
  void remove_list(const StoredList& list, const std::string& identity);

  /// The item that a reference names, made in state `found` when the library does not know it.
  std::int64_t find_or_make(const Reference& entry, const std::string& source);

  /// Draws lists again whose ids came to name other items.
  void relink();
  /// Brings derived data up to date.
  void settle();
  /// Settles and completes the log entry; the transaction can then be committed.
  void finish();

 private:
  void remove_item(const Item& item);
  void log_item(const Item& item, std::string before, std::string after);
  void draw(std::int64_t row, std::int64_t citing, const ReferenceList& list);
  void erase_edges(const StoredList& list);
  void mark_names(std::int64_t row);

  const Database* m_db;
  Time m_now;
  ItemStore m_items;
  ReferenceStore m_references;
  Journal m_journal;
  JournalEntry m_entry;
  Counters m_loaded;
  Counters m_counters;
  Stale m_stale;
  std::unordered_set<std::int64_t> m_unlinked;  ///< rows of lists that name items whose ids changed
};

}  // namespace papers::store
