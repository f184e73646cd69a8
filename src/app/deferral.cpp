#include "app/deferral.hpp"

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

constexpr const char* k_kind = "deferral";

/// "" for what makes no sense.
std::string day_in(const Record& record) {
  const auto body = model::parse_json(record.body);
  const model::Json until = body ? model::member(*body, "until") : model::Json();
  return until.is_string() && util::is_day(until.get<std::string>()) ? until.get<std::string>() : "";
}

}  // namespace

std::unordered_map<std::int64_t, std::string> deferred(const Library& library, const std::string& today) {
  std::unordered_map<std::int64_t, std::string> rows;
  for (const Record& record : library.records(k_kind)) {
    const auto id = parse_identifier(record.id);
    const std::string until = day_in(record);
    const auto item = id && until > today ? library.find(*id) : std::nullopt;
    if (item) {
      rows[item->row] = until;
    }
  }
  return rows;
}

std::optional<std::string> deferred_until(const Library& library, const Item& item) {
  for (const Identifier& id : item.ids) {
    if (const auto record = library.record(k_kind, format(id))) {
      return day_in(*record);
    }
  }
  return std::nullopt;
}

void defer(Change& change, const Item& item, const std::optional<std::string>& until, Time now) {
  for (const Identifier& id : item.ids) {
    change.remove({k_kind, format(id), ""});
  }
  if (until) {
    const model::Json body{{"until", *until}, {"made", util::to_moment(now)}};
    change.save(Record{k_kind, format(item.ids.front()), model::dump(body)});
  }
}

}  // namespace papers::app
