// When to try again: a pure function over what a service asked for and what is decent.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "papers/clock.hpp"

namespace papers::net {

struct RetryPolicy {
  int attempts = 4;                      ///< in all
  std::chrono::milliseconds base{3000};  ///< before the second attempt; then times 3 each
  std::chrono::seconds longest{120};     ///< a service that asks for more is not waited for
};

/// How long to wait after the given number of attempts (1, 2, ...): base x 1, 3, 9, and at least
/// what the service asked for. Nothing when it is time to give up: no attempts left, or the service
/// wants to be left alone for longer than the policy bears.
[[nodiscard]] std::optional<std::chrono::milliseconds> retry_delay(
    const RetryPolicy& policy, int attempt, std::optional<std::chrono::seconds> retry_after);

/// Reads a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3). A date in the past is 0;
/// figures beyond a year are a year; anything else is nothing.
[[nodiscard]] std::optional<std::chrono::seconds> parse_retry_after(std::string_view text, Time now);

}  // namespace papers::net
