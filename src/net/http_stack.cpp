#include "net/http_stack.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "net/caching_client.hpp"
#include "net/curl_client.hpp"
#include "net/keyed_client.hpp"
#include "net/rate_limited_client.hpp"
#include "net/redirecting_client.hpp"
#include "net/retrying_client.hpp"
#include "net/service_names.hpp"
#include "net/url.hpp"

namespace papers::net {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds k_arxiv_interval{3000};    // its terms of use; nothing below it is accepted
constexpr milliseconds k_crossref_interval{200};  // five a second for the public
constexpr milliseconds k_s2_interval{1000};       // what a key allows, over all addresses together
constexpr milliseconds k_openalex_interval{100};  // without a key
constexpr const char* k_s2_address = "https://api.semanticscholar.org/";
constexpr const char* k_openalex_address = "https://api.openalex.org/";

milliseconds to_milliseconds(double seconds) {
  return milliseconds(static_cast<milliseconds::rep>(std::clamp(seconds, 0.0, 3600.0) * 1000));
}

/// Where a service is asked instead of its own address: "127.0.0.1:8080", or "".
std::string replacement_authority(const std::string& address) {
  return address.empty() ? "" : parse_url(with_address("https://service/", address))->authority();
}

/// A service and its pace.
struct Pace {
  std::string_view service;
  const char* host;
  const char* gate;
  milliseconds interval;
  std::string SourceSettings::*replacement;
};

constexpr std::array k_paces{
    Pace{k_arxiv_service, "arxiv.org", "arxiv", k_arxiv_interval, &SourceSettings::arxiv_url},
    Pace{k_crossref_service, "api.crossref.org", "crossref", k_crossref_interval,
         &SourceSettings::crossref_url},
    Pace{k_s2_service, "api.semanticscholar.org", "semantic-scholar", k_s2_interval, &SourceSettings::s2_url},
    Pace{k_openalex_service, "api.openalex.org", "openalex", k_openalex_interval,
         &SourceSettings::openalex_url},
};

/// The limit for what is asked in place of a service. Several services may be replaced by one address.
RateLimit replacement_limit(const Pace& pace, const std::string& authority, milliseconds interval) {
  std::string gate = std::string(pace.gate) + "-" + authority;
  std::replace_if(
      gate.begin(), gate.end(), [](char c) { return c == ':' || c == '[' || c == ']'; }, '_');
  return {authority, gate, interval, std::string(pace.service)};
}

/// The reader's pause for arXiv may be longer than its terms ask for. A mirror or a test server in place of a
/// service is asked at the service's own pace, or at the reader's pause where that is shorter.
std::vector<RateLimit> rate_limits(const SourceSettings& settings) {
  const milliseconds wanted = to_milliseconds(settings.arxiv_interval);
  std::vector<RateLimit> limits;
  for (const Pace& pace : k_paces) {
    const bool is_arxiv = pace.service == k_arxiv_service;
    limits.push_back({pace.host, pace.gate, is_arxiv ? std::max(wanted, pace.interval) : pace.interval, ""});
    const std::string authority = replacement_authority(settings.*pace.replacement);
    if (!authority.empty()) {
      limits.push_back(
          replacement_limit(pace, authority, is_arxiv ? wanted : std::min(wanted, pace.interval)));
    }
  }
  return limits;
}

std::vector<ServiceKey> service_keys(const SourceSettings& settings) {
  return {{std::string(k_s2_service), with_address(k_s2_address, settings.s2_url), "x-api-key",
           settings.s2_key, ""},
          {std::string(k_openalex_service), with_address(k_openalex_address, settings.openalex_url),
           "authorization", settings.openalex_key, "Bearer "}};
}

/// The layers, each around the one before it. Keys are attached and rates are limited inside the
/// redirects: every single step keeps the pace, and carries a key only if it goes to the key's own host.
class HttpStack final : public HttpClient {
 public:
  explicit HttpStack(const SourceSettings& settings)
      : m_curl({user_agent(settings.contact), settings.interrupted, settings.proxied}),
        m_keyed(m_curl, service_keys(settings)),
        m_rate_limited(m_keyed, *settings.clock,
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
  KeyedClient m_keyed;
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
