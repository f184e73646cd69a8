#include "net/caching_client.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/fakes.hpp"

using namespace papers;
using net::CachePolicy;
using net::CachingClient;
using test::FakeClock;
using test::FakeHttp;
using test::MemoryCache;

namespace {

constexpr const char* k_url = "https://service.test/paper";
constexpr auto k_day = std::chrono::hours(24);

struct World : test::FakeWorld {
  MemoryCache cache;

  Result<HttpResponse, HttpError> ask(CachePolicy policy = {}, HttpRequest request = {}) {
    request.url = k_url;
    request.service = "Service";
    return CachingClient(http, clock, &cache, policy).send(request);
  }
  void remember(const std::string& body, std::string etag = "\"1\"", std::string modified = "") {
    cache.entries[k_url] = {{200, body, {}, k_url}, std::move(etag), std::move(modified), clock.time};
  }
};

std::string sent(const HttpRequest& request, std::string_view name) {
  const auto found = std::find_if(request.headers.begin(), request.headers.end(),
                                  [name](const auto& header) { return header.first == name; });
  return found == request.headers.end() ? "" : found->second;
}

HttpRequest judged(Verdict verdict) {
  HttpRequest request;
  request.judge = [verdict](const HttpResponse&) { return verdict; };
  return request;
}

}  // namespace

TEST_CASE("an answer is kept with what is needed to ask again") {
  World world;
  world.http.answer(200, "fine", {{"etag", "\"7\""}, {"last-modified", "Mon, 01 Jan 2024 00:00:00 GMT"}});
  CHECK(world.ask()->body == "fine");
  const CachedResponse& entry = world.cache.entries.at(k_url);
  CHECK(entry.response.body == "fine");
  CHECK(entry.etag == "\"7\"");
  CHECK(entry.last_modified == "Mon, 01 Jan 2024 00:00:00 GMT");
  CHECK(entry.fetched == world.clock.time);
}

TEST_CASE("an answer of today is not asked for again") {
  World world;
  world.remember("known");
  world.clock.time += k_day - std::chrono::seconds(1);
  CHECK(world.ask()->body == "known");
}

TEST_CASE("an older answer is asked about, and kept when nothing changed") {
  World world;
  world.remember("known", "\"1\"", "Mon, 01 Jan 2024 00:00:00 GMT");
  world.clock.time += k_day;
  world.http.answer(304);
  CHECK(world.ask()->body == "known");
  CHECK(sent(world.http.requests[0], "if-none-match") == "\"1\"");
  CHECK(sent(world.http.requests[0], "if-modified-since") == "Mon, 01 Jan 2024 00:00:00 GMT");
  CHECK(world.cache.entries.at(k_url).fetched == world.clock.time);
}

TEST_CASE("an older answer is replaced when something changed") {
  World world;
  world.remember("known");
  world.clock.time += k_day;
  world.http.answer(200, "new", {{"etag", "\"2\""}});
  CHECK(world.ask()->body == "new");
  CHECK(world.cache.entries.at(k_url).etag == "\"2\"");
}

TEST_CASE("an answer from the future is an old one: the time of day was wrong once") {
  World world;
  world.remember("known");
  world.clock.time -= std::chrono::hours(1);
  world.http.answer(304);
  CHECK(world.ask()->body == "known");
}

TEST_CASE("refreshing asks although the answer is fresh") {
  World world;
  world.remember("known");
  world.http.answer(304);
  CHECK(world.ask({.refresh = true})->body == "known");
}

TEST_CASE("what its judge does not call good is not kept") {
  for (const Verdict verdict : {Verdict::again, Verdict::bad}) {
    World world;
    world.http.answer(200, "login page", {{"etag", "\"9\""}});
    CHECK(world.ask({}, judged(verdict))->body == "login page");
    CHECK(world.cache.entries.empty());
  }
}

