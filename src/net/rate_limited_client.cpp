#include "net/rate_limited_client.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "papers/error.hpp"
#include "papers/source.hpp"

#include "net/url.hpp"
#include "util/atomic_file.hpp"
#include "util/file_lock.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds k_lock_patience{500};

bool fits(const RateLimit& limit, const Url& url, const std::string& service) {
  if (!limit.service.empty() && limit.service != service) {
    return false;
  }
  return url.host == limit.host || url.authority() == limit.host ||
         std::string_view(url.host).ends_with("." + limit.host);
}

void tell(const HttpRequest& request, milliseconds wait, std::string_view why) {
  if (request.progress != nullptr && wait >= seconds(1)) {
    request.progress->waiting(request.service, std::chrono::ceil<seconds>(wait), why);
  }
}

HttpError interrupted() {
  return {HttpError::Kind::interrupted, "interrupted while waiting for the rate limit"};
}

/// Why the gate could not be marked; nothing when it was.
std::optional<HttpError> mark(const RateGate& gate, milliseconds now) {
  try {
    gate.mark(now);
  } catch (const Failure& failure) {
    return HttpError{HttpError::Kind::refused, fmt::format("its pace cannot be kept: {}", failure.what())};
  }
  return std::nullopt;
}

}  // namespace

RateLimitedClient::RateLimitedClient(HttpClient& inner, Clock& clock, Options options)
    : m_inner(inner), m_clock(clock), m_options(std::move(options)) {}

Result<HttpResponse, HttpError> RateLimitedClient::send(const HttpRequest& request) {
  const RateLimit* limit = limit_for(request);
  if (limit == nullptr) {
    return m_inner.send(request);
  }
  util::make_private_folder(m_options.folder);
  const RateGate gate(m_options.folder, limit->gate, limit->interval);
  for (int i = 0; i <= m_options.patience; ++i) {
    if (is_interrupted()) {
      return interrupted();
    }
    if (const auto lock = util::FileLock::take(gate.lock_file(), k_lock_patience)) {
      return send_through(gate, request);
    }
    if (i == 0) {
      tell(request, m_options.patience * k_lock_patience, "another papers process is asking");
    }
  }
  return HttpError{HttpError::Kind::timeout,
                   fmt::format("another papers process (pid {}) keeps asking {}",
                               util::FileLock::holder(gate.lock_file()), request.service)};
}

Result<HttpResponse, HttpError> RateLimitedClient::send_through(const RateGate& gate,
                                                                const HttpRequest& request) {
  const milliseconds wait = gate.delay(m_clock.monotonic());
  if (wait > milliseconds(0)) {
    tell(request, wait, "rate limit");
    m_clock.sleep_for(wait);
  }
  if (is_interrupted()) {
    return interrupted();
  }
  // Before, so that a killed process leaves a time; and after, because the pause counts from the end.
  if (std::optional<HttpError> trouble = mark(gate, m_clock.monotonic())) {
    return std::move(*trouble);
  }
  Result<HttpResponse, HttpError> answer = m_inner.send(request);
  static_cast<void>(mark(gate, m_clock.monotonic()));  // the answer is worth more than an exact pause
  return answer;
}

const RateLimit* RateLimitedClient::limit_for(const HttpRequest& request) const {
  const std::optional<Url> parts = parse_url(request.url);
  if (!parts) {
    return nullptr;
  }
  const auto found =
      std::find_if(m_options.limits.begin(), m_options.limits.end(),
                   [&](const RateLimit& limit) { return fits(limit, *parts, request.service); });
  return found == m_options.limits.end() ? nullptr : &*found;
}

bool RateLimitedClient::is_interrupted() const {
  return m_options.interrupted != nullptr && m_options.interrupted->load();
}

}  // namespace papers::net
