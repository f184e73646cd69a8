// Values as people type them, each read by one function that says what it expected.
#include <fmt/format.h>

#include "app/reading.hpp"
#include "util/calendar.hpp"
#include "util/edit_distance.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

template <class Value, std::size_t size>
Result<Value> checked_name(std::string_view text, std::string_view what, const std::array<Value, size>& all,
                           std::optional<Value> (*named)(std::string_view)) {
  if (const auto value = named(util::lower(util::trim(text)))) {
    return *value;
  }
  std::vector<std::string_view> names;
  for (const Value value : all) {
    names.push_back(name_of(value));
  }
  const auto meant = util::nearest(text, names);
  return Error{ExitCode::usage, fmt::format("{}: not a {}; expected {}{}", text, what, fmt::join(names, ", "),
                                            meant ? fmt::format(" (did you mean {}?)", *meant) : "")};
}

}  // namespace

Result<Kind> checked_kind(std::string_view text) {
  return checked_name(text, "kind", k_kinds, kind_named);
}
Result<Level> checked_level(std::string_view text) {
  return checked_name(text, "level", k_levels, level_named);
}
Result<State> checked_state(std::string_view text) {
  return checked_name(text, "state", k_states, state_named);
}
Result<Priority> checked_priority(std::string_view text) {
  return checked_name(text, "priority", k_priorities, priority_named);
}

Result<std::string> checked_tag(std::string_view text) {
  std::string tag = util::clean_line(text);
  if (tag.empty() || tag.front() == '-' || tag.find_first_of(" ,:") != std::string::npos ||
      tag.size() > 100) {
    return Error{
        ExitCode::usage,
        fmt::format("\"{}\": a tag is one word of at most 100 bytes, without blanks, commas and colons",
                    text)};
  }
  return tag;
}

Result<std::string> checked_day(std::string_view text, std::string_view today) {
  if (auto day = util::parse_day(text, today)) {
    return *std::move(day);
  }
  return Error{ExitCode::usage,
               fmt::format("{}: not a day; expected 2024-11-24, today, tomorrow, fri, 3d, 2w or 1m", text)};
}

Result<std::string> checked_past_day(std::string_view text, std::string_view today) {
  if (auto day = util::parse_past_day(text, today)) {
    return *std::move(day);
  }
  return Error{
      ExitCode::usage,
      fmt::format("{}: not a day; expected 2024-11-10, 2024-11, today, yesterday, fri, or 3d, 2w or 1m ago",
                  text)};
}

Result<int> checked_minutes(std::string_view text) {
  if (const auto minutes = util::parse_minutes(text); minutes && *minutes > 0) {
    return *minutes;
  }
  return Error{ExitCode::usage,
               fmt::format("{}: not a length of time; expected 45m, 1h30, 2h or minutes", text)};
}

}  // namespace papers::app
