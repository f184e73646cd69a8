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
#include "papers/library.hpp"
#include "papers/record.hpp"
#include "papers/reference_list.hpp"

#include "store/citation_store.hpp"
#include "store/derived.hpp"
#include "store/item_store.hpp"
#include "store/journal.hpp"
#include "store/meta.hpp"
#include "store/record_store.hpp"
#include "store/reference_store.hpp"

namespace papers::store {

class Edit {
 public:
  /// The database must outlive the edit.
  Edit(const Database& db, JournalEntry entry, Time now);

  [[nodiscard]] const ItemStore& items() const { return m_items; }
  [[nodiscard]] const ReferenceStore& references() const { return m_references; }
  [[nodiscard]] const RecordStore& records() const { return m_records; }
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
  /// Makes an item in state `found` for each id of a list that names none.
  void make_unknown(const ReferenceList& list);

  /// Inserts (no before), removes (no after) or replaces a record.
  void put_record(const Record* before, const Record* after);

  /// Draws lists again whose ids came to name other items. Those whose titles did wait for settle().
  void relink();
  /// Brings derived data up to date.
  void settle();
  /// Settles and completes the log entry; the transaction can then be committed.
  void finish();

 private:
  void remove_item(const Item& item);
  void log_item(const Item& item, std::string before, std::string after);
  void make_found(const Reference& entry, const std::string& source);
  void draw(const DrawnList& drawn, const ReferenceList& list);
  void erase(const DrawnList& drawn);
  void redraw(const std::unordered_set<std::int64_t>& lists);
  void mark_edges();
  void mark_for_ranking(const Item* before, const Item* after);
  void mark_names(std::int64_t row);
  void mark_titles(const Item* before, const Item* after);
  void link_names(const Item* before, const Item& after);

  const Database* m_db;
  Time m_now;
  ItemStore m_items;
  ReferenceStore m_references;
  CitationStore m_citations;
  RecordStore m_records;
  Journal m_journal;
  JournalEntry m_entry;
  Counters m_loaded;
  Counters m_counters;
  Stale m_stale;
  std::unordered_set<std::int64_t> m_unlinked;  ///< rows of lists that name items whose ids changed
  std::unordered_set<std::int64_t> m_retitled;  ///< rows of lists that name items whose titles changed
};

}  // namespace papers::store
