#include "app/focus.hpp"

#include <nlohmann/json.hpp>

#include "app/links.hpp"
#include "app/short_name.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "focus";

/// What makes no sense is no focus.
std::optional<Focus> read_focus(const Record& record) {
  const auto body = model::parse_json(record.body);
  if (!body) {
    return std::nullopt;
  }
  const Json& tag = member(*body, "tag");
  const Json& item = member(*body, "item");
  Focus focus{tag.is_string() ? tag.get<std::string>() : "", std::nullopt};
  if (const auto id = parse_identifier(item.is_string() ? item.get<std::string>() : ""); id) {
    focus.item = *id;
  }
  return focus.tag.empty() && !focus.item ? std::nullopt : std::optional(focus);
}

}  // namespace

std::optional<Focus> focus_of(const Library& library, const std::string& week) {
  const auto record = library.record(k_kind, week);
  return record ? read_focus(*record) : std::nullopt;
}

void set_focus(Change& change, const std::string& week, const std::optional<Focus>& focus, Time now) {
  if (!focus) {
    change.remove({k_kind, week, ""});
    return;
  }
  const Json body{{"tag", model::text_or_null(focus->tag)},
                  {"item", focus->item ? Json(format(*focus->item)) : Json()},
                  {"made", util::to_moment(now)}};
  change.save(Record{k_kind, week, model::dump(body)});
}

std::vector<std::int64_t> rows_in_focus(const Library& library, const Focus& focus) {
  if (!focus.item) {
    return library.rows_tagged(focus.tag);
  }
  const auto item = library.find(*focus.item);
  if (!item) {
    return {};
  }
  std::vector<std::int64_t> rows = library.rows_cited_by(item->row);
  rows.push_back(item->row);
  for (const Item& part : parts_of(library, *item)) {
    rows.push_back(part.row);
  }
  return rows;
}

std::string focus_words(const Library& library, const Focus& focus) {
  const auto item = focus.item ? library.find(*focus.item) : std::nullopt;
  return item ? name_in_words(*item) : focus.tag;
}

}  // namespace papers::app
