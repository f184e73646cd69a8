#include "model/item_json.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <nlohmann/json.hpp>

#include "model/details.hpp"
#include "model/ids_json.hpp"
#include "model/json_value.hpp"

namespace papers::model {
namespace {

using Origin = ItemField::Origin;

constexpr int k_most = std::numeric_limits<int>::max();

/// The name of a field as a template argument, so that its reader can name it in messages.
template <std::size_t Size>
struct Name {
  constexpr Name(const char (&literal)[Size]) {
    std::copy_n(literal, Size, text);
  }                   // NOLINT: implicit by design
  char text[Size]{};  // NOLINT(modernize-avoid-c-arrays): a literal's own shape
};

template <class Value>
void assign(Value& target, Value value) {
  target = std::move(value);
}

void assign(std::optional<std::string>& target, std::string value) {
  target = value.empty() ? std::nullopt : std::optional(std::move(value));
}

Json json_of(const std::string& text) {
  return text_or_null(text);
}
Json json_of(const std::optional<std::string>& text) {
  return text ? text_or_null(*text) : Json();
}

// One maker of rows for each type of field.

template <Name name, auto member, auto read = read_line>
constexpr ItemField text_field(Origin origin) {
  return {name.text, origin, [](const Item& item) { return json_of(item.*member); },
          [](Item& item, const Json& value) { assign(item.*member, read(name.text, value)); }};
}

template <Name name, auto member, int low, int high>
constexpr ItemField number_field(Origin origin) {
  return {name.text, origin, [](const Item& item) { return number_or_null(item.*member); },
          [](Item& item, const Json& value) { item.*member = read_int(name.text, value, low, high); }};
}

template <Name name, auto member>
constexpr ItemField list_field(Origin origin) {
  return {name.text, origin, [](const Item& item) { return Json(item.*member); },
          [](Item& item, const Json& value) { item.*member = read_lines(name.text, value); }};
}

template <Name name, auto member>
constexpr ItemField set_field(Origin origin) {
  return {name.text, origin, [](const Item& item) { return Json(item.*member); },
          [](Item& item, const Json& value) {
            auto lines = read_lines(name.text, value);
            std::sort(lines.begin(), lines.end());
            lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
            item.*member = std::move(lines);
          }};
}

template <class Value, std::size_t Count>
Value read_name(std::string_view field, const Json& value, std::optional<Value> (*named)(std::string_view),
                const std::array<Value, Count>& all) {
  const auto found = value.is_string() ? named(value.get_ref<const std::string&>()) : std::nullopt;
  if (!found) {
    std::string expected;
    for (const Value each : all) {
      expected.append(expected.empty() ? "one of " : ", ").append(name_of(each));
    }
    throw bad_value(field, value, expected);
  }
  return *found;
}

template <Name name, auto member, auto named, const auto& all>
constexpr ItemField name_field(Origin origin) {
  return {name.text, origin, [](const Item& item) { return Json(name_of(item.*member)); },
          [](Item& item, const Json& value) {
            if (!value.is_null()) {
              item.*member = read_name(name.text, value, named, all);
            }
          }};
}

template <Name name, auto member, auto named, const auto& all>
constexpr ItemField optional_name_field(Origin origin) {
  return {name.text, origin,
          [](const Item& item) { return item.*member ? Json(name_of(*(item.*member))) : Json(); },
          [](Item& item, const Json& value) {
            if (value.is_null()) {
              (item.*member).reset();
            } else {
              item.*member = read_name(name.text, value, named, all);
            }
          }};
}

Json references_to_json(const Item& item) {
  if (!item.references) {
    return {};
  }
  const auto& summary = *item.references;
  return {{"known", summary.known},
          {"stated", number_or_null(summary.stated)},
          {"unresolved", summary.unresolved},
          {"source", text_or_null(summary.source)},
          {"fetched", text_or_null(summary.fetched)},
          {"complete", summary.complete},
          {"answer", name_of(summary.answer)},
          {"beyond", summary.beyond}};
}

Json notes_to_json(const Item& item) {
  Json notes = Json::array();
  for (const auto& note : item.notes) {
    notes.push_back({{"written", text_or_null(note.written)}, {"kind", note.kind}, {"text", note.text}});
  }
  return notes;
}

void set_notes(Item& item, const Json& value) {
  if (!value.is_null() && !value.is_array()) {
    throw bad_value("notes", value, "a list of objects");
  }
  std::vector<Note> notes;
  for (const auto& entry : value) {
    if (!entry.is_object()) {
      throw bad_value("notes", entry, "a list of objects");
    }
    Note note{read_moment("notes.written", member(entry, "written")),
              read_line("notes.kind", member(entry, "kind")), read_text("notes.text", member(entry, "text"))};
    note.kind = note.kind.empty() ? "note" : note.kind;
    notes.push_back(std::move(note));
  }
  item.notes = std::move(notes);
}

constexpr std::array k_fields{
    ItemField{"id", Origin::identity, identity_to_json, set_identity},
    text_field<"key", &Item::key>(Origin::identity),
    number_field<"number", &Item::number, 1, k_most>(Origin::identity),
    name_field<"kind", &Item::kind, kind_named, k_kinds>(Origin::source),
    text_field<"title", &Item::title>(Origin::source),
    list_field<"authors", &Item::authors>(Origin::source),
    number_field<"year", &Item::year, 1, 9999>(Origin::source),
    text_field<"published", &Item::published, read_moment>(Origin::source),
    text_field<"updated", &Item::updated, read_moment>(Origin::source),
    number_field<"version", &Item::version, 1, k_most>(Origin::source),
    ItemField{"ids", Origin::identity, ids_to_json, set_ids},
    text_field<"venue", &Item::venue>(Origin::source),
    list_field<"categories", &Item::categories>(Origin::source),
    text_field<"abstract", &Item::abstract, read_text>(Origin::source),
    name_field<"state", &Item::state, state_named, k_states>(Origin::reader),
    optional_name_field<"priority", &Item::priority, priority_named, k_priorities>(Origin::reader),
    text_field<"due", &Item::due, read_day>(Origin::reader),
    set_field<"tags", &Item::tags>(Origin::reader),
    number_field<"effort_minutes", &Item::effort_minutes, 0, k_most>(Origin::reader),
    optional_name_field<"level", &Item::level, level_named, k_levels>(Origin::reader),
    number_field<"rating", &Item::rating, 1, 5>(Origin::reader),
    ItemField{"depth", Origin::derived, [](const Item& item) { return number_or_null(item.depth); }, nullptr},
    ItemField{"slips", Origin::derived, [](const Item& item) { return Json(item.slips); }, nullptr},
    ItemField{"references", Origin::derived, references_to_json, nullptr},
    text_field<"added", &Item::added, read_moment>(Origin::reader),
    text_field<"finished", &Item::finished, read_moment>(Origin::reader),
    ItemField{"notes", Origin::reader, notes_to_json, set_notes},
    text_field<"comment", &Item::comment, read_text>(Origin::source),
    text_field<"source", &Item::source>(Origin::source),
    ItemField{"root", Origin::reader, [](const Item& item) { return Json(item.root); },
              [](Item& item, const Json& value) { item.root = read_bool("root", value); }},
    number_field<"minutes", &Item::minutes, 0, k_most>(Origin::reader),
    text_field<"started", &Item::started, read_moment>(Origin::reader),
    ItemField{"cited_by", Origin::derived, [](const Item& item) { return Json(item.cited_by); }, nullptr},
    set_field<"own", &Item::own>(Origin::reader),
    ItemField{"details", Origin::source, details_to_json, set_details},
};

}  // namespace

std::span<const ItemField> item_fields() {
  return k_fields;
}

nlohmann::ordered_json item_to_json(const Item& item) {
  Json record = Json::object();
  for (const auto& field : k_fields) {
    record.emplace(field.name, field.get(item));
  }
  return record;
}

nlohmann::ordered_json item_to_record(const Item& item) {
  Json record = Json::object();
  for (const auto& field : k_fields) {
    if (field.origin != Origin::derived) {
      record.emplace(field.name, field.get(item));
    }
  }
  return record;
}

void apply_json(Item& item, const nlohmann::ordered_json& fields) {
  if (!fields.is_object()) {
    throw bad_value("item", fields, "an object");
  }
  for (const auto& field : k_fields) {
    const auto found = field.set == nullptr ? fields.end() : fields.find(std::string(field.name));
    if (found != fields.end()) {
      field.set(item, *found);
    }
  }
}

nlohmann::ordered_json differing_fields(const Item& item, const Item& other) {
  Json differing = Json::object();
  for (const auto& field : k_fields) {
    if (field.origin == Origin::derived) {
      continue;
    }
    if (Json value = field.get(item); value != field.get(other)) {
      differing.emplace(field.name, std::move(value));
    }
  }
  return differing;
}

}  // namespace papers::model
