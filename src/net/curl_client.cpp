#include "net/curl_client.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <curl/curl.h>
#include <fmt/format.h>

#include "papers/error.hpp"
#include "papers/version.hpp"

#include "net/transfer.hpp"
#include "net/url.hpp"

namespace papers::net {
namespace {

using Kind = HttpError::Kind;

constexpr int k_poll_ms = 200;
constexpr long k_slow_bytes = 100;

struct EasyCleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiCleanup {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyCleanup>;
using Multi = std::unique_ptr<CURLM, MultiCleanup>;
using HeaderList = std::unique_ptr<curl_slist, ListCleanup>;

/// Adds a handle to a multi handle for as long as it lives.
class Running {
 public:
  Running(CURLM* multi, CURL* easy) : m_multi(multi), m_easy(easy) { curl_multi_add_handle(multi, easy); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() { curl_multi_remove_handle(m_multi, m_easy); }

 private:
  CURLM* m_multi;
  CURL* m_easy;
};

bool holds_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

/// Why an address may not be asked at all.
std::optional<HttpError> objection(const std::string& text, const std::optional<Url>& url) {
  if (!url) {
    return HttpError{Kind::refused, "the address makes no sense; expected https://host/..."};
  }
  if (url->has_user) {
    return HttpError{Kind::refused, fmt::format("{}: user names in addresses are not sent", url->host)};
  }
  if (url->scheme != "https" && !(url->scheme == "http" && is_loopback_host(url->host))) {
    return HttpError{Kind::refused, fmt::format("{}: only https is spoken, not {}", url->host, url->scheme)};
  }
  if (holds_control(text)) {
    return HttpError{Kind::refused, fmt::format("{}: the address holds control characters", url->host)};
  }
  return std::nullopt;
}

/// Nothing when a header holds control characters, which could smuggle in further ones.
std::optional<HeaderList> header_list(const HttpHeaders& headers) {
  HeaderList list;
  for (const auto& [name, value] : headers) {
    if (holds_control(name) || holds_control(value)) {
      return std::nullopt;
    }
    curl_slist* longer = curl_slist_append(list.get(), fmt::format("{}: {}", name, value).c_str());
    list.release();  // NOLINT: the longer list owns the shorter one
    list.reset(longer);
  }
  return list;
}

void set_rules(CURL* handle, const CurlOptions& options, const Url& url) {
  const bool is_local = is_loopback_host(url.host);
  curl_easy_setopt(handle, CURLOPT_URL, url.text.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, is_local ? "http,https" : "https");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, options.ca_file.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
  }
  curl_easy_setopt(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, options.user_agent.c_str());
  if (is_local) {
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // this machine is asked without a detour
  }
}

void set_limits(CURL* handle, const CurlOptions& options, bool is_file) {
  const auto total = is_file ? options.file_timeout : options.total_timeout;
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(total.count()));
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, k_slow_bytes);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_timeout.count()));
}

/// What is counted in bytes, and may be asked for from the middle on, has to come unpacked.
void set_encoding(CURL* handle, const HttpRequest& request) {
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, request.sink == nullptr ? "gzip, deflate" : nullptr);
}

HttpHeaders headers_of(const HttpRequest& request) {
  HttpHeaders headers = request.headers;
  if (request.sink != nullptr) {
    const HttpHeaders wanted = request.sink->wanted();
    headers.insert(headers.end(), wanted.begin(), wanted.end());
  }
  return headers;
}

void set_body(CURL* handle, const HttpRequest& request) {
  if (request.method == "POST") {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
  }
}

}  // namespace

class CurlClient::Impl {
 public:
  explicit Impl(CurlOptions options) : m_options(std::move(options)) {
    static const CURLcode k_ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi.reset(k_ready == CURLE_OK ? curl_multi_init() : nullptr);
    if (!m_multi) {
      throw Failure(ExitCode::failed, "libcurl could not be started");
    }
  }

  Result<HttpResponse, HttpError> send(const HttpRequest& request) {
    const std::optional<Url> url = parse_url(request.url);
    if (auto error = objection(request.url, url)) {
      return std::move(*error);
    }
    const std::optional<HeaderList> headers = header_list(headers_of(request));
    if (!headers) {
      return HttpError{Kind::refused, fmt::format("{}: a header holds control characters", url->host)};
    }
    const Easy easy(curl_easy_init());
    if (!easy) {
      return HttpError{Kind::broken, fmt::format("{}: out of memory", url->host)};
    }
    set_rules(easy.get(), m_options, *url);
    set_limits(easy.get(), m_options, /*is_file=*/request.sink != nullptr);
    set_encoding(easy.get(), request);
    set_body(easy.get(), request);
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers->get());
    Transfer transfer(easy.get(), request.max_bytes, m_options.proxied || is_loopback_host(url->host),
                      request.sink);
    return finish(transfer, easy.get(), *url);
  }

 private:
  Result<HttpResponse, HttpError> finish(Transfer& transfer, CURL* easy, const Url& url) {
    const std::optional<CURLcode> code = run(easy);
    if (!code) {
      return HttpError{Kind::interrupted, fmt::format("{}: interrupted", url.host)};
    }
    if (*code != CURLE_OK) {
      return transfer.error(*code, url.host);
    }
    Result<HttpResponse, HttpError> response = transfer.take_response();
    if (response) {
      response->url = url.text;
    }
    return response;
  }

  /// Nothing when the reader interrupted it. Our own loop, because curl_easy_perform looks up from
  /// its work only once a second.
  std::optional<CURLcode> run(CURL* easy) {
    const Running running(m_multi.get(), easy);
    int still_running = 1;
    while (still_running > 0) {
      if (m_options.interrupted != nullptr && m_options.interrupted->load()) {
        curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // does not wait for a slow name server
        return std::nullopt;
      }
      if (curl_multi_perform(m_multi.get(), &still_running) != CURLM_OK ||
          (still_running > 0 && curl_multi_poll(m_multi.get(), nullptr, 0, k_poll_ms, nullptr) != CURLM_OK)) {
        return CURLE_FAILED_INIT;
      }
    }
    int waiting = 0;
    const CURLMsg* message = curl_multi_info_read(m_multi.get(), &waiting);
    return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
  }

  CurlOptions m_options;
  Multi m_multi;
};

CurlClient::CurlClient(CurlOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}

CurlClient::~CurlClient() = default;

Result<HttpResponse, HttpError> CurlClient::send(const HttpRequest& request) {
  return m_impl->send(request);
}

std::string user_agent(const std::string& contact) {
  if (contact.empty() || holds_control(contact)) {
    return fmt::format("papers/{}", k_version);
  }
  return fmt::format("papers/{} (+{})", k_version, contact);
}

}  // namespace papers::net
