#include "sources/crossref.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;
using sources::Crossref;
using test::fixture;
using test::ids;
using test::SourceWorld;
using Lines = std::vector<std::string>;

namespace {

struct World : SourceWorld {
  Fetched fetch(const std::vector<std::string_view>& dois) {
    return Crossref(settings, http).fetch(ids(dois), progress);
  }
};

}  // namespace

TEST_CASE("a work is asked for by its DOI, percent-encoded") {
  World world;
  world.http.answer(200, fixture("crossref/article.json"));
  const Fetched fetched = world.fetch({"doi:10.1234/ABC.1"});
  CHECK(world.http.requests.at(0).url == "https://api.crossref.org/works/10.1234%2Fabc.1");
  REQUIRE(fetched.works.size() == 1);
  CHECK(fetched.works[0].item.source == "crossref");
  CHECK(world.progress.steps == std::vector{test::FakeProgress::Step{"Crossref", 1, 1}});
}

TEST_CASE("Crossref may live elsewhere") {
  World world;
  world.settings.crossref_url = "http://127.0.0.1:8080/";
  world.http.answer(404);
  CHECK(world.fetch({"doi:10.1/x"}).problems.size() == 1);
  CHECK(world.http.requests.at(0).url == "http://127.0.0.1:8080/works/10.1%2Fx");
}

TEST_CASE("one unknown DOI does not stop the others") {
  World world;
  world.http.answer(404, "Resource not found.").answer(200, fixture("crossref/article.json"));
  const Fetched fetched = world.fetch({"doi:10.1/x", "doi:10.1234/abc.1"});
  CHECK(fetched.works.size() == 1);
  CHECK(test::lines(fetched.problems) ==
        Lines{"doi:10.1/x unknown: Crossref does not know doi:10.1/x; check it"});
}

TEST_CASE("an answer about another work is refused") {
  World world;
  world.http.answer(200, fixture("crossref/article.json"));
  CHECK(test::lines(world.fetch({"doi:10.1/x"}).problems) ==
        Lines{"doi:10.1/x failed: Crossref sent doi:10.1234/abc.1 when asked for doi:10.1/x"});
}

TEST_CASE("failures of one work are told apart from not knowing, and do not stop the others") {
  World world;
  world.http.answer(500).answer(200, "{\"message\":").answer(200, fixture("crossref/article.json"));
  const Fetched fetched = world.fetch({"doi:10.1/a", "doi:10.1/b", "doi:10.1234/abc.1"});
  CHECK(fetched.works.size() == 1);
  CHECK(test::lines(fetched.problems) ==
        Lines{"doi:10.1/a failed, later: Crossref has trouble of its own (HTTP 500); try again later",
              "doi:10.1/b failed, later: Crossref sent JSON that is cut short or garbled"});
}

TEST_CASE("once the service cannot be reached, the rest is not asked for") {
  World world;
  world.http.fail(HttpError::Kind::timeout, "api.crossref.org: no answer in time");
  const Lines problems = test::lines(world.fetch({"doi:10.1/a", "doi:10.1/b"}).problems);
  CHECK(
      problems ==
      Lines{"doi:10.1/a failed, later: Crossref could not be reached (api.crossref.org: no answer in time)",
            "doi:10.1/b failed, later: Crossref could not be reached (api.crossref.org: no answer in time)"});
}

TEST_CASE("offline, every work is looked up") {
  World world;
  world.settings.offline = true;
  world.http.fail(HttpError::Kind::offline).answer(200, fixture("crossref/article.json"));
  CHECK(world.fetch({"doi:10.1/a", "doi:10.1234/abc.1"}).works.size() == 1);
}

TEST_CASE("Ctrl-C keeps the works that have arrived") {
  World world;
  world.http.answer(200, fixture("crossref/article.json")).fail(HttpError::Kind::interrupted);
  const Fetched fetched = world.fetch({"doi:10.1234/abc.1", "doi:10.1/b"});
  CHECK(fetched.interrupted);
  CHECK(fetched.works.size() == 1);
  CHECK(fetched.problems.empty());
}
