#include "net/keyed_client.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "net/url.hpp"

namespace papers::net {
namespace {

constexpr std::size_t k_shortest_hidden = 8;  ///< a shorter word would be found in honest text as well

void hide(std::string& text, const std::string& secret) {
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + secret.size())) {
    text.replace(at, secret.size(), secret.size(), '*');
  }
}

void hide(HttpResponse& response, const std::string& secret) {
  if (secret.size() < k_shortest_hidden) {
    return;
  }
  hide(response.body, secret);
  for (auto& [name, value] : response.headers) {
    hide(value, secret);
  }
}

}  // namespace

KeyedClient::KeyedClient(HttpClient& inner, std::vector<ServiceKey> keys)
    : m_inner(inner), m_keys(std::move(keys)) {}

Result<HttpResponse, HttpError> KeyedClient::send(const HttpRequest& request) {
  const ServiceKey* key = key_for(request);
  if (key == nullptr) {
    return m_inner.send(request);
  }
  HttpRequest keyed = request;
  keyed.headers.emplace_back(key->header, key->prefix + key->value);
  Result<HttpResponse, HttpError> answer = m_inner.send(keyed);
  if (answer) {
    hide(*answer, key->value);
  }
  return answer;
}

const ServiceKey* KeyedClient::key_for(const HttpRequest& request) const {
  const std::optional<Url> asked = parse_url(request.url);
  const auto found = std::find_if(m_keys.begin(), m_keys.end(), [&](const ServiceKey& key) {
    const std::optional<Url> service = parse_url(key.address);
    return !key.value.empty() && key.service == request.service && asked && service &&
           asked->same_origin(*service);
  });
  return found == m_keys.end() ? nullptr : &*found;
}

}  // namespace papers::net
