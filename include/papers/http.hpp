// HttpClient: one request, one answer. Everything else about the network is built
// from small decorators over this one method.
//
// An answer of any status is a value; what a 404 or a 429 means is decided above.
// No answer is an HttpError, in as many kinds as callers treat differently.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "papers/clock.hpp"
#include "papers/result.hpp"

namespace papers {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;  ///< names in lower case

struct HttpResponse {
  int status = 0;
  std::string body;
  HttpHeaders headers;
  std::string url;  ///< after redirects

  /// The first header of that (lower-case) name.
  [[nodiscard]] std::optional<std::string> header(std::string_view name) const;
};

class Progress;  // papers/source.hpp
class BodySink;

enum class Verdict { good, again, bad };

struct HttpRequest {
  std::string url;
  std::string method = "GET";
  std::string body;
  HttpHeaders headers;
  std::size_t max_bytes = 16U << 20U;  ///< of the decoded body
  /// Any host may be asked, not only the services': pages whose address the reader typed.
  /// Addresses of private networks stay refused, and those of this machine unless the URL names it.
  bool any_public_host = false;
  /// What the asker makes of an answer with status 200: a transfer may end well and still
  /// bring half a document. Only good answers are cached; `again` is tried again like a 503.
  /// Without a judge every answer is good.
  std::function<Verdict(const HttpResponse&)> judge;
  /// Takes the content instead of HttpResponse::body; may be nullptr. Such answers are never cached, and
  /// `max_bytes` counts only for those without content, which are pages about an error.
  BodySink* sink = nullptr;
  /// Other hosts of the same service, to which a redirect may lead.
  std::vector<std::string> service_hosts;
  std::string service;           ///< for people: "arXiv"
  Progress* progress = nullptr;  ///< is told of every wait; may be nullptr
};

struct HttpError {
  enum class Kind {
    offline,      ///< no network was allowed, or none was there; trying again later may help
    timeout,      ///< connected or not, the time limit passed
    broken,       ///< connection lost, body cut short
    refused,      ///< our own rules said no: scheme, host, address, redirects; never retried
    too_large,    ///< the body passed its limit; never retried
    insecure,     ///< TLS could not be verified; never retried
    interrupted,  ///< the reader pressed Ctrl-C
  };
  Kind kind = Kind::broken;
  std::string message;  ///< one line, no secret; names the host
};

/// Takes the content of a large answer piece by piece. An error that it returns ends the transfer, and is
/// what the client returns.
class BodySink {
 public:
  virtual ~BodySink() = default;
  /// Headers that ask for what is still missing ("range", "if-range"); asked for before every attempt.
  [[nodiscard]] virtual HttpHeaders wanted() const = 0;
  /// An answer with content begins: status 200, or 206 when a part was asked for. `head` has no body.
  virtual std::optional<HttpError> begin(const HttpResponse& head) = 0;
  virtual std::optional<HttpError> write(std::string_view bytes) = 0;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  virtual Result<HttpResponse, HttpError> send(const HttpRequest& request) = 0;
};

/// An answer kept for later, with what is needed to ask whether it is still fresh.
struct CachedResponse {
  HttpResponse response;
  std::string etag;
  std::string last_modified;
  Time fetched{};
};

/// Where CachingClient keeps its answers. Keys are URLs, and of POST the body besides, without secrets.
/// May forget anything at any time.
class ResponseCache {
 public:
  virtual ~ResponseCache() = default;
  [[nodiscard]] virtual std::optional<CachedResponse> get(const std::string& key) = 0;
  virtual void put(const std::string& key, const CachedResponse& entry) = 0;
};

}  // namespace papers
