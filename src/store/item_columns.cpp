#include "store/item_columns.hpp"

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

namespace papers::store {
namespace {

using Json = nlohmann::ordered_json;

Json parsed_list(const std::string& text) {
  if (text == "[]") {
    return Json::array();
  }
  auto json = model::parse_json(text);
  // What cannot be read counts as absent, so that one damaged row does not hide the others; `check` reports
  // it.
  return json && json->is_array() ? *std::move(json) : Json::array();
}

std::string text_at(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> strings_from(const Json& list) {
  std::vector<std::string> strings;
  for (const Json& entry : list) {
    if (entry.is_string()) {
      strings.push_back(entry.get<std::string>());
    }
  }
  return strings;
}

Identifier identifier_from(const std::string& text) {
  auto id = parse_identifier(text);
  return id ? *std::move(id) : Identifier{Scheme::other, text};
}

// ---- writing: what a field of each type is to SQLite

template <class T>
requires(!std::is_enum_v<T>) const T& sql_value(const T& value) {
  return value;
}

template <class Enum>
requires std::is_enum_v<Enum> std::string sql_value(Enum value) {
  return std::string(name_of(value));
}

template <class Enum>
requires std::is_enum_v<Enum> std::optional<std::string> sql_value(const std::optional<Enum>& value) {
  return value ? std::optional(sql_value(*value)) : std::nullopt;
}

std::string sql_value(const std::vector<std::string>& strings) {
  return strings.empty() ? "[]" : model::dump(Json(strings));
}

std::string sql_value(const std::vector<Note>& notes) {
  Json list = Json::array();
  for (const Note& note : notes) {
    list.push_back({{"written", note.written}, {"kind", note.kind}, {"text", note.text}});
  }
  return model::dump(list);
}

// ---- reading

void read_value(const Query& row, int column, std::string& value) {
  value = row.text(column);
}
void read_value(const Query& row, int column, bool& value) {
  value = row.number(column) != 0;
}
void read_value(const Query& row, int column, std::optional<int>& value) {
  value = row.maybe_number(column);
}
void read_value(const Query& row, int column, std::optional<std::string>& value) {
  value = row.maybe_text(column);
}
void read_value(const Query& row, int column, Kind& value) {
  value = kind_named(row.text(column)).value_or(Kind::paper);
}
void read_value(const Query& row, int column, State& value) {
  value = state_named(row.text(column)).value_or(State::found);
}
void read_value(const Query& row, int column, std::optional<Level>& value) {
  value = level_named(row.text(column));
}
void read_value(const Query& row, int column, std::optional<Priority>& value) {
  value = priority_named(row.text(column));
}
void read_value(const Query& row, int column, std::vector<std::string>& value) {
  value = strings_from(parsed_list(row.text(column)));
}
void read_value(const Query& row, int column, std::vector<Note>& value) {
  value.clear();
  for (const Json& note : parsed_list(row.text(column))) {
    if (note.is_object()) {
      value.push_back({text_at(note, "written"), text_at(note, "kind"), text_at(note, "text")});
    }
  }
}

template <auto Member>
constexpr ItemColumn column(const char* name) {
  return {name, [](Query& query, const Item& item) { query.bind(sql_value(item.*Member)); },
          [](const Query& row, int index, Item& item) { read_value(row, index, item.*Member); }};
}

// ---- ids: the first is the identity, the others follow as a list

void bind_identity(Query& query, const Item& item) {
  query.bind(format(item.ids.front()));
}
void read_identity(const Query& row, int index, Item& item) {
  item.ids = {identifier_from(row.text(index))};
}

void bind_other_ids(Query& query, const Item& item) {
  std::vector<std::string> others;
  std::transform(item.ids.begin() + 1, item.ids.end(), std::back_inserter(others),
                 [](const Identifier& id) { return format(id); });
  query.bind(sql_value(others));
}

void read_other_ids(const Query& row, int index, Item& item) {
  for (const std::string& id : strings_from(parsed_list(row.text(index)))) {
    item.ids.push_back(identifier_from(id));
  }
}

constexpr ItemColumn k_columns[] = {
    {"identity", bind_identity, read_identity},
    {"other_ids", bind_other_ids, read_other_ids},
    column<&Item::key>("key"),
    column<&Item::number>("number"),
    column<&Item::kind>("kind"),
    column<&Item::title>("title"),
    column<&Item::authors>("authors"),
    column<&Item::year>("year"),
    column<&Item::published>("published"),
    column<&Item::updated>("updated"),
    column<&Item::version>("version"),
    column<&Item::venue>("venue"),
    column<&Item::categories>("categories"),
    column<&Item::comment>("comment"),
    column<&Item::source>("source"),
    column<&Item::state>("state"),
    column<&Item::root>("root"),
    column<&Item::priority>("priority"),
    column<&Item::due>("due"),
    column<&Item::tags>("tags"),
    column<&Item::effort_minutes>("effort_minutes"),
    column<&Item::level>("level"),
    column<&Item::rating>("rating"),
    column<&Item::minutes>("minutes"),
    column<&Item::added>("added"),
    column<&Item::started>("started"),
    column<&Item::finished>("finished"),
    column<&Item::notes>("notes"),
    column<&Item::own>("own"),
};

}  // namespace

std::span<const ItemColumn> item_columns() {
  return k_columns;
}

std::string item_column_list(std::string_view pattern) {
  std::string list;
  for (const ItemColumn& column : k_columns) {
    list += list.empty() ? "" : ", ";
    for (const char c : pattern) {
      c == '#' ? list += column.name : list += c;
    }
  }
  return list;
}

}  // namespace papers::store
