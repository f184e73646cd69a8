// CachingClient: answers that are a day old at most come from the cache; older ones are asked about
// ("has it changed?") rather than fetched again. Stored are answers with status 200 to GET and POST that
// their judge calls good, and nothing else: a captive portal's page must not outlive the visit to the café.
// The services are asked with POST where a question is too long for an address; it changes nothing there.
//
// Offline it answers from the cache whatever the age, and never asks below.
#pragma once

#include <chrono>

#include "papers/clock.hpp"
#include "papers/http.hpp"

namespace papers::net {

struct CachePolicy {
  std::chrono::seconds lifetime = std::chrono::hours(24);
  bool offline = false;
  bool refresh = false;  ///< ask although the answer is fresh
};

class CachingClient final : public HttpClient {
 public:
  /// `cache` may be nullptr: nothing is kept then, and offline nothing is there.
  CachingClient(HttpClient& inner, Clock& clock, ResponseCache* cache, CachePolicy policy);

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  [[nodiscard]] bool is_fresh(const CachedResponse& entry) const;
  [[nodiscard]] std::optional<CachedResponse> look_up(const HttpRequest& request);
  Result<HttpResponse, HttpError> ask(const HttpRequest& request, std::optional<CachedResponse> known);
  void keep(const HttpRequest& request, const HttpResponse& response);

  HttpClient& m_inner;
  Clock& m_clock;
  ResponseCache* m_cache;
  CachePolicy m_policy;
};

}  // namespace papers::net
