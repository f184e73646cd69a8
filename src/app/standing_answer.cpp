#include "app/standing_answer.hpp"

#include "util/calendar.hpp"

namespace papers::app {

bool stands(const ReferenceList& answer, Time now) {
  constexpr auto k_lifetime = std::chrono::hours(24) * 30;
  if (answer.answer == ReferenceAnswer::listed) {
    return true;
  }
  const auto fetched = util::from_moment(answer.fetched);
  return fetched && now - *fetched < k_lifetime;
}

bool says_less(const ReferenceList& answer, const ReferenceList& kept, bool from_cache) {
  const bool is_vouched_for = answer.complete && !answer.entries.empty() && !from_cache;
  return answer.entries.size() < kept.entries.size() && !is_vouched_for;
}

}  // namespace papers::app