TEST_CASE("other statuses and errors are handed on and not kept") {
  for (const int status : {204, 206, 301, 400, 404, 429, 500, 999}) {
    CAPTURE(status);
    World world;
    world.http.answer(status, "x");
    CHECK(world.ask()->status == status);
    CHECK(world.cache.entries.empty());
  }
  World world;
  world.http.fail(HttpError::Kind::broken);
  CHECK(world.ask().error().kind == HttpError::Kind::broken);
  CHECK(world.cache.entries.empty());
}

TEST_CASE("a failure leaves the older answer where it is") {
  World world;
  world.remember("known");
  world.clock.time += k_day;
  world.http.answer(500);
  CHECK(world.ask()->status == 500);
  CHECK(world.cache.entries.at(k_url).response.body == "known");
}

TEST_CASE("a kept answer that makes no sense any more is asked for anew, without conditions") {
  World world;
  world.remember("damaged");
  world.http.answer(200, "whole");
  HttpRequest request;
  request.judge = [](const HttpResponse& r) { return r.body == "damaged" ? Verdict::bad : Verdict::good; };
  CHECK(world.ask({}, request)->body == "whole");
  CHECK(sent(world.http.requests[0], "if-none-match").empty());
  CHECK(world.cache.entries.at(k_url).response.body == "whole");
}

TEST_CASE("\"not changed\" for something never seen is asked once more") {
  World world;
  world.http.answer(304).answer(200, "fine");
  CHECK(world.ask()->body == "fine");
}

TEST_CASE("offline, an answer of any age will do") {
  World world;
  world.remember("known");
  world.clock.time += 400 * k_day;
  CHECK(world.ask({.offline = true})->body == "known");
}

TEST_CASE("offline, what is not there is named and nobody is asked") {
  World world;
  const auto answer = world.ask({.offline = true});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::offline);
  CHECK(answer.error().message == "offline, and this answer of service.test is not in the cache");
}

TEST_CASE("other methods than GET and POST are not kept") {
  World world;
  world.http.answer(200, "one").answer(200, "two");
  HttpRequest put;
  put.method = "PUT";
  CHECK(world.ask({}, put)->body == "one");
  CHECK(world.ask({}, put)->body == "two");
  CHECK(world.cache.entries.empty());
}

TEST_CASE("without a cache everything is asked") {
  FakeClock clock;
  FakeHttp http;
  http.answer(200, "one").answer(200, "two");
  CachingClient client(http, clock, nullptr, {});
  CHECK(client.send({})->body == "one");
  CHECK(client.send({})->body == "two");
}

TEST_CASE("a question in a body is remembered with its body") {
  World world;
  const auto ask = [&](const std::string& body) {
    HttpRequest request;
    request.method = "POST";
    request.body = body;
    return world.ask({}, request);
  };
  world.http.answer(200, "one", {{"etag", "\"1\""}}).answer(200, "two");
  CHECK(ask("1")->body == "one");
  CHECK(ask("2")->body == "two");
  CHECK(ask("1")->body == "one");
  CHECK(world.http.requests.size() == 2);
  CHECK_FALSE(world.cache.get(k_url));
}

TEST_CASE("a question in a body is asked again when its answer is old, without conditions") {
  World world;
  HttpRequest request;
  request.method = "POST";
  request.body = "1";
  world.http.answer(200, "old", {{"etag", "\"1\""}}).answer(200, "new");
  CHECK(world.ask({}, request)->body == "old");
  world.clock.pass(2 * k_day);
  CHECK(world.ask({}, request)->body == "new");
  CHECK(world.http.requests.at(1).headers.empty());
  CHECK(world.http.requests.at(1).body == "1");
}

TEST_CASE("offline, a question in a body is answered from the cache") {
  World world;
  HttpRequest request;
  request.method = "POST";
  request.body = "1";
  world.http.answer(200, "one");
  CHECK(world.ask({}, request));
  CHECK(world.ask({.offline = true}, request)->body == "one");
  request.body = "2";
  CHECK(world.ask({.offline = true}, request).error().kind == HttpError::Kind::offline);
}
