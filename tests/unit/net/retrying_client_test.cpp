#include "net/retrying_client.hpp"

#include <atomic>

#include <doctest/doctest.h>

#include "support/fakes.hpp"

using namespace papers;
using net::RetryingClient;
using net::RetryPolicy;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakeClock;
using test::FakeHttp;
using test::FakeProgress;

namespace {

struct World : test::FakeWorld {
  RetryingClient client{http, clock, RetryPolicy{}, /*seed=*/7, nullptr};

  Result<HttpResponse, HttpError> ask(std::function<Verdict(const HttpResponse&)> judge = {}) {
    HttpRequest request = FakeWorld::request("https://service.test/", "Service");
    request.judge = std::move(judge);
    return client.send(request);
  }
};

void check_between(milliseconds value, milliseconds low, milliseconds high) {
  CHECK(value >= low);
  CHECK(value <= high);
}

}  // namespace

TEST_CASE("a good answer is handed on at once") {
  World world;
  world.http.answer(200, "fine");
  CHECK(world.ask()->body == "fine");
  CHECK(world.clock.sleeps.empty());
}

TEST_CASE("a service in trouble is asked again, and its answer counts") {
  for (const int status : {429, 500, 502, 503, 504, 520}) {
    CAPTURE(status);
    World world;
    world.http.answer(status).answer(200, "fine");
    CHECK(world.ask()->body == "fine");
    CHECK(world.http.requests.size() == 2);
  }
}

TEST_CASE("four attempts are made, with waits of 3, 9 and 27 seconds and a quarter more at most") {
  World world;
  world.http.answer(503).answer(503).answer(503).answer(503, "still");
  const auto answer = world.ask();
  REQUIRE(answer);
  CHECK(answer->status == 503);
  CHECK(answer->body == "still");
  REQUIRE(world.clock.sleeps.size() == 3);
  check_between(world.clock.sleeps[0], milliseconds(3'000), milliseconds(3'750));
  check_between(world.clock.sleeps[1], milliseconds(9'000), milliseconds(11'250));
  check_between(world.clock.sleeps[2], milliseconds(27'000), milliseconds(33'750));
}

TEST_CASE("the reader is told of every wait") {
  World world;
  world.http.answer(429).answer(200);
  CHECK(world.ask());
  REQUIRE(world.progress.waits.size() == 1);
  CHECK(world.progress.waits[0].service == "Service");
  CHECK(world.progress.waits[0].why == "attempt 2 of 4");
  CHECK(world.progress.waits[0].how_long >= seconds(3));
}

TEST_CASE("the same seed waits the same") {
  const auto sleeps = [] {
    World world;
    world.http.answer(500).answer(500).answer(500).answer(500);
    CHECK(world.ask());
    return world.clock.sleeps;
  };
  CHECK(sleeps() == sleeps());
}

TEST_CASE("statuses that will not change are final") {
  for (const int status : {204, 206, 301, 304, 400, 401, 403, 404, 410, 414, 501, 999}) {
    CAPTURE(status);
    World world;
    world.http.answer(status);
    CHECK(world.ask()->status == status);
  }
}

TEST_CASE("connections that broke are tried again, and the last error is kept") {
  for (const auto kind : {HttpError::Kind::broken, HttpError::Kind::timeout}) {
    World world;
    world.http.fail(kind).fail(kind).fail(kind).fail(kind, "service.test: the fourth");
    const auto answer = world.ask();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == kind);
    CHECK(answer.error().message == "service.test: the fourth");
  }
}

TEST_CASE("errors that will not change are final") {
  using Kind = HttpError::Kind;
  for (const auto kind : {Kind::offline, Kind::refused, Kind::too_large, Kind::insecure, Kind::interrupted}) {
    World world;
    world.http.fail(kind);
    CHECK(world.ask().error().kind == kind);
  }
}

TEST_CASE("half a document is asked for again, a wrong one is not") {
  World world;
  world.http.answer(200, "half").answer(200, "whole");
  CHECK(world.ask([](const HttpResponse& r) { return r.body == "half" ? Verdict::again : Verdict::good; })
            ->body == "whole");

  World other;
  other.http.answer(200, "wrong");
  CHECK(other.ask([](const HttpResponse&) { return Verdict::bad; })->body == "wrong");
}

TEST_CASE("a judge is not asked about answers that are none") {
  World world;
  world.http.answer(404, "half");
  CHECK(world.ask([](const HttpResponse&) { return Verdict::again; })->status == 404);
}

TEST_CASE("a service that says when is waited for") {
  World world;
  world.http.answer(503, "", {{"retry-after", "40"}}).answer(200);
  CHECK(world.ask());
  REQUIRE(world.clock.sleeps.size() == 1);
  check_between(world.clock.sleeps[0], milliseconds(40'000), milliseconds(50'000));
}

TEST_CASE("a date to wait for is understood") {
  World world;  // it is 09:00:00
  world.http.answer(429, "", {{"retry-after", "Sun, 17 Nov 2024 09:00:20 GMT"}}).answer(200);
  CHECK(world.ask());
  REQUIRE(world.clock.sleeps.size() == 1);
  check_between(world.clock.sleeps[0], milliseconds(20'000), milliseconds(25'000));
}

TEST_CASE("a service that wants to be left alone for long is left alone at once") {
  for (const char* wait : {"121", "86400", "1000000000", "Mon, 18 Nov 2024 00:00:00 GMT"}) {
    CAPTURE(wait);
    World world;
    world.http.answer(429, "", {{"retry-after", wait}});
    CHECK(world.ask()->status == 429);
    CHECK(world.clock.sleeps.empty());
  }
}

TEST_CASE("Ctrl-C ends the waiting") {
  FakeClock clock;
  FakeHttp http;
  const std::atomic<bool> interrupted = true;
  RetryingClient client(http, clock, RetryPolicy{}, 1, &interrupted);
  http.answer(503);
  const auto answer = client.send({});
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::interrupted);
}
