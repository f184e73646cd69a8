#include "net/http_stack.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "net/caching_client.hpp"
#include "net/curl_client.hpp"
#include "net/rate_limited_client.hpp"
#include "net/redirecting_client.hpp"
#include "net/retrying_client.hpp"
#include "net/url.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds k_arxiv_interval{3000};    // its terms of use; nothing below it is accepted
constexpr milliseconds k_crossref_interval{200};  // five a second for the public

milliseconds to_milliseconds(double seconds) {
  return milliseconds(static_cast<milliseconds::rep>(std::clamp(seconds, 0.0, 3600.0) * 1000));
}

/// Where a service is asked instead of its own address: "127.0.0.1:8080", or "".
std::string replacement_authority(const std::string& address) {
  return address.empty() ? "" : parse_url(with_address("https://service/", address))->authority();
}

void add_replacement(std::vector<RateLimit>& limits, const std::string& gate, const std::string& address,
                     milliseconds interval) {
  const std::string authority = replacement_authority(address);
  if (!authority.empty()) {
    std::string name = gate + "-" + authority;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ':' || c == '[' || c == ']'; }, '_');
    limits.push_back({authority, name, interval});
  }
}

std::vector<RateLimit> rate_limits(const SourceSettings& settings) {
  const milliseconds arxiv = to_milliseconds(settings.arxiv_interval);
  std::vector<RateLimit> limits{{"arxiv.org", "arxiv", std::max(arxiv, k_arxiv_interval)},
                                {"api.crossref.org", "crossref", k_crossref_interval}};
  add_replacement(limits, "arxiv", settings.arxiv_url, arxiv);
  add_replacement(limits, "crossref", settings.crossref_url, k_crossref_interval);
  return limits;
}

/// The layers, each around the one before it. Rates are limited inside the redirects, so that every
/// single step keeps the pace.
class HttpStack final : public HttpClient {
 public:
  explicit HttpStack(const SourceSettings& settings)
      : m_curl({user_agent(settings.contact), settings.interrupted, settings.proxied}),
        m_rate_limited(m_curl, *settings.clock,
                       {settings.gate_dir, rate_limits(settings), settings.interrupted}),
        m_redirecting(m_rate_limited),
        m_retrying(m_redirecting, *settings.clock, {.base = to_milliseconds(settings.retry_base)},
                   std::random_device{}(), settings.interrupted),
        m_caching(m_retrying, *settings.clock, settings.cache,
                  {.offline = settings.offline, .refresh = settings.refresh}) {}

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override {
    return m_caching.send(request);
  }

 private:
  CurlClient m_curl;
  RateLimitedClient m_rate_limited;
  RedirectingClient m_redirecting;
  RetryingClient m_retrying;
  CachingClient m_caching;
};

}  // namespace

std::unique_ptr<HttpClient> make_http_stack(const SourceSettings& settings) {
  return std::make_unique<HttpStack>(settings);
}

}  // namespace papers::net
