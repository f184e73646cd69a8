// Every way in which a service fails: the exit code, the words, the number of requests, and a library that
// is whole afterwards.
#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_try_later = 75;
constexpr int k_failed = 1;
constexpr std::size_t k_attempts = 4;

struct PassingFault {
  std::string name;
  Fault fault;
};

struct LastingFault {
  std::string name;
  Fault fault;
  int status;
  std::size_t requests;
  std::string words;  ///< in the message
};

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

Fault body(const std::string& text) {
  return with_body([text](const std::string&) { return text; });
}

/// The good feed with a piece replaced.
Fault replaced(const std::string& from, const std::string& to) {
  return with_body([from, to](std::string feed) {
    for (std::size_t at = feed.find(from); at != std::string::npos; at = feed.find(from, at + to.size())) {
      feed.replace(at, from.size(), to);
    }
    return feed;
  });
}

/// Ten levels of ten times ten: a gigabyte if it were expanded.
std::string entity_bomb() {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY e0 \"ha\">";
  for (int level = 1; level < 10; ++level) {
    const std::string inner = repeated("&e" + std::to_string(level - 1) + ";", 10);
    text += "<!ENTITY e" + std::to_string(level) + " \"" + inner + "\">";
  }
  return text + "]><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&e9;</title></feed>";
}

std::vector<PassingFault> passing_faults() {
  using std::chrono::milliseconds;
  return {
      {"a reset before the answer", reset()},
      {"a reset in the body", reset_in_body()},
      {"a connection closed before the answer", hang_up()},
      {"a body shorter than its length", length_too_long()},
      {"a body without length, cut", cut_without_length()},
      {"a length shorter than the body", length_too_short()},
      {"chunks without an end", chunks_without_end()},
      {"gzip cut in the middle", cut_gzip()},
      {"a page without entries that says it has some", replaced("entry>", "nothing>")},
      {"500", instead({500, {}, "oops"})},
      {"502", instead({502, {}, ""})},
      {"503 with a page", instead({503, {{"Content-Type", "text/html"}}, "<html>busy</html>"})},
      {"503 that says when", instead({503, {{"Retry-After", "1"}}, ""})},
      {"504", instead({504, {}, ""})},
      {"429 without a time", instead({429, {}, "Rate exceeded."})},
      {"429 with a time", instead({429, {{"Retry-After", "1"}}, "Rate exceeded."})},
      {"429 with a time in the past", instead({429, {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}}, ""})},
      {"429 with a time that is none", instead({429, {{"Retry-After", "-5, soon"}}, ""})},
  };
}

std::vector<PassingFault> harmless_faults() {
  using std::chrono::milliseconds;
  return {
      {"a late answer", late(milliseconds(300))},
      {"gzip", gzipped()},
      {"a byte at a time", drip(milliseconds(0))},
      {"a wrong content type", with_headers({{"Content-Type", "text/plain"}})},
      {"a cookie, an alternative service and a refresh",
       with_headers(
           {{"Set-Cookie", "id=1"}, {"Alt-Svc", "h3=\":443\""}, {"Refresh", "0; url=http://127.0.0.1:9/"}})},
      {"a byte order mark", with_body([](const std::string& feed) { return "\xEF\xBB\xBF" + feed; })},
  };
}

