#include "net/redirecting_client.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "net/url.hpp"

namespace papers::net {
namespace {

constexpr int k_max_redirects = 5;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

HttpError refused(const Url& from, const std::string& why) {
  return {HttpError::Kind::refused, fmt::format("{}: redirects {}", from.host, why)};
}

/// Why a redirect may not be followed.
std::optional<HttpError> objection(const HttpRequest& request, const Url& from, const Url& to) {
  if (to.scheme != "https" && to.scheme != "http") {
    return refused(from, fmt::format("to {}, and only https is spoken", to.scheme));
  }
  if (from.scheme == "https" && to.scheme != "https") {
    return refused(from, "to plain http");
  }
  if (from.host == to.host) {
    return std::nullopt;
  }
  if (is_loopback_host(to.host)) {
    return refused(from, "to this machine");
  }
  const auto& hosts = request.service_hosts;
  if (!request.any_public_host && std::find(hosts.begin(), hosts.end(), to.host) == hosts.end()) {
    return refused(from, fmt::format("to {}, which is another service", to.host));
  }
  return std::nullopt;
}

/// The next request of the chain (RFC 9110, 15.4: 303 turns everything into GET, and 301 and 302 do so
/// for POST, as all clients have it).
HttpRequest next_request(HttpRequest request, int status, const Url& from, const Url& to) {
  request.url = to.text;
  if (status == 303 || ((status == 301 || status == 302) && request.method == "POST")) {
    request.method = "GET";
    request.body.clear();
  }
  if (!from.same_origin(to)) {
    request.headers.clear();
    request.body.clear();
    request.method = "GET";
  }
  return request;
}

}  // namespace

Result<HttpResponse, HttpError> RedirectingClient::send(const HttpRequest& request) {
  HttpRequest step = request;
  for (int redirects = 0;; ++redirects) {
    Result<HttpResponse, HttpError> answer = m_inner.send(step);
    if (!answer || !is_redirect(answer->status)) {
      return answer;
    }
    const std::optional<Url> from = parse_url(step.url);
    if (!from) {
      return answer;
    }
    const std::optional<Url> to = resolve_url(*from, answer->header("location").value_or(""));
    if (!to) {
      return refused(*from, "to an address that makes no sense");
    }
    if (redirects == k_max_redirects) {
      return refused(*from, fmt::format("more than {} times", k_max_redirects));
    }
    if (auto error = objection(request, *from, *to)) {
      return std::move(*error);
    }
    step = next_request(std::move(step), answer->status, *from, *to);
  }
}

}  // namespace papers::net
