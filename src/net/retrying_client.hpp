// RetryingClient: tries again when that may help, politely.
//
// Tried again: connections that broke or timed out, the statuses of a service in trouble or in a hurry
// (429, 500, 502, 503, 504, 520), and answers that their judge calls half a document. Everything
// else is final at once; a refusal (403) above all, since insisting is what gets an address banned.
// Waits grow threefold and carry a jitter of up to a quarter, so that clients which failed together do not
// come back together. The last answer is handed on as it came.
#pragma once

#include <atomic>
#include <cstdint>
#include <random>

#include "papers/clock.hpp"
#include "papers/http.hpp"

#include "net/retry_delay.hpp"

namespace papers::net {

class RetryingClient final : public HttpClient {
 public:
  /// `interrupted` may be nullptr. The same seed gives the same jitter.
  RetryingClient(HttpClient& inner, Clock& clock, RetryPolicy policy, std::uint64_t seed,
                 const std::atomic<bool>* interrupted);

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  [[nodiscard]] bool is_interrupted() const;
  void wait(const HttpRequest& request, int attempt, std::chrono::milliseconds delay);

  HttpClient& m_inner;
  Clock& m_clock;
  RetryPolicy m_policy;
  std::mt19937_64 m_random;
  const std::atomic<bool>* m_interrupted;
};

}  // namespace papers::net
