// Days, moments, weeks and times as people and programs write them: refused, or real ones.
#include <cstddef>
#include <cstdint>

#include "fuzz/require.hpp"
#include "util/calendar.hpp"
#include "util/week.hpp"
#include "weekly/log_date.hpp"

using namespace papers;
using fuzz::require;

namespace {

constexpr const char* k_today = "2024-11-17";

void check_day(const std::string& day) {
  require(util::is_day(day));
  require(util::add_days(util::add_days(day, 7), -7) == day || day > "9999-12-20");
  for (const auto start : {util::WeekStart::monday, util::WeekStart::sunday}) {
    const util::Week week = util::week_of(day, start);
    require(week.first <= day && day <= week.last);
    const auto named = util::week_named(week.id, start);
    require(!named || *named == week);
  }
}

void check_moment(std::string_view text) {
  if (const auto moment = util::from_moment(text)) {
    const std::string printed = util::to_moment(*moment);
    const auto again = util::from_moment(printed);
    require(!again || *again == *moment);  // a zone may lead out of the years that are read
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  check_moment(text);
  if (const auto day = util::parse_day(text, k_today)) {
    check_day(*day);
  }
  if (const auto day = util::parse_past_day(text, k_today)) {
    check_day(*day);
  }
  if (const auto minutes = util::parse_minutes(text)) {
    require(*minutes >= 0);
  }
  if (const auto date = weekly::find_date(text, 2024)) {
    require(!date->day.empty() || !date->week.empty());
    if (!date->day.empty()) {
      check_day(date->day);
    }
    if (!date->week.empty()) {
      require(util::week_named(date->week, util::WeekStart::monday).has_value());
    }
  }
  return 0;
}
