#include "store/same_work.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/details.hpp"
#include "model/item_json.hpp"

namespace papers::store {
namespace {

using Origin = model::ItemField::Origin;

bool owns(const Item& item, std::string_view field) {
  return std::find(item.own.begin(), item.own.end(), field) != item.own.end();
}

/// An empty JSON value, or an empty text or list.
bool is_blank(const nlohmann::ordered_json& value) {
  return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) ||
         (value.is_structured() && value.empty());
}

void fill_in(Item& item, const Item& other) {
  for (const model::ItemField& field : model::item_fields()) {
    if (field.origin != Origin::source && field.origin != Origin::reader) {
      continue;
    }
    const nlohmann::ordered_json theirs = field.get(other);
    const bool only_they_own_it = owns(other, field.name) && !owns(item, field.name);
    if (!is_blank(theirs) && (is_blank(field.get(item)) || only_they_own_it)) {
      field.set(item, theirs);
    }
  }
  model::fill_in(item.details, other.details);
}

/// From what says least about an item to what says most.
constexpr std::array k_progress{State::found,  State::dropped, State::parked, State::queued,
                                State::paused, State::reading, State::read};

bool is_further(State a, State b) {
  const auto place = [](State state) { return std::find(k_progress.begin(), k_progress.end(), state); };
  return place(a) > place(b);
}

/// The state that is further on, with its dates: one that was read is not to be read again.
void take_progress(Item& item, const Item& a, const Item& b) {
  const bool b_is_further = is_further(b.state, a.state);
  const Item& further = b_is_further ? b : a;
  const Item& behind = b_is_further ? a : b;
  item.state = further.state;
  item.started = further.started ? further.started : behind.started;
  item.finished = further.finished;
}

template <class T>
void add_missing(std::vector<T>& values, const std::vector<T>& others) {
  for (const T& other : others) {
    if (std::find(values.begin(), values.end(), other) == values.end()) {
      values.push_back(other);
    }
  }
}

}  // namespace

Item same_work(const Item& a, const Item& b) {
  const bool b_leads = a.state == State::found && b.state != State::found;
  const Item& other = b_leads ? a : b;
  Item item = b_leads ? b : a;
  fill_in(item, other);
  item.row = a.row != 0 ? a.row : b.row;
  item.key = item.key.empty() ? other.key : item.key;
  item.number = item.number ? item.number : other.number;
  if (!other.added.empty()) {
    item.added = std::min(item.added, other.added);
  }
  add_missing(item.ids, other.ids);
  add_missing(item.tags, other.tags);
  add_missing(item.own, other.own);
  add_missing(item.notes, other.notes);
  std::sort(item.tags.begin(), item.tags.end());
  std::sort(item.own.begin(), item.own.end());
  std::stable_sort(item.notes.begin(), item.notes.end(),
                   [](const Note& x, const Note& y) { return x.written < y.written; });
  take_progress(item, a, b);
  item.root = a.root || b.root;
  if (a.minutes && b.minutes) {
    item.minutes = *a.minutes + *b.minutes;
  }
  return item;
}

}  // namespace papers::store
