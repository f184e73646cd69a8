// RedirectingClient: follows redirects by our own rules.
//
// libcurl would send a service's key (x-api-key) on to whatever host an answer names. Here every
// step is a request of its own: at most five; never from https to http; to another host only when it
// belongs to the same service, or when the reader asked for a page anywhere; and what the asker put
// into the headers goes to the origin it was meant for, nowhere else.
#pragma once

#include "papers/http.hpp"

namespace papers::net {

class RedirectingClient final : public HttpClient {
 public:
  explicit RedirectingClient(HttpClient& inner) : m_inner(inner) {}

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override;

 private:
  HttpClient& m_inner;
};

}  // namespace papers::net
