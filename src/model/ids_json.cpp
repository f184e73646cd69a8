#include "model/ids_json.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace papers::model {
namespace {

struct NamedScheme {
  const char* name;
  Scheme scheme;
};

constexpr std::array<NamedScheme, 5> k_schemes{{{"arxiv", Scheme::arxiv},
                                                {"doi", Scheme::doi},
                                                {"s2", Scheme::s2},
                                                {"openalex", Scheme::openalex},
                                                {"url", Scheme::url}}};

bool contains(const std::vector<Identifier>& ids, const Identifier& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void add_new(std::vector<Identifier>& ids, Identifier id) {
  if (!contains(ids, id)) {
    ids.push_back(std::move(id));
  }
}

/// The value of `row` alone ("2403.00835") or in any form that people paste.
Identifier read_value(const NamedScheme& row, const Json& value) {
  const std::string field = fmt::format("ids.{}", row.name);
  auto id = read_identifier(field, value);
  if (id.scheme != row.scheme) {
    throw bad_value(field, value, fmt::format("an id of scheme {}", row.name));
  }
  return id;
}

}  // namespace

Json identity_to_json(const Item& item) {
  return item.ids.empty() ? Json() : Json(format(item.ids.front()));
}

void set_identity(Item& item, const Json& value) {
  if (value.is_null()) {
    return;
  }
  auto id = read_identifier("id", value);
  item.ids.erase(std::remove(item.ids.begin(), item.ids.end(), id), item.ids.end());
  item.ids.insert(item.ids.begin(), std::move(id));
}

Json ids_to_json(const Item& item) {
  Json object = Json::object();
  for (const auto& row : k_schemes) {
    object[row.name] = nullptr;
  }
  Json other = Json::array();
  for (const auto& id : item.ids) {
    const auto* const row = std::find_if(k_schemes.begin(), k_schemes.end(),
                                         [&](const NamedScheme& each) { return each.scheme == id.scheme; });
    if (row != k_schemes.end() && object[row->name].is_null()) {
      object[row->name] = id.value;
    } else {
      other.push_back(format(id));
    }
  }
  object["other"] = std::move(other);
  return object;
}

void set_ids(Item& item, const Json& value) {
  if (!value.is_null() && !value.is_object()) {
    throw bad_value("ids", value, "an object");
  }
  std::vector<Identifier> ids(item.ids.begin(), item.ids.begin() + (item.ids.empty() ? 0 : 1));
  for (const auto& row : k_schemes) {
    if (const auto& entry = value.is_null() ? value : member(value, row.name); !entry.is_null()) {
      add_new(ids, read_value(row, entry));
    }
  }
  const auto& other = value.is_null() ? value : member(value, "other");
  if (!other.is_null() && !other.is_array()) {
    throw bad_value("ids.other", other, "a list of ids");
  }
  for (const auto& entry : other) {
    add_new(ids, read_identifier("ids.other", entry));
  }
  item.ids = std::move(ids);
}

}  // namespace papers::model
