// KeyedClient: puts the reader's key of a service into requests to that service, and nowhere else.
//
// It sits below the redirects and the cache, so that a key is attached to each single step by where
// that step goes, and is no part of the requests that anything above remembers or reports.
#pragma once

#include <string>
#include <vector>

#include "papers/http.hpp"

namespace papers::net {

struct ServiceKey {
  std::string service;  ///< HttpRequest::service of the requests that it is for
  std::string address;  ///< a URL of the service; scheme, host and port count
  std::string header;   ///< "x-api-key"
  std::string value;    ///< secret; "" for no key
  std::string prefix;   ///< goes before the value: "Bearer "
};

class KeyedClient final : public HttpClient {
 public:
  KeyedClient(HttpClient& inner, std::vector<ServiceKey> keys);

  /// A service that repeats the key in its answer is not quoted: the key becomes asterisks there.
  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  [[nodiscard]] const ServiceKey* key_for(const HttpRequest& request) const;

  HttpClient& m_inner;
  std::vector<ServiceKey> m_keys;
};

}  // namespace papers::net
