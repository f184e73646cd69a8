#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/same_work.hpp"
#include "store/saving.hpp"
#include "util/calendar.hpp"
#include "util/unique_id.hpp"

namespace papers::store {
namespace {

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// Brings an item into the form in which it is stored.
void normalise(Item& item, Time now) {
  std::vector<Identifier> ids;
  for (Identifier id : item.ids) {
    id.version = 0;  // no part of the identity
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
      ids.push_back(std::move(id));
    }
  }
  item.ids = std::move(ids);
  if (item.ids.empty()) {
    item.ids = {{Scheme::local, util::unique_id(now)}};
  }
  if (item.added.empty()) {
    item.added = util::to_moment(now);
  }
  sort_unique(item.tags);
  sort_unique(item.own);
}

/// What is new goes through the same door as what is read back from the log, so that undo can never meet a
/// value that it must refuse. Throws Failure (usage) naming the field.
void clean_fields(Item& item, const std::optional<Item>& before) {
  model::apply_json(item, model::differing_fields(item, before.value_or(Item{})));
}

/// The other items that have one of its ids.
std::set<std::int64_t> namesakes(const ItemStore& items, const Item& item) {
  std::set<std::int64_t> rows;
  for (const Identifier& id : item.ids) {
    if (const auto row = items.row_of(id); row && *row != item.row) {
      rows.insert(*row);
    }
  }
  return rows;
}

[[noreturn]] void refuse_taken(const Edit& edit, std::int64_t owner, const std::string& what) {
  const auto other = edit.items().load(owner);
  throw Failure(ExitCode::usage,
                fmt::format("{} already belongs to {}; choose another", what,
                            other ? format(other->ids.front()) : std::string("another item")));
}

/// A key that was made when nothing was known of an item nobody has judged yet.
bool has_placeholder_key(const Item& item, const std::optional<Item>& before) {
  return before && before->state == State::found && before->title.empty() && !item.title.empty() &&
         item.key == before->key;
}

/// `absorbed` items are about to go, and their keys and numbers with them.
void choose_key(const Edit& edit, Item& item, const std::optional<Item>& before,
                const std::set<std::int64_t>& absorbed) {
  if (item.key.empty() || has_placeholder_key(item, before)) {
    item.key = edit.items().free_key(citation_key(item));
    return;
  }
  const auto owner = edit.items().row_of_key(item.key);
  if (!owner || *owner == item.row || absorbed.contains(*owner)) {
    return;
  }
  if (before) {
    refuse_taken(edit, *owner, fmt::format("the key {}", item.key));
  }
  item.key = edit.items().free_key(item.key);
}

void choose_number(Edit& edit, Item& item, bool is_new, const std::set<std::int64_t>& absorbed) {
  if (item.number) {
    const auto owner = edit.items().row_of_number(*item.number);
    if (!owner || *owner == item.row || absorbed.contains(*owner)) {
      edit.reserve_number(*item.number);
      return;
    }
    if (!is_new) {
      refuse_taken(edit, *owner, fmt::format("the number {}", *item.number));
    }
    item.number.reset();
  }
  if (is_kept(item.state) || item.state == State::parked) {
    item.number = edit.next_number();
  }
}

/// Takes an item out of the library and gives what it cited.
std::vector<ReferenceList> absorb(Edit& edit, std::int64_t row) {
  const Item item = edit.items().load(row).value();
  std::vector<ReferenceList> lists;
  for (const StoredList& stored : edit.references().lists_of(row)) {
    lists.push_back(list_from_record(stored.record));
    edit.remove_list(stored, format(item.ids.front()));
  }
  edit.put_item(&item, nullptr);
  return lists;
}

/// Takes items out of the library and gives what they cited.
std::vector<ReferenceList> absorb_all(Edit& edit, const std::set<std::int64_t>& rows) {
  std::vector<ReferenceList> lists;
  for (const std::int64_t row : rows) {
    for (ReferenceList& list : absorb(edit, row)) {
      lists.push_back(std::move(list));
    }
  }
  return lists;
}

/// Whether one list says more than another of the same source: an answer with entries rather than one
/// without, then the longer one, then the newer.
bool says_more(const ReferenceList& a, const ReferenceList& b) {
  const auto weight = [](const ReferenceList& list) {
    return std::make_tuple(rank_of(list.answer), list.entries.size(), std::string_view(list.fetched));
  };
  return weight(a) > weight(b);
}

/// Gives an item the lists of those that it absorbed, except where its own from that source says as much.
void inherit(Edit& edit, const Item& item, std::vector<ReferenceList> lists) {
  for (ReferenceList& list : lists) {
    const auto own = edit.references().find(item.row, list.source);
    if (!own || says_more(list, list_from_record(own->record))) {
      list.citing = item.ids.front();
      save_list(edit, list, Change::Unknown::leave);
    }
  }
}

/// Makes `item` the whole of a work that the library knows under several of its ids; gives the rows of the
/// items that go.
std::set<std::int64_t> join_namesakes(const ItemStore& items, Item& item) {
  std::set<std::int64_t> others = namesakes(items, item);
  for (const std::int64_t row : others) {
    const Item other = items.load(row).value();
    item = item.row == 0 ? same_work(other, item) : same_work(item, other);
  }
  others.erase(item.row);
  return others;
}

/// What is stored of an item; nothing for a new one.
std::optional<Item> stored_form(const ItemStore& items, const Item& item) {
  if (item.row == 0) {
    return std::nullopt;
  }
  auto stored = items.load(item.row);
  if (!stored) {
    throw Failure(ExitCode::failed, fmt::format("{} is no longer in the library", format(item.ids.front())));
  }
  return stored;
}

}  // namespace

void save_item(Edit& edit, Item& item) {
  normalise(item, edit.now());
  const std::set<std::int64_t> absorbed = join_namesakes(edit.items(), item);
  const std::optional<Item> before = stored_form(edit.items(), item);
  clean_fields(item, before);
  choose_key(edit, item, before, absorbed);
  choose_number(edit, item, /*is_new=*/!before, absorbed);

  std::vector<ReferenceList> inherited = absorb_all(edit, absorbed);
  if (!before) {
    item.row = edit.next_row();
  }
  edit.put_item(before ? &*before : nullptr, &item);
  inherit(edit, item, std::move(inherited));
  edit.relink();
}

void merge_items(Edit& edit, Item& into, const Item& other) {
  if (into.row == other.row) {
    throw Failure(ExitCode::usage, fmt::format("{} is one item already; name two", format(into.ids.front())));
  }
  const auto gone = stored_form(edit.items(), other);
  if (!gone || into.row == 0) {
    throw Failure(ExitCode::failed, "only items of the library can become one work");
  }
  Item whole = into;
  whole.ids.insert(whole.ids.end(), gone->ids.begin(), gone->ids.end());
  save_item(edit, whole);  // joins the two, for they share names now
  into = std::move(whole);
}

}  // namespace papers::store
