#include "app/log_memory.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/fingerprint.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr const char* k_kind = "logged";

std::string fingerprint_of(const Mention& mention) {
  const weekly::Entry& entry = *mention.entry;
  return util::fingerprint(fmt::format("{}\n{}\n{}\n{}", name_of(mention.section->kind),
                                       static_cast<int>(entry.outcome),
                                       entry.links.empty() ? "" : entry.links.front().url,
                                       util::fold(entry.text.empty() ? entry.title : entry.text)));
}

std::set<std::string> lines_in(const Record& record) {
  try {
    const model::Json body = value_or_throw(model::parse_json(record.body));
    const auto lines = model::read_lines("lines", model::member(body, "lines"));
    return {lines.begin(), lines.end()};
  } catch (const Failure&) {
    return {};  // of a record that makes no sense nothing is known
  }
}

}  // namespace

LogMemory::Lines& LogMemory::lines_of(const weekly::Week& week) {
  const std::string id = week.date.empty() ? "undated" : week.date;
  const auto [place, is_new] = m_weeks.try_emplace(id);
  if (const auto record = is_new ? m_library.record(k_kind, id) : std::nullopt) {
    place->second.before = lines_in(*record);
    place->second.all = place->second.before;
  }
  return place->second;
}

bool LogMemory::knows(const Mention& mention) {
  return lines_of(*mention.week).before.contains(fingerprint_of(mention));
}

void LogMemory::add(const Mention& mention) {
  lines_of(*mention.week).all.insert(fingerprint_of(mention));
}

void LogMemory::save(Change& change) const {
  for (const auto& [week, lines] : m_weeks) {
    if (lines.all != lines.before) {
      change.save({k_kind, week, model::dump({{"lines", lines.all}})});
    }
  }
}

}  // namespace papers::app
