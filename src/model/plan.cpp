#include "model/plan.hpp"

#include <limits>
#include <utility>

#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/week.hpp"

namespace papers::model {
namespace {

constexpr int k_most_minutes = std::numeric_limits<int>::max();

std::optional<Level> read_level(const Json& value) {
  const std::string name = read_line("level", value);
  const auto level = level_named(name);
  if (!name.empty() && !level) {
    throw bad_value("level", value, "skim, read, deep, reproduce or null");
  }
  return level;
}

PlannedItem read_planned(const Json& value) {
  return {read_identifier("items.id", member(value, "id")),
          read_int("items.minutes", member(value, "minutes"), 0, k_most_minutes),
          read_level(member(value, "level")), read_moment("items.done", member(value, "done"))};
}

std::vector<PlannedItem> read_items(const Json& value) {
  if (!value.is_null() && !value.is_array()) {
    throw bad_value("items", value, "a list of objects");
  }
  std::vector<PlannedItem> items;
  for (const Json& entry : value) {
    items.push_back(read_planned(entry));
  }
  return items;
}

std::optional<double> read_hours(const Json& value) {
  if (!value.is_null() && (!value.is_number() || value.get<double>() < 0)) {
    throw bad_value("hours", value, "a number that is not negative, or null");
  }
  return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

std::map<std::string, std::string> read_reasons(const Json& value) {
  if (!value.is_null() && !value.is_object()) {
    throw bad_value("slips", value, "an object of reasons by id");
  }
  std::map<std::string, std::string> reasons;
  for (const auto& [id, reason] : value.items()) {
    reasons[id] = read_line("slips", reason);
  }
  return reasons;
}

std::string read_end(const std::string& week, const Json& value) {
  if (const std::string day = read_day("ends", value); !day.empty()) {
    return day;
  }
  const auto named = util::week_named(week, util::WeekStart::monday);
  if (!named) {
    throw bad_value("id", week, "a week such as 2024-W47");
  }
  return named->last;
}

Json planned_json(const PlannedItem& item) {
  return {{"id", format(item.id)},
          {"minutes", number_or_null(item.minutes)},
          {"level", item.level ? Json(name_of(*item.level)) : Json()},
          {"done", text_or_null(item.done)}};
}

}  // namespace

Record record_of(const Plan& plan) {
  Json items = Json::array();
  for (const PlannedItem& item : plan.items) {
    items.push_back(planned_json(item));
  }
  Json reasons = Json::object();
  for (const auto& [id, reason] : plan.reasons) {
    reasons[id] = reason;
  }
  const Json body{{"items", std::move(items)},
                  {"hours", plan.hours ? Json(*plan.hours) : Json()},
                  {"made", text_or_null(plan.made)},
                  {"ends", plan.ends},
                  {"slips", std::move(reasons)}};
  return {k_plan_kind, plan.week, dump(body)};
}

Result<Plan> plan_of(const Record& record) {
  try {
    const Json body = value_or_throw(parse_json(record.body));
    return Plan{record.id,
                read_end(record.id, member(body, "ends")),
                read_items(member(body, "items")),
                read_hours(member(body, "hours")),
                read_moment("made", member(body, "made")),
                read_reasons(member(body, "slips"))};
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

}  // namespace papers::model
