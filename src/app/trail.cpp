#include "app/trail.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/reading.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "trail";

TrailStep read_step(const Json& value) {
  if (!value.is_object()) {
    throw model::bad_value("steps", value, "objects with \"item\" and \"at\"");
  }
  return {model::read_identifier("item", member(value, "item")),
          model::read_moment("at", member(value, "at")),
          model::read_line("question", member(value, "question")),
          model::read_bool("forced", member(value, "forced"))};
}

Trail read_trail(const std::string& id, const Json& body) {
  Trail trail;
  trail.id = id;
  const Json& steps = member(body, "steps");
  if (!steps.is_array() || steps.empty()) {
    throw model::bad_value("steps", steps, "a list of at least one step");
  }
  for (const Json& step : steps) {
    trail.steps.push_back(read_step(step));
  }
  trail.aside = model::read_moment("aside", member(body, "aside"));
  trail.ended = model::read_moment("ended", member(body, "ended"));
  return trail;
}

Json step_json(const TrailStep& step) {
  return {{"item", format(step.item)},
          {"at", step.at},
          {"question", model::text_or_null(step.question)},
          {"forced", step.forced}};
}

Item lost_item(const Identifier& id) {
  Item item;
  item.ids = {id};
  return item;
}

}  // namespace

Record record_of(const Trail& trail) {
  Json steps = Json::array();
  for (const TrailStep& step : trail.steps) {
    steps.push_back(step_json(step));
  }
  const Json body{{"steps", std::move(steps)},
                  {"aside", model::text_or_null(trail.aside)},
                  {"ended", model::text_or_null(trail.ended)}};
  return {k_kind, trail.id, model::dump(body)};
}

Result<Trail> trail_of(const Record& record) {
  try {
    return read_trail(record.id, value_or_throw(model::parse_json(record.body)));
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

std::vector<Trail> unfinished_trails(const Library& library) {
  std::vector<Trail> trails;
  for (const Record& record : library.records(k_kind)) {
    if (auto trail = trail_of(record); trail && trail->ended.empty()) {
      trails.push_back(*std::move(trail));
    }
  }
  std::reverse(trails.begin(), trails.end());
  return trails;
}

std::optional<Trail> current_trail(const Library& library) {
  for (Trail& trail : unfinished_trails(library)) {
    if (trail.aside.empty()) {
      return std::move(trail);
    }
  }
  return std::nullopt;
}

Trail required_trail(const Library& library) {
  if (auto trail = current_trail(library)) {
    return *std::move(trail);
  }
  const std::vector<Item> reading = being_read(library);
  throw Failure(ExitCode::no_match, fmt::format("you are on no trail; begin one with `papers start {}`",
                                                reading.empty() ? "ITEM" : reading.front().key));
}

std::optional<std::size_t> step_at(const Trail& trail, const Item& item) {
  const auto place = std::find_if(trail.steps.begin(), trail.steps.end(),
                                  [&item](const TrailStep& step) { return is_named(item, step.item); });
  return place == trail.steps.end() ? std::nullopt
                                    : std::optional(static_cast<std::size_t>(place - trail.steps.begin()));
}

std::vector<Stop> stops_of(const Library& library, const Trail& trail) {
  std::vector<Stop> stops;
  for (const TrailStep& step : trail.steps) {
    stops.push_back({step, library.find(step.item).value_or(lost_item(step.item)),
                     question_with_id(library, step.question)});
  }
  return stops;
}

std::optional<int> year_of(const Item& item) {
  std::optional<int> year = item.year;
  for (const Identifier& id : item.ids) {
    year = year ? year : arxiv_year(id);
  }
  return year;
}

std::optional<int> years_back(const Item& from, const Item& item) {
  const auto newer = year_of(from);
  const auto older = year_of(item);
  return newer && older ? std::optional(*newer - *older) : std::nullopt;
}

}  // namespace papers::app
