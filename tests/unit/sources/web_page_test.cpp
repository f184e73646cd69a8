#include "sources/web_page.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;
using sources::title_from_address;
using sources::WebPage;
using test::ids;
using test::SourceWorld;
using Lines = std::vector<std::string>;

namespace {

struct World : SourceWorld {
  Fetched fetch(const std::vector<std::string_view>& urls) {
    return WebPage(settings, http).fetch(ids(urls), progress);
  }
};

const HttpHeaders k_html{{"content-type", "text/html; charset=\"UTF-8\""}};

}  // namespace

TEST_CASE("a page becomes a post with its title") {
  World world;
  world.http.answer(200, "<title>Attention, explained</title>", k_html);
  const Fetched fetched = world.fetch({"https://blog.test/attention"});
  REQUIRE(fetched.works.size() == 1);
  Item expected;
  expected.ids = ids({"https://blog.test/attention"});
  expected.kind = Kind::post;
  expected.title = "Attention, explained";
  expected.source = "web";
  CHECK(fetched.works[0].item == expected);
  CHECK(world.http.requests[0].any_public_host);
  CHECK(world.http.requests[0].max_bytes == 2U << 20U);
}

TEST_CASE("a repository becomes code") {
  World world;
  world.http.answer(200, "<title>x/y: a tool</title>", k_html);
  CHECK(world.fetch({"https://github.com/x/y"}).works.at(0).item.kind == Kind::code);
}

TEST_CASE("what is no page is called as its address ends") {
  World world;
  world.http.answer(200, "%PDF-1.5 <title>no</title>", {{"content-type", "application/pdf"}})
      .fail(HttpError::Kind::too_large)
      .answer(200, "<p>no title</p>", k_html);
  const Fetched fetched = world.fetch(
      {"https://a.test/papers/lecture%20notes.pdf", "https://a.test/video.mp4", "https://a.test/"});
  REQUIRE(fetched.works.size() == 3);
  CHECK(fetched.works[0].item.title == "lecture notes.pdf");
  CHECK(fetched.works[1].item.title == "video.mp4");
  CHECK(fetched.works[2].item.title == "a.test");
}

TEST_CASE("pages that are gone are unknown, others failed") {
  World world;
  world.http.answer(404).answer(503).fail(HttpError::Kind::insecure,
                                          "c.test: its certificate could not be verified");
  CHECK(test::lines(world.fetch({"https://a.test/x", "https://b.test/", "https://c.test/"}).problems) ==
        Lines{"url:https://a.test/x unknown: a.test has no page https://a.test/x (HTTP 404)",
              "url:https://b.test/ failed, later: b.test is overloaded or being repaired (HTTP 503); try "
              "again later",
              "url:https://c.test/ failed: c.test could not be reached (c.test: its certificate could not be "
              "verified)"});
}

TEST_CASE("Ctrl-C keeps the pages that have arrived") {
  World world;
  world.http.answer(200, "<title>A</title>", k_html).fail(HttpError::Kind::interrupted);
  const Fetched fetched = world.fetch({"https://a.test/", "https://b.test/", "https://c.test/"});
  CHECK(fetched.interrupted);
  CHECK(fetched.works.size() == 1);
  CHECK(fetched.problems.empty());
}

TEST_CASE("the last part of an address that says something") {
  struct Row {
    const char* url;
    const char* title;
  };
  for (const Row& row : {Row{"https://a.test/x/y.html?z=1", "y.html"}, Row{"https://a.test/x/", "x"},
                         Row{"https://a.test/", "a.test"}, Row{"https://a.test", "a.test"},
                         Row{"https://a.test/%E4%B8%AD", "中"}, Row{"https://a.test/%1b%5b31m", "\uFFFD[31m"},
                         Row{"nonsense", "nonsense"}}) {
    CAPTURE(row.url);
    CHECK(title_from_address(row.url) == row.title);
  }
}
