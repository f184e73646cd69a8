#include "net/retry_delay.hpp"

#include <algorithm>
#include <string>

#include <curl/curl.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds k_year = std::chrono::hours(365 * 24);

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<milliseconds> retry_delay(const RetryPolicy& policy, int attempt,
                                        std::optional<seconds> retry_after) {
  if (attempt >= policy.attempts || (retry_after && *retry_after > policy.longest)) {
    return std::nullopt;
  }
  milliseconds delay = policy.base;
  for (int i = 1; i < attempt; ++i) {
    delay *= 3;
  }
  return std::max<milliseconds>(delay, retry_after.value_or(seconds(0)));
}

std::optional<seconds> parse_retry_after(std::string_view text, Time now) {
  text = util::trim(text);
  if (is_number(text)) {
    const std::optional<int> figure = util::to_int(text);
    return figure ? std::min(seconds(*figure), k_year) : k_year;
  }
  if (text.empty() || util::is_digit(text.front()) || text.front() == '-') {
    return std::nullopt;
  }
  const std::time_t date = curl_getdate(std::string(text).c_str(), nullptr);
  if (date == -1) {
    return std::nullopt;
  }
  const Time until{seconds(date)};
  return std::clamp(until - now, seconds(0), k_year);
}

}  // namespace papers::net
