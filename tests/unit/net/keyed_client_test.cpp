#include "net/keyed_client.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "net/caching_client.hpp"
#include "net/redirecting_client.hpp"
#include "net/retrying_client.hpp"
#include "support/fakes.hpp"

using namespace papers;
using net::KeyedClient;

namespace {

constexpr const char* k_secret = "very-secret-key";

struct World : test::FakeWorld {
  KeyedClient client{http,
                     {{"Service", "https://service.test/", "x-api-key", k_secret, ""},
                      {"Other", "https://service.test/", "authorization", "another-secret", "Bearer "},
                      {"Keyless", "https://keyless.test/", "x-api-key", "", ""}}};

  Result<HttpResponse, HttpError> ask(const std::string& url, const std::string& service = "Service") {
    return client.send(request(url, service));
  }
};

bool holds(const HttpRequest& request, const std::string& secret) {
  return std::any_of(request.headers.begin(), request.headers.end(),
                     [&](const auto& header) { return header.second.find(secret) != std::string::npos; });
}

}  // namespace

TEST_CASE("a key goes to its own service, in the header that the service wants") {
  World world;
  world.http.answer(200).answer(200);
  CHECK(world.ask("https://service.test/paper"));
  CHECK(world.http.requests.at(0).headers == HttpHeaders{{"x-api-key", k_secret}});
  CHECK(world.ask("https://service.test/works", "Other"));
  CHECK(world.http.requests.at(1).headers == HttpHeaders{{"authorization", "Bearer another-secret"}});
}

TEST_CASE("a key goes nowhere else") {
  World world;
  for (const char* url : {"https://elsewhere.test/paper", "http://service.test/paper",
                          "https://service.test:8443/paper", "https://service.test.evil.test/", "nonsense"}) {
    CAPTURE(url);
    world.http.answer(200);
    CHECK(world.ask(url));
    CHECK(world.http.requests.back().headers.empty());
  }
  world.http.answer(200).answer(200);
  CHECK(world.ask("https://service.test/a", "A third service at the same address"));
  CHECK(world.ask("https://keyless.test/a", "Keyless"));
  CHECK(world.http.requests.back().headers.empty());
}

TEST_CASE("a redirect takes the key along to the same host only") {
  World world;
  world.http.answer(301, "", {{"location", "/moved"}})
      .answer(302, "", {{"location", "https://mirror.test/paper"}})
      .answer(200, "fine");
  net::RedirectingClient redirecting(world.client);
  HttpRequest request = world.request("https://service.test/paper", "Service");
  request.service_hosts = {"mirror.test"};
  CHECK(redirecting.send(request)->body == "fine");
  REQUIRE(world.http.requests.size() == 3);
  CHECK(holds(world.http.requests[0], k_secret));
  CHECK(holds(world.http.requests[1], k_secret));
  CHECK_FALSE(holds(world.http.requests[2], k_secret));
}

TEST_CASE("nothing of a key is remembered, not even when the service repeats it") {
  World world;
  world.http.answer(200, std::string("you sent ") + k_secret + ", and again " + k_secret,
                    {{"x-debug", std::string("key=") + k_secret}});
  test::MemoryCache cache;
  net::CachingClient caching(world.client, world.clock, &cache, {});
  const auto answer = caching.send(world.request("https://service.test/paper", "Service"));
  REQUIRE(answer);
  CHECK(answer->body == "you sent ***************, and again ***************");
  REQUIRE(cache.entries.size() == 1);
  const auto& [key, entry] = *cache.entries.begin();
  CHECK(key == "https://service.test/paper");
  CHECK(entry.response.body == answer->body);
  CHECK(entry.response.headers == HttpHeaders{{"x-debug", "key=***************"}});
}

TEST_CASE("errors come through as they are") {
  World world;
  world.http.fail(HttpError::Kind::timeout, "service.test: no answer in time");
  CHECK(world.ask("https://service.test/paper").error().message == "service.test: no answer in time");
}
