// merge_fetched of item_json.hpp.
#include <algorithm>

#include <nlohmann/json.hpp>

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

void add_new_ids(Item& stored, const Item& fetched) {
  for (const auto& id : fetched.ids) {
    if (std::find(stored.ids.begin(), stored.ids.end(), id) == stored.ids.end()) {
      stored.ids.push_back(id);
    }
  }
}

void merge(Item& stored, const Item& fetched, bool gaps_only) {
  const int newest = std::max(stored.version.value_or(0), fetched.version.value_or(0));
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
  if (newest > 0) {
    stored.version = newest;  // an old version may be asked for after a new one was seen
  }
}

}  // namespace

void merge_fetched(Item& stored, const Item& fetched) {
  merge(stored, fetched, fetched.source == k_seed && !stored.source.empty() && stored.source != k_seed);
}

void merge_named(Item& stored, const Item& named) {
  const bool weak = stored.source == k_seed || stored.source == named.source;
  merge(stored, named, /*gaps_only=*/!weak);
}

}  // namespace papers::model
