// CurlClient: one request over libcurl, within strict rules, and nothing clever.
//
// https with a verified certificate, or plain http to this very machine. No redirects, cookies,
// .netrc or retries. Bytes are counted after decoding, because libcurl's own limit looks at the
// announced size: 100 KB of gzip became 100 MB under a limit of 1 MB. That a transfer ended well does
// not mean that the document is whole: libcurl reports success for a body without length that was
// cut short. HttpRequest::judge is there for that.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "papers/http.hpp"

namespace papers::net {

struct CurlOptions {
  std::string user_agent;
  const std::atomic<bool>* interrupted = nullptr;  ///< looked at five times a second; may be nullptr
  /// Connections lead to a proxy of the reader's choosing, so their addresses say nothing.
  bool proxied = false;
  std::string ca_file{};  ///< PEM of the authorities that certificates must go back to; "": the system's
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{60'000};
  std::chrono::milliseconds file_timeout{1'800'000};  ///< instead, for what goes to a sink
  std::chrono::seconds slow_timeout{15};  ///< for how long fewer than 100 bytes a second are borne
};

class CurlClient final : public HttpClient {
 public:
  explicit CurlClient(CurlOptions options);
  ~CurlClient() override;

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

/// "papers/1.0.0 (+contact)". A contact that holds control characters is left out.
[[nodiscard]] std::string user_agent(const std::string& contact);

}  // namespace papers::net
