#include "net/rate_limited_client.hpp"

#include <atomic>

#include <doctest/doctest.h>

#include "support/fakes.hpp"
#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"
#include "util/file_lock.hpp"

using namespace papers;
using net::RateLimitedClient;
using std::chrono::milliseconds;
using std::chrono::seconds;
using test::FakeProgress;
using test::TempFolder;

namespace {

struct World : test::FakeWorld {
  TempFolder folder;

  RateLimitedClient client(const std::atomic<bool>* interrupted = nullptr, int patience = 240) {
    return {http,
            clock,
            {folder.path() / "gates",
             {{"arxiv.org", "arxiv", seconds(3)}, {"127.0.0.1:8080", "local", seconds(1)}},
             interrupted,
             patience}};
  }
  HttpRequest request(const std::string& url) { return FakeWorld::request(url, "arXiv"); }
  [[nodiscard]] std::filesystem::path time_file() const { return folder.path() / "gates" / "arxiv.time"; }
};

}  // namespace

TEST_CASE("two requests to a service are three seconds apart") {
  World world;
  world.http.answer(200).answer(200);
  RateLimitedClient client = world.client();
  CHECK(client.send(world.request("https://export.arxiv.org/a")));
  world.clock.pass(seconds(1));
  CHECK(client.send(world.request("https://arxiv.org/b")));
  CHECK(world.clock.sleeps == std::vector{milliseconds(2000)});
  CHECK(world.progress.waits == std::vector{FakeProgress::Wait{"arXiv", seconds(2), "rate limit"}});
}

TEST_CASE("other processes keep the same pause") {
  World world;
  world.http.answer(200).answer(200);
  CHECK(world.client().send(world.request("https://export.arxiv.org/a")));
  CHECK(world.client().send(world.request("https://export.arxiv.org/b")));
  CHECK(world.clock.sleeps == std::vector{milliseconds(3000)});
}

TEST_CASE("the pause follows failures too") {
  World world;
  world.http.fail(HttpError::Kind::broken).answer(200);
  RateLimitedClient client = world.client();
  CHECK_FALSE(client.send(world.request("https://export.arxiv.org/a")));
  CHECK(client.send(world.request("https://export.arxiv.org/a")));
  CHECK(world.clock.sleeps == std::vector{milliseconds(3000)});
}

TEST_CASE("hosts without a limit are not slowed down") {
  World world;
  world.http.answer(200).answer(200).answer(200).answer(200);
  RateLimitedClient client = world.client();
  for (const char* url : {"https://example.test/", "https://example.test/", "https://notarxiv.org/",
                          "http://127.0.0.1:8081/"}) {
    CHECK(client.send(world.request(url)));
  }
  CHECK(world.clock.sleeps.empty());
  CHECK_FALSE(std::filesystem::exists(world.folder.path() / "gates"));
}

TEST_CASE("a limit can be for one port of one machine") {
  World world;
  world.http.answer(200).answer(200);
  RateLimitedClient client = world.client();
  CHECK(client.send(world.request("http://127.0.0.1:8080/a")));
  CHECK(client.send(world.request("http://127.0.0.1:8080/b")));
  CHECK(world.clock.sleeps == std::vector{milliseconds(1000)});
}

TEST_CASE("the lock is free again after a request") {
  World world;
  world.http.answer(200);
  CHECK(world.client().send(world.request("https://arxiv.org/a")));
  CHECK(util::FileLock::take(world.folder.path() / "gates" / "arxiv.lock", milliseconds(0)));
}

TEST_CASE("a process that keeps asking is named when patience ends") {
  World world;
  world.http.answer(200);
  CHECK(world.client().send(world.request("https://arxiv.org/a")));
  const auto lock = util::FileLock::take(world.folder.path() / "gates" / "arxiv.lock", milliseconds(0));
  REQUIRE(lock);
  const auto answer = world.client(nullptr, /*patience=*/0).send(world.request("https://arxiv.org/b"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::timeout);
  CHECK(answer.error().message.find("another papers process (pid ") == 0);
}

TEST_CASE("Ctrl-C ends the waiting before anything is sent") {
  World world;
  const std::atomic<bool> interrupted = true;
  CHECK(world.client(&interrupted).send(world.request("https://arxiv.org/a")).error().kind ==
        HttpError::Kind::interrupted);
}

TEST_CASE("a process that is killed while it asks leaves the time at which it began") {
  World world;
  world.http.answer(200);
  std::string left;
  world.http.under_way = [&] {
    left = util::read_file(world.time_file());
    world.clock.pass(seconds(2));
  };
  CHECK(world.client().send(world.request("https://arxiv.org/a")));
  CHECK(left == "1000000\n");
  CHECK(util::read_file(world.time_file()) == "1002000\n");
}

TEST_CASE("an answer is not lost because its time cannot be written") {
  World world;
  world.http.answer(200, "fine");
  world.http.under_way = [&] {  // a folder in its place: even the superuser cannot write there
    std::filesystem::remove(world.time_file());
    std::filesystem::create_directories(world.time_file() / "x");
  };
  const auto answer = world.client().send(world.request("https://arxiv.org/a"));
  REQUIRE(answer);
  CHECK(answer->body == "fine");
}

TEST_CASE("nothing is asked when the pace cannot be kept") {
  World world;
  std::filesystem::create_directories(world.time_file() / "x");
  const auto answer = world.client().send(world.request("https://arxiv.org/a"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::refused);
  CHECK(answer.error().message.find("its pace cannot be kept: ") == 0);
  CHECK(answer.error().message.find("arxiv.time") != std::string::npos);
}
