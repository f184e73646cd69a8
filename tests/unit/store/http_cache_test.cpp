#include "store/http_cache.hpp"

#include <fstream>
#include <random>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <sys/stat.h>

#include "child.hpp"
#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::test;

namespace {

CachedResponse sample(std::string body) {
  return {{200,
           std::move(body),
           {{"content-type", "text/plain"}, {"x", "\"odd\" \\ 值"}},
           "https://a.test/x?y=1"},
          "\"tag\"",
          "Sun, 17 Nov 2024 09:00:00 GMT",
          Time(std::chrono::seconds(1731834000))};
}

bool same(const CachedResponse& a, const CachedResponse& b) {
  return a.response.status == b.response.status && a.response.body == b.response.body &&
         a.response.headers == b.response.headers && a.response.url == b.response.url && a.etag == b.etag &&
         a.last_modified == b.last_modified && a.fetched == b.fetched;
}

}  // namespace

TEST_CASE("an answer comes back as it was put, bytes of any kind included, also after reopening") {
  const TempFolder folder;
  const auto file = folder.path() / "cache" / "http.sqlite";
  const std::string bytes("\0\xff<feed>\r\n\0", 11);
  for (const std::string& body : {std::string(), bytes, std::string(200'000, 'x')}) {
    store::open_http_cache(file)->put("https://a.test/x", sample(body));
    const auto cache = store::open_http_cache(file);
    REQUIRE(cache->get("https://a.test/x"));
    CHECK(same(*cache->get("https://a.test/x"), sample(body)));
    CHECK_FALSE(cache->get("https://a.test/y"));
  }
}

TEST_CASE("an answer can be replaced") {
  const TempFolder folder;
  const auto cache = store::open_http_cache(folder.path() / "http.sqlite");
  cache->put("k", sample("one"));
  cache->put("k", sample("two"));
  CHECK(cache->get("k")->response.body == "two");
}

TEST_CASE("what is older than 90 days is forgotten, and no more often looked for than once a day") {
  const TempFolder folder;
  const auto cache = store::open_http_cache(folder.path() / "http.sqlite");
  CachedResponse entry = sample("x");
  const Time start = entry.fetched;
  const auto put = [&](const std::string& key, int day) {
    entry.fetched = start + std::chrono::hours(24 * day);
    cache->put(key, entry);
  };
  put("first", 0);
  put("second", 1);
  put("on day 90", 90);
  CHECK(cache->get("first"));
  put("on day 91", 91);
  CHECK_FALSE(cache->get("first"));
  CHECK(cache->get("second"));
  entry.fetched = start + std::chrono::hours(24 * 91 + 12);
  cache->put("half a day later", entry);
  CHECK(cache->get("second"));
  put("on day 92", 92);
  CHECK_FALSE(cache->get("second"));
  CHECK(cache->get("on day 90"));
}

TEST_CASE("a clock that was ahead for a while does not keep old answers for ever") {
  const TempFolder folder;
  const auto cache = store::open_http_cache(folder.path() / "http.sqlite");
  CachedResponse entry = sample("x");
  const Time start = entry.fetched;
  cache->put("old", entry);
  entry.fetched = start + std::chrono::hours(24 * 365 * 20);
  cache->put("from the future", entry);
  CHECK_FALSE(cache->get("old"));
  entry.fetched = start;
  cache->put("old again", entry);
  entry.fetched = start + std::chrono::hours(24 * 91);
  cache->put("today", entry);
  CHECK_FALSE(cache->get("old again"));
}

TEST_CASE("the cache stays below its size, and the newest answers stay in it") {
  const TempFolder folder;
  const auto file = folder.path() / "http.sqlite";
  constexpr std::int64_t k_limit = 1 << 20;
  const auto cache = store::open_http_cache(file, k_limit);
  CachedResponse entry = sample(std::string(50'000, 'x'));
  for (int n = 0; n < 100; ++n) {
    cache->put(std::to_string(n), entry);
    entry.fetched += std::chrono::seconds(1);
    CHECK(store::http_cache_size(file).bytes < k_limit + 200'000);
  }
  CHECK(cache->get("99"));
  CHECK(cache->get("90"));
  CHECK_FALSE(cache->get("0"));
  CHECK(store::http_cache_size(file).entries >= 10);
}

TEST_CASE("an answer larger than the whole cache does no harm") {
  const TempFolder folder;
  const auto cache = store::open_http_cache(folder.path() / "http.sqlite", 100'000);
  cache->put("large", sample(std::string(1'000'000, 'x')));
  cache->put("small", sample("x"));
  CHECK(cache->get("small"));
}

TEST_CASE("the cache is private, and its size can be asked without making it") {
  const TempFolder folder;
  const auto file = folder.path() / "http.sqlite";
  CHECK(store::http_cache_size(file).entries == 0);
  CHECK_FALSE(std::filesystem::exists(file));
  store::open_http_cache(file)->put("k", sample("one"));
  struct stat facts {};
  REQUIRE(::stat(file.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600);
  CHECK(store::http_cache_size(file).entries == 1);
  CHECK(store::http_cache_size(file).bytes > 0);
  store::clear_http_cache(file);
  CHECK(store::http_cache_size(file).bytes == 0);
  CHECK_NOTHROW(store::clear_http_cache(file));
}

TEST_CASE("a file of another kind or schema is made anew") {
  const TempFolder folder;
  const auto file = folder.path() / "http.sqlite";
  SUBCASE("text") {
    std::ofstream(file) << "not a database, " + std::string(3000, 'x');
  }
  SUBCASE("empty") {
    std::ofstream{file};
  }
  SUBCASE("newer") {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA user_version = 9; CREATE TABLE t (x)");
  }
  SUBCASE("older") {
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE responses (x)");
  }
  const auto cache = store::open_http_cache(file);
  CHECK_FALSE(cache->get("k"));
  cache->put("k", sample("one"));
  CHECK(cache->get("k")->response.body == "one");
}

TEST_CASE("damage is a miss, never another answer, and the cache works again") {
  const TempFolder folder;
  const auto file = folder.path() / "http.sqlite";
  store::open_http_cache(file)->put("k", sample(std::string(9000, 'b')));
  const std::string good = util::read_file(file);
  std::mt19937 random(9);
  for (int n = 0; n < 500; ++n) {
    std::string bytes = good;
    bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const auto cache = store::open_http_cache(file);
    const auto found = cache->get("k");
    CHECK((!found || same(*found, sample(std::string(9000, 'b')))));
    cache->put("again", sample("x"));
    CHECK(cache->get("again"));
    std::filesystem::remove(file);
  }
}

TEST_CASE("a cache that cannot be written is empty, and fails nothing") {
  const auto cache = store::open_http_cache("/proc/no/such/place/http.sqlite");
  CHECK_NOTHROW(cache->put("k", sample("one")));
  CHECK_FALSE(cache->get("k"));
}

TEST_CASE("processes share a cache") {
  const TempFolder folder;
  const auto file = folder.path() / "http.sqlite";
  std::vector<Child> children;
  for (int process = 0; process < 4; ++process) {
    children.emplace_back([&] {
      const auto cache = store::open_http_cache(file);
      for (int n = 0; n < 50; ++n) {
        cache->put(std::to_string(100 * process + n), sample("x"));
      }
      return 0;
    });
  }
  for (Child& child : children) {
    CHECK(child.wait() == 0);
  }
  CHECK(store::http_cache_size(file).entries == 200);
}
