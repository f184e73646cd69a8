#include "net/caching_client.hpp"

#include <utility>

#include <fmt/format.h>

#include "net/url.hpp"

namespace papers::net {
namespace {

bool is_good(const HttpRequest& request, const HttpResponse& response) {
  return response.status == 200 && (!request.judge || request.judge(response) == Verdict::good);
}

/// Conditions of this kind are for GET; a POST is simply asked again.
HttpRequest conditional(HttpRequest request, const CachedResponse& known) {
  if (request.method != "GET") {
    return request;
  }
  if (!known.etag.empty()) {
    request.headers.emplace_back("if-none-match", known.etag);
  }
  if (!known.last_modified.empty()) {
    request.headers.emplace_back("if-modified-since", known.last_modified);
  }
  return request;
}

/// What a request is remembered under. A question in a body is part of the question; nothing is remembered
/// of other methods, and of what goes into files.
std::optional<std::string> key_of(const HttpRequest& request) {
  if (request.sink != nullptr) {
    return std::nullopt;
  }
  if (request.method == "GET") {
    return request.url;
  }
  return request.method == "POST" ? std::optional("POST " + request.url + "\n" + request.body) : std::nullopt;
}

HttpError not_cached(const HttpRequest& request) {
  const std::optional<Url> url = parse_url(request.url);
  return {HttpError::Kind::offline,
          fmt::format("offline, and this answer of {} is not in the cache", url ? url->host : "the service")};
}

}  // namespace

CachingClient::CachingClient(HttpClient& inner, Clock& clock, ResponseCache* cache, CachePolicy policy)
    : m_inner(inner), m_clock(clock), m_cache(cache), m_policy(policy) {}

Result<HttpResponse, HttpError> CachingClient::send(const HttpRequest& request) {
  std::optional<CachedResponse> known = look_up(request);
  if (m_policy.offline) {
    if (known) {
      return std::move(known->response);
    }
    return not_cached(request);
  }
  if (known && is_fresh(*known) && !m_policy.refresh) {
    return std::move(known->response);
  }
  return ask(request, std::move(known));
}

bool CachingClient::is_fresh(const CachedResponse& entry) const {
  const Time now = m_clock.now();
  return entry.fetched <= now && now - entry.fetched < m_policy.lifetime;
}

std::optional<CachedResponse> CachingClient::look_up(const HttpRequest& request) {
  const std::optional<std::string> key = key_of(request);
  if (m_cache == nullptr || !key) {
    return std::nullopt;
  }
  std::optional<CachedResponse> entry = m_cache->get(*key);
  if (entry && !is_good(request, entry->response)) {
    return std::nullopt;  // damaged, or kept by a program that understood it differently
  }
  return entry;
}

Result<HttpResponse, HttpError> CachingClient::ask(const HttpRequest& request,
                                                   std::optional<CachedResponse> known) {
  Result<HttpResponse, HttpError> answer = m_inner.send(known ? conditional(request, *known) : request);
  if (answer && answer->status == 304) {
    if (known) {
      known->fetched = m_clock.now();
      m_cache->put(*key_of(request), *known);
      return std::move(known->response);
    }
    answer = m_inner.send(request);  // "not changed" was no answer to what was asked
  }
  if (answer && is_good(request, *answer)) {
    keep(request, *answer);
  }
  return answer;
}

void CachingClient::keep(const HttpRequest& request, const HttpResponse& response) {
  const std::optional<std::string> key = key_of(request);
  if (m_cache != nullptr && key) {
    m_cache->put(*key, {response, response.header("etag").value_or(""),
                        response.header("last-modified").value_or(""), m_clock.now()});
  }
}

}  // namespace papers::net
