// How long it has waited: d / (d + 30) for d days. Half after a month and never quite 1, so that old
// items rise above newer ones like them without ever drowning a decision.

#include <algorithm>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"
#include "util/calendar.hpp"

namespace papers::terms {
namespace {

constexpr double k_half_life = 30;  // days
constexpr std::size_t k_day_length = 10;

/// Days since the item was added; 0 when either date is missing or the item comes from the future.
int days_waited(const Candidate& candidate, const RankContext& context) {
  const std::string added = candidate.added.substr(0, k_day_length);
  if (!util::is_day(added) || !util::is_day(context.today)) {
    return 0;
  }
  return std::max(0, util::days_between(added, context.today));
}

double value(const Candidate& candidate, const RankContext& context) {
  const int days = days_waited(candidate, context);
  return days / (days + k_half_life);
}

std::string count(int n, const char* unit) {
  return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
}

std::string why(const Candidate& candidate, const RankContext& context) {
  const int days = days_waited(candidate, context);
  if (days < 14) {
    return "waiting for " + count(days, "day");
  }
  if (days < 60) {
    return "waiting for " + count(days / 7, "week");
  }
  return days < 730 ? "waiting for " + count(days / 30, "month") : "waiting for " + count(days / 365, "year");
}

}  // namespace

const RankTerm k_age{"age", "how long it has been waiting", 1, value, why};

}  // namespace papers::terms