std::vector<LastingFault> lasting_faults() {
  const auto status = [](int code) { return instead({code, {}, ""}); };
  return {
      {"resets", reset(), k_try_later, k_attempts, "arXiv could not be reached"},
      {"hanging up", hang_up(), k_try_later, k_attempts, "arXiv could not be reached"},
      {"cut bodies", cut_without_length(), k_try_later, k_attempts, "arXiv sent"},
      {"cut gzip", cut_gzip(), k_try_later, k_attempts, "arXiv"},
      {"bodies longer than their length", length_too_short(), k_try_later, k_attempts, "arXiv sent"},
      {"chunks of no size", chunk_of_size("zz"), k_try_later, k_attempts, "arXiv could not be reached"},
      {"empty pages that have more", replaced("entry>", "nothing>"), k_try_later, k_attempts, "arXiv sent"},
      {"500", status(500), k_try_later, k_attempts, "HTTP 500"},
      {"503", status(503), k_try_later, k_attempts, "HTTP 503"},
      {"520", status(520), k_try_later, k_attempts, "HTTP 520"},
      {"429", status(429), k_try_later, k_attempts, "HTTP 429"},
      {"429 for an hour", instead({429, {{"Retry-After", "3600"}}, ""}), k_try_later, 1,
       "until 2024-11-17T10:00:00Z"},
      {"403", status(403), k_try_later, 1, "HTTP 403"},
      {"401", status(401), k_failed, 1, "HTTP 401"},
      {"404", status(404), k_failed, 1, "HTTP 404"},
      {"414", status(414), k_failed, 1, "HTTP 414"},
      {"204", status(204), k_failed, 1, "arXiv"},
      {"206", status(206), k_failed, 1, "HTTP 206"},
      {"no HTTP", garbage("SSH-2.0-OpenSSH_9.2\r\n"), k_failed, 1, "arXiv"},
      {"an empty body", body(""), k_try_later, k_attempts, "arXiv sent"},
      {"a page in place of a feed",
       instead({200,
                {{"Content-Type", "text/html"}},
                "<!DOCTYPE html><html><title>Log in</title><p>Wi-Fi</html>"}),
       k_failed, 1, "arXiv sent"},
      {"JSON in place of a feed", body("[{\"feed\": 1}]"), k_try_later, k_attempts, "arXiv sent"},
      {"another root", body("<rss><channel/></rss>"), k_failed, 1, "arXiv sent"},
      {"an entity bomb", body(entity_bomb()), k_failed, 1, "DOCTYPE"},
      {"elements without end", body(repeated("<feed>", 500'000)), k_try_later, k_attempts, "arXiv sent"},
      {"another paper", replaced("2401.00002", "2401.00009"), k_try_later, 1, "arXiv sent other papers"},
      {"a gzip bomb", gzip_bomb(100), k_failed, 1, "arXiv"},
      {"a body without end", endless_body(), k_failed, 1, "arXiv"},
      {"chunks without end", endless_chunks(), k_failed, 1, "arXiv"},
      {"an unknown encoding", labelled("br"), k_try_later, k_attempts, "arXiv"},
      {"an encoding that is not there", labelled("gzip"), k_failed, 1, "arXiv"},
      {"a header of 300 KB", long_header(300'000), k_failed, 1, "arXiv"},
      {"control characters in a header", with_headers({{"X-Odd", "\x1b[2J"}}), k_failed, 1,
       "control characters"},
      {"a redirect in a circle", redirect(302, "/api/query?again"), k_failed, 6, "redirect"},
      {"a redirect to a file", redirect(302, "file:///etc/passwd"), k_failed, 1, "redirect"},
      {"a redirect to ftp", redirect(301, "ftp://127.0.0.1/x"), k_failed, 1, "redirect"},
      {"a redirect to another host", redirect(307, "http://192.0.2.1/api/query"), k_failed, 1, "192.0.2.1"},
      {"a redirect to nowhere", redirect(302, ""), k_failed, 1, "arXiv"},
  };
}

/// A library with one paper, so that there is something to lose.
void add_first_paper(const World& world, Server& server) {
  REQUIRE(world.papers({"add", "2401.00001", "--tag", "kept"}).status == 0);
  server.requests().clear();
}

}  // namespace

TEST_CASE("a fault that passes is waited out") {
  for (const PassingFault& fault : passing_faults()) {
    CAPTURE(fault.name);
    Server server(numbered_works(2));
    const World world(server);
    add_first_paper(world, server);
    server.spoil("/api/query", fault.fault);
    const ProgramResult result = world.papers({"add", "2401.00002"});
    CAPTURE(result.err);
    CHECK(result.status == 0);
    CHECK(server.requests().count("/api/query") == 2);
    CHECK(world.items().size() == 2);
  }
}

TEST_CASE("what is odd but right is taken as it is") {
  for (const PassingFault& fault : harmless_faults()) {
    CAPTURE(fault.name);
    Server server(numbered_works(2));
    const World world(server);
    server.spoil("/api/query", fault.fault, Server::k_always);
    const ProgramResult result = world.papers({"add", "2401.00001"});
    CAPTURE(result.err);
    CHECK(result.status == 0);
    CHECK(world.papers({"add", "2401.00002"}).status == 0);
    CHECK(server.requests().count("/api/query") == 2);
    CHECK_FALSE(server.requests().to("").back().headers.contains("cookie"));
    CHECK(world.items().at(0)["title"] == "Paper Number 1 of Many");
  }
}

TEST_CASE("a fault that lasts has its exit code and its message, and leaves the library whole") {
  for (const LastingFault& fault : lasting_faults()) {
    CAPTURE(fault.name);
    Server server(numbered_works(2));
    const World world(server);
    add_first_paper(world, server);
    const auto before = world.items();
    server.spoil("/", fault.fault, Server::k_always);
    const ProgramResult result = world.papers({"add", "2401.00002"});
    CAPTURE(result.err);
    CHECK(result.status == fault.status);
    CHECK(holds(result.err, "2401.00002"));
    CHECK(holds(result.err, fault.words));
    CHECK(server.requests().count() == fault.requests);
    CHECK(world.items() == before);
    world.check_is_clean();
    server.heal();
    CHECK(world.papers({"add", "2401.00002"}).status == 0);
    CHECK(world.items().size() == 2);
  }
}

TEST_CASE("nobody listening is said as such, and is worth another try later") {
  const World world;
  const ProgramResult result = world.papers({"add", "2401.00001"});
  CHECK(result.status == k_try_later);
  CHECK(holds(result.err, "could not be reached"));
  CHECK(world.items().empty());
}

TEST_CASE("what arrived before a failure is kept") {
  Server server(numbered_works(150));
  server.spoil("/api/query", with_headers({}));
  server.spoil("/api/query", instead({503, {}, ""}), Server::k_always);
  const World world(server);
  Words words{"add"};
  for (int n = 1; n <= 150; ++n) {
    words.push_back(numbered_id(n));
  }
  const ProgramResult result = world.papers(words);
  CHECK(result.status == k_try_later);
  CHECK(world.items().size() == 100);
  CHECK(server.requests().count("/api/query") == 1 + k_attempts);
}
