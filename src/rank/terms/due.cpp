// How near the due date is, or how long ago it was.
//
//   days left d >= 0   0.6 * 7 / (7 + d)          0.6 today, 0.3 a week before, 0.2 two weeks before
//   days late l > 0    1 - 0.4 * 7 / (7 + l)      0.8 after a week, towards 1
//
// Continuous and rising all the way: nothing jumps when a date comes within sight, and what is
// overdue keeps pressing. Both branches halve their distance to the end in a week, the unit in which people
// plan.

#include <cstdlib>

#include <fmt/format.h>

#include "rank/terms/terms.hpp"
#include "util/calendar.hpp"

namespace papers::terms {
namespace {

constexpr double k_on_the_day = 0.6;
constexpr double k_half_life = 7;  // days

bool has_dates(const Candidate& candidate, const RankContext& context) {
  return util::is_day(candidate.due) && util::is_day(context.today);
}

double value(const Candidate& candidate, const RankContext& context) {
  if (!has_dates(candidate, context)) {
    return 0;
  }
  const int days_left = util::days_between(context.today, candidate.due);
  const double fading = k_half_life / (k_half_life + std::abs(days_left));
  return days_left >= 0 ? k_on_the_day * fading : 1 - (1 - k_on_the_day) * fading;
}

std::string why(const Candidate& candidate, const RankContext& context) {
  if (!has_dates(candidate, context)) {
    return "no due date";
  }
  const int days_left = util::days_between(context.today, candidate.due);
  switch (days_left) {
    case 0:
      return "due today";
    case 1:
      return "due tomorrow";
    case -1:
      return "1 day overdue";
    default:
      return days_left > 0 ? fmt::format("due in {} days", days_left)
                           : fmt::format("{} days overdue", -days_left);
  }
}

}  // namespace

const RankTerm k_due{"due", "how near its due date is, or how long past", 21, value, why};

}  // namespace papers::terms
