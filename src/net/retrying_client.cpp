#include "net/retrying_client.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "papers/source.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;
using Answer = Result<HttpResponse, HttpError>;

constexpr std::array k_passing_statuses{429, 500, 502, 503, 504, 520};

bool is_passing(const HttpRequest& request, const Answer& answer) {
  if (!answer) {
    const HttpError::Kind kind = answer.error().kind;
    return kind == HttpError::Kind::broken || kind == HttpError::Kind::timeout;
  }
  const bool is_part = answer->status == 206 && request.sink != nullptr;
  if (answer->status == 200 || is_part) {
    return request.judge && request.judge(*answer) == Verdict::again;
  }
  return std::find(k_passing_statuses.begin(), k_passing_statuses.end(), answer->status) !=
         k_passing_statuses.end();
}

std::optional<std::chrono::seconds> asked_delay(const Answer& answer, Time now) {
  const auto header = answer ? answer->header("retry-after") : std::nullopt;
  return header ? parse_retry_after(*header, now) : std::nullopt;
}

}  // namespace

RetryingClient::RetryingClient(HttpClient& inner, Clock& clock, RetryPolicy policy, std::uint64_t seed,
                               const std::atomic<bool>* interrupted)
    : m_inner(inner), m_clock(clock), m_policy(policy), m_random(seed), m_interrupted(interrupted) {}

Answer RetryingClient::send(const HttpRequest& request) {
  for (int attempt = 1;; ++attempt) {
    Answer answer = m_inner.send(request);
    if (!is_passing(request, answer)) {
      return answer;
    }
    const auto delay = retry_delay(m_policy, attempt, asked_delay(answer, m_clock.now()));
    if (!delay) {
      return answer;
    }
    wait(request, attempt, *delay);
    if (is_interrupted()) {
      return HttpError{HttpError::Kind::interrupted, "interrupted while waiting to try again"};
    }
  }
}

bool RetryingClient::is_interrupted() const {
  return m_interrupted != nullptr && m_interrupted->load();
}

void RetryingClient::wait(const HttpRequest& request, int attempt, milliseconds delay) {
  std::uniform_int_distribution<milliseconds::rep> jitter(0, delay.count() / 4);
  delay += milliseconds(jitter(m_random));
  if (request.progress != nullptr) {
    request.progress->waiting(request.service, std::chrono::ceil<std::chrono::seconds>(delay),
                              fmt::format("attempt {} of {}", attempt + 1, m_policy.attempts));
  }
  m_clock.sleep_for(delay);
}

}  // namespace papers::net
