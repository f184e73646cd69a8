#include "store/edit.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/link.hpp"
#include "model/plan.hpp"
#include "model/question_words.hpp"
#include "store/checksum.hpp"
#include "store/plan_index.hpp"
#include "util/calendar.hpp"

namespace papers::store {
namespace {

/// Whether depth is counted from here.
bool is_origin(const Item* item) {
  return item != nullptr && item->root && is_kept(item->state);
}

/// Whether depth goes no further.
bool is_end(const Item* item) {
  return item != nullptr && item->state == State::dropped;
}

/// What the relevance of papers depends on, but for citations.
auto relevance_facts(const Item& item) {
  const bool is_paper = item.kind == Kind::paper || item.kind == Kind::book;
  return std::tuple(item.ids.front(), item.title, item.year, is_paper, item.number, is_kept(item.state));
}

/// What readiness depends on, but for citations.
auto readiness_facts(const Item& item) {
  const bool is_readable = is_kept(item.state) && item.state != State::read;
  return std::tuple(item.ids.front(), is_readable, item.state == State::read, item.state == State::dropped);
}

/// Whether two items, either of which may be none, differ in these facts.
template <class Facts>
bool differ(const Item* a, const Item* b, Facts facts) {
  return a == nullptr || b == nullptr ? a != b : facts(*a) != facts(*b);
}

}  // namespace

Edit::Edit(const Database& db, JournalEntry entry, Time now)
    : m_db(&db),
      m_now(now),
      m_items(db),
      m_references(db),
      m_citations(db),
      m_records(db),
      m_journal(db),
      m_entry(std::move(entry)),
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
    m_items.update(*before, item, record_of(item));
    log_item(item, model::dump(model::differing_fields(*before, *after)), model::dump(new_values));
  }
  m_stale.depths |= is_origin(before) != is_origin(after) || is_end(before) != is_end(after);
  mark_for_ranking(before, after);
  m_stale.questions |= before == nullptr || after == nullptr || before->ids != after->ids;
  mark_titles(before, after);
  if (after != nullptr) {
    link_names(before, *after);
  }
}

void Edit::mark_for_ranking(const Item* before, const Item* after) {
  const std::int64_t row = after != nullptr ? after->row : before->row;
  m_stale.standings |= differ(before, after, relevance_facts);
  if (differ(before, after, readiness_facts)) {
    m_stale.readiness.own.insert(row);
    m_stale.readiness.cited.insert(row);
  }
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
    erase({before->row, citing});
  }
  draw({m_references.put(citing, after, record), citing}, after);
  m_entry.add("references", citing, identity, before ? before->record : "", record);
}

void Edit::remove_list(const StoredList& list, const std::string& identity) {
  erase({list.row, list.citing});
  m_references.remove(list.row);
  m_entry.add("references", list.citing, identity, list.record, "");
}

void Edit::draw(const DrawnList& drawn, const ReferenceList& list) {
  const Resolved resolved = m_citations.resolve(list);
  m_citations.draw(drawn, list, resolved);
  m_stale.summaries.insert(drawn.citing);
  mark_edges();
  for (const std::optional<std::int64_t>& cited : resolved) {
    if (cited) {
      m_stale.in_degrees.insert(*cited);
    }
  }
}

void Edit::erase(const DrawnList& drawn) {
  const std::vector<std::int64_t> cited = m_citations.edges_of(drawn);
  m_stale.in_degrees.insert(cited.begin(), cited.end());
  m_stale.summaries.insert(drawn.citing);
  mark_edges();
  m_citations.erase(drawn);
}

void Edit::mark_edges() {
  m_stale.depths = true;
  m_stale.standings = true;
}

void Edit::redraw(const std::unordered_set<std::int64_t>& lists) {
  for (const std::int64_t row : lists) {
    if (const auto stored = m_references.load(row)) {
      erase({row, stored->citing});
      draw({row, stored->citing}, list_from_record(stored->record));
    }
  }
}

void Edit::make_unknown(const ReferenceList& list) {
  for (const Reference& entry : list.entries) {
    if (entry.id && !m_items.row_of(*entry.id)) {
      make_found(entry, list.source);
    }
  }
}

void Edit::make_found(const Reference& entry, const std::string& source) {
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
}

void Edit::put_record(const Record* before, const Record* after) {
  const Record& record = after != nullptr ? *after : *before;
  after != nullptr ? m_records.put(record) : m_records.remove(record);
  if (record.kind == model::k_plan_kind) {
    PlanIndex(*m_db).remove(record.id);
    if (after != nullptr) {
      PlanIndex(*m_db).put(*after);
    }
  }
  m_stale.readiness.links |= record.kind == model::k_link_kind;
  m_stale.questions |= record.kind == model::k_question_kind;
  m_entry.add("record", 0, identity_of(record), before != nullptr ? before->body : "",
              after != nullptr ? after->body : "");
}

void Edit::mark_names(std::int64_t row) {
  const std::vector<std::int64_t> lists = m_citations.lists_citing(row);
  m_unlinked.insert(lists.begin(), lists.end());
  for (const StoredList& list : m_references.lists_of(row)) {
    m_unlinked.insert(list.row);  // a reference to itself, which drew nothing, may become one to another
  }
}

/// An entry without an id means the one item of its title, so every item that comes, goes or is described in
/// other words may change what entries of its old and new title mean.
void Edit::mark_titles(const Item* before, const Item* after) {
  const Description old_one = before != nullptr ? description_of(*before) : Description{};
  const Description new_one = after != nullptr ? description_of(*after) : Description{};
  if (old_one == new_one) {
    return;
  }
  for (const std::string& key : {old_one.key, new_one.key}) {
    if (!key.empty()) {
      const std::vector<std::int64_t> lists = m_citations.lists_naming(key);
      m_retitled.insert(lists.begin(), lists.end());
    }
  }
}

/// Draws what had waited for the names that an item now has.
void Edit::link_names(const Item* before, const Item& after) {
  for (const Identifier& id : after.ids) {
    if (before != nullptr && std::find(before->ids.begin(), before->ids.end(), id) != before->ids.end()) {
      continue;
    }
    for (const DrawnList& list : m_citations.arrive(format(id), after.row)) {
      m_stale.summaries.insert(list.citing);
      m_stale.in_degrees.insert(after.row);
      mark_edges();
    }
  }
}

void Edit::relink() {
  redraw(std::exchange(m_unlinked, {}));
}

void Edit::settle() {
  m_unlinked.merge(std::exchange(m_retitled, {}));
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
