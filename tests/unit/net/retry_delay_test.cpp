#include "net/retry_delay.hpp"

#include <optional>

#include <doctest/doctest.h>

using papers::Time;
using papers::net::parse_retry_after;
using papers::net::retry_delay;
using papers::net::RetryPolicy;
using std::chrono::milliseconds;
using std::chrono::seconds;

TEST_CASE("the delay before the next attempt") {
  constexpr std::optional<seconds> k_not_asked;
  constexpr std::optional<milliseconds> k_give_up;
  struct Row {
    int attempt;
    std::optional<seconds> retry_after;
    std::optional<milliseconds> delay;
  };
  for (const Row& row : {
           Row{1, k_not_asked, seconds(3)},
           Row{2, k_not_asked, seconds(9)},
           Row{3, k_not_asked, seconds(27)},
           Row{4, k_not_asked, k_give_up},
           Row{5, k_not_asked, k_give_up},
           Row{1, seconds(0), seconds(3)},
           Row{1, seconds(2), seconds(3)},
           Row{1, seconds(10), seconds(10)},
           Row{3, seconds(10), seconds(27)},
           Row{1, seconds(120), seconds(120)},
           Row{1, seconds(121), k_give_up},
           Row{3, seconds(86'400), k_give_up},
           Row{4, seconds(1), k_give_up},
       }) {
    CAPTURE(row.attempt);
    CHECK(retry_delay(RetryPolicy{}, row.attempt, row.retry_after) == row.delay);
  }
}

TEST_CASE("a policy of one attempt never tries again") {
  CHECK_FALSE(retry_delay({.attempts = 1}, 1, std::nullopt));
}

TEST_CASE("a base of nothing waits only when asked to") {
  const RetryPolicy policy{.base = milliseconds(0)};
  CHECK(retry_delay(policy, 3, std::nullopt) == milliseconds(0));
  CHECK(retry_delay(policy, 3, seconds(1)) == milliseconds(1000));
}

TEST_CASE("what a Retry-After header asks for") {
  constexpr Time k_now{seconds(1'731'834'000)};  // Sun, 17 Nov 2024 09:00:00 GMT
  constexpr seconds k_year = std::chrono::hours(365 * 24);
  struct Row {
    const char* text;
    std::optional<seconds> asked;
  };
  for (const Row& row : {
           Row{"0", seconds(0)},
           Row{"30", seconds(30)},
           Row{" 30 ", seconds(30)},
           Row{"1000000000", k_year},
           Row{"99999999999999999999", k_year},
           Row{"Sun, 17 Nov 2024 09:00:45 GMT", seconds(45)},
           Row{"Sunday, 17-Nov-24 09:01:00 GMT", seconds(60)},
           Row{"Sun Nov 17 09:02:00 2024", seconds(120)},
           Row{"Sun, 17 Nov 2024 08:00:00 GMT", seconds(0)},
           Row{"Thu, 01 Jan 1970 00:00:00 GMT", seconds(0)},
           Row{"Fri, 31 Dec 9999 23:59:59 GMT", k_year},
           Row{"", std::nullopt},
           Row{"-5", std::nullopt},
           Row{"1.5", std::nullopt},
           Row{"soon", std::nullopt},
           Row{"3 s", std::nullopt},
           Row{"\x1b[31m", std::nullopt},
       }) {
    CAPTURE(row.text);
    CHECK(parse_retry_after(row.text, k_now) == row.asked);
  }
}
