#include "net/http_stack.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "support/fakes.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using net::make_http_stack;
using test::FakeClock;
using test::FakeProgress;
using test::MemoryCache;
using test::TempFolder;

namespace {

/// Where nobody listens: an address for faults.
constexpr const char* k_nowhere = "http://127.0.0.1:1";

struct World : test::FakeWorld {
  TempFolder folder;
  MemoryCache cache;
  SourceSettings settings;

  World() {
    settings.clock = &clock;
    settings.cache = &cache;
    settings.gate_dir = folder.path();
    settings.arxiv_url = k_nowhere;
    settings.arxiv_interval = 1;
  }
  Result<HttpResponse, HttpError> ask() {
    return make_http_stack(settings)->send(request(std::string(k_nowhere) + "/api/query", "arXiv"));
  }
};

}  // namespace

TEST_CASE("a service that cannot be reached is tried four times, at its pace") {
  World world;
  const auto answer = world.ask();
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::broken);
  CHECK(world.clock.sleeps.size() == 3);  // the waits before new attempts are longer than the pace
  CHECK(world.progress.waits.size() == 3);
  CHECK(std::filesystem::exists(world.folder.path() / "arxiv-127.0.0.1_1.time"));
}

TEST_CASE("without waits before new attempts the pace shows") {
  World world;
  world.settings.retry_base = 0;
  CHECK_FALSE(world.ask());
  int paced = 0;
  for (const auto sleep : world.clock.sleeps) {
    paced += sleep == std::chrono::seconds(1) ? 1 : 0;
  }
  CHECK(paced == 3);
}

TEST_CASE("what is in the cache needs no network") {
  World world;
  world.cache.put(std::string(k_nowhere) + "/api/query", {{200, "known", {}, ""}, "", "", world.clock.time});
  CHECK(world.ask()->body == "known");
}

TEST_CASE("offline nobody is asked") {
  World world;
  world.settings.offline = true;
  CHECK(world.ask().error().kind == HttpError::Kind::offline);
  CHECK(world.clock.sleeps.empty());
}

TEST_CASE("a service address that makes no sense is refused") {
  World world;
  world.settings.crossref_url = "nonsense";
  CHECK_THROWS_AS((void)make_http_stack(world.settings), Failure);
}

TEST_CASE("services that are replaced by one address keep their own paces") {
  World world;
  world.settings.s2_url = k_nowhere;
  world.settings.openalex_url = k_nowhere;
  world.settings.arxiv_interval = 3;
  world.settings.retry_base = 0;
  const auto paces_of = [&world](const std::string& service) {
    world.clock.sleeps.clear();
    CHECK_FALSE(make_http_stack(world.settings)->send(world.request(std::string(k_nowhere) + "/x", service)));
    return world.clock.sleeps;
  };
  using std::chrono::milliseconds;
  const auto count = [](const std::vector<milliseconds>& sleeps, milliseconds pause) {
    return std::count(sleeps.begin(), sleeps.end(), pause);
  };
  CHECK(count(paces_of("Semantic Scholar"), milliseconds(1000)) == 3);
  CHECK(count(paces_of("OpenAlex"), milliseconds(100)) == 3);
  CHECK(count(paces_of("arXiv"), milliseconds(3000)) == 3);
}

TEST_CASE("a key that could smuggle in headers is not sent, and not shown") {
  World world;
  world.settings.s2_url = k_nowhere;
  world.settings.s2_key = "secret\r\nx-other: 1";
  const auto answer =
      make_http_stack(world.settings)->send(world.request(std::string(k_nowhere) + "/x", "Semantic Scholar"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::refused);
  CHECK(answer.error().message.find("secret") == std::string::npos);
}
