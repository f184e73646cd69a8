// merge_fetched of item_json.hpp.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "model/details.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::model {
namespace {

constexpr std::string_view k_seed = "seed";

bool is_empty(const Json& value) {
  return value.is_null() || value.empty();
}

bool owns(const Item& item, std::string_view field) {
  return std::find(item.own.begin(), item.own.end(), field) != item.own.end();
}

/// A name that was made up here stands behind those by which others know the work: the first is its identity.
void add_new_ids(Item& stored, const Item& fetched) {
  for (const auto& id : fetched.ids) {
    if (std::find(stored.ids.begin(), stored.ids.end(), id) == stored.ids.end()) {
      stored.ids.push_back(id);
    }
  }
  std::stable_partition(stored.ids.begin(), stored.ids.end(),
                        [](const Identifier& id) { return id.scheme != Scheme::local; });
}

void merge(Item& stored, const Item& fetched, bool gaps_only) {
  const int newest = std::max(stored.version.value_or(0), fetched.version.value_or(0));
  std::vector<Detail> details = stored.details;
  fill_in(details, fetched.details);
  add_new_ids(stored, fetched);
  for (const auto& field : item_fields()) {
    if (field.origin != ItemField::Origin::source || owns(stored, field.name)) {
      continue;
    }
    const Json value = field.get(fetched);
    if (!is_empty(value) && (!gaps_only || is_empty(field.get(stored)))) {
      field.set(stored, value);
    }
  }
  stored.details = std::move(details);
  if (newest > 0) {
    stored.version = newest;  // an old version may be asked for after a new one was seen
  }
}

}  // namespace

void merge_fetched(Item& stored, const Item& fetched) {
  merge(stored, fetched, fetched.source == k_seed && !stored.source.empty() && stored.source != k_seed);
}

/// A service corrects the seed data and its own words, unless it names fewer authors than are known, as a
/// printed entry does; one bibliography of the seed data does not correct another.
void merge_named(Item& stored, const Item& named) {
  const bool is_weak = stored.source == k_seed || stored.source == named.source;
  const bool is_better = named.source != k_seed && named.authors.size() >= stored.authors.size();
  merge(stored, named, /*gaps_only=*/!is_weak || !is_better);
}

}  // namespace papers::model
