#include "store/edit.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "store/checksum.hpp"
#include "util/calendar.hpp"

namespace papers::store {
namespace {

/// Whether depth is counted from here.
bool is_origin(const Item* item) {
  return item != nullptr && item->root && is_kept(item->state);
}

}  // namespace

Edit::Edit(const Database& db, std::string_view name, std::string_view summary, Time now)
    : m_db(&db),
      m_now(now),
      m_items(db),
      m_references(db),
      m_journal(db),
      m_entry(db, name, summary, now),
      m_loaded(load_counters(db)),
      m_counters(m_loaded) {}

int Edit::next_number() {
  return static_cast<int>(++m_counters.last_number);
}

void Edit::reserve_number(int number) {
  m_counters.last_number = std::max<std::int64_t>(m_counters.last_number, number);
}

void Edit::put_item(const Item* before, const Item* after) {
  const Item& item = after != nullptr ? *after : *before;
  if (before == nullptr) {
    std::string record = record_of(item);
    m_items.insert(item, record);
    log_item(item, "", std::move(record));
  } else if (after == nullptr) {
    remove_item(item);
    log_item(item, record_of(item), "");
  } else {
    const nlohmann::ordered_json new_values = model::differing_fields(*after, *before);
    if (new_values.empty()) {
      return;
    }
    if (before->ids != after->ids) {
      mark_names(item.row);
    }
    m_items.update(item, record_of(item));
    log_item(item, model::dump(model::differing_fields(*before, *after)), model::dump(new_values));
  }
  m_stale.depths |= is_origin(before) != is_origin(after);
}

void Edit::log_item(const Item& item, std::string before, std::string after) {
  m_entry.add("item", item.row, format(item.ids.front()), std::move(before), std::move(after));
}

void Edit::remove_item(const Item& item) {
  mark_names(item.row);
  m_items.remove(item.row);
  m_stale.summaries.erase(item.row);
  m_stale.in_degrees.erase(item.row);
}

void Edit::put_list(std::int64_t citing, const std::string& identity, const std::optional<StoredList>& before,
                    const ReferenceList& after, const std::string& record) {
  if (before) {
    erase_edges(*before);
  }
  draw(m_references.put(citing, after, record), citing, after);
  m_entry.add("references", citing, identity, before ? before->record : "", record);
}

void Edit::remove_list(const StoredList& list, const std::string& identity) {
  erase_edges(list);
  m_references.remove(list.row);
  m_entry.add("references", list.citing, identity, list.record, "");
}

void Edit::draw(std::int64_t row, std::int64_t citing, const ReferenceList& list) {
  m_stale.summaries.insert(citing);
  m_stale.depths = true;
  m_references.draw(row, citing, list, [&](const Reference& entry) {
    const std::int64_t cited = find_or_make(entry, list.source);
    m_stale.in_degrees.insert(cited);
    return cited;
  });
}

void Edit::erase_edges(const StoredList& list) {
  const std::vector<std::int64_t> cited = m_references.edges_of(list);
  m_stale.in_degrees.insert(cited.begin(), cited.end());
  m_stale.summaries.insert(list.citing);
  m_stale.depths = true;
  m_references.erase_edges(list);
}

std::int64_t Edit::find_or_make(const Reference& entry, const std::string& source) {
  if (const auto known = m_items.row_of(*entry.id)) {
    return *known;
  }
  Item item;
  item.row = next_row();
  item.ids = {*entry.id};
  item.title = entry.title;
  item.year = entry.year;
  if (!entry.author.empty()) {
    item.authors = {entry.author};
  }
  item.source = source;
  item.added = util::to_moment(m_now);
  item.key = m_items.free_key(citation_key(item));
  put_item(nullptr, &item);
  return item.row;
}

void Edit::mark_names(std::int64_t row) {
  const std::vector<std::int64_t> lists = m_references.lists_citing(row);
  m_unlinked.insert(lists.begin(), lists.end());
  for (const StoredList& list : m_references.lists_of(row)) {
    m_unlinked.insert(list.row);  // a reference to itself, which drew nothing, may become one to another
  }
}

void Edit::relink() {
  for (const std::int64_t row : std::exchange(m_unlinked, {})) {
    if (const auto stored = m_references.load(row)) {
      erase_edges(*stored);
      draw(row, stored->citing, list_from_record(stored->record));
    }
  }
}

void Edit::settle() {
  relink();
  refresh_derived(*m_db, std::exchange(m_stale, {}));
}

void Edit::finish() {
  settle();
  if (m_counters != m_loaded) {
    store_counters(*m_db, m_counters);
  }
  m_entry.finish();
}

}  // namespace papers::store
