#include "sources/title_search.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/arxiv_titles.hpp"
#include "sources/semantic_scholar_titles.hpp"

using namespace papers;
using sources::ArxivTitles;
using sources::SemanticScholarTitles;
using sources::TitleFinds;
using sources::TitleSearch;
using test::fixture;
using Lines = std::vector<std::string>;
using Match = TitleAnswer::Match;

namespace {

constexpr const char* k_missing = R"({"error":"Title match not found"})";

struct World : test::SourceWorld {
  std::vector<TitleAnswer> find(const std::vector<TitleQuestion>& questions) {
    std::vector<std::unique_ptr<TitleSearch>> searches;
    searches.push_back(std::make_unique<SemanticScholarTitles>(settings, http));
    searches.push_back(std::make_unique<ArxivTitles>(settings, http));
    return sources::find_titles(questions, searches, settings.offline, progress);
  }
};

/// A feed with one paper, or none.
std::string feed(const std::string& title, const std::string& author = "Bo Baker", int year = 2023) {
  const std::string head =
      "<?xml version='1.0' encoding='UTF-8'?><feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" "
      "xmlns=\"http://www.w3.org/2005/Atom\"><opensearch:totalResults>";
  if (title.empty()) {
    return head + "0</opensearch:totalResults></feed>";
  }
  return head + fmt::format(
                    "1</opensearch:totalResults><entry><id>http://arxiv.org/abs/2301.00002v1</id><title>{}"
                    "</title><published>{}-01-02T00:00:00Z</published><author><name>{}</name></author>"
                    "</entry></feed>",
                    title, year, author);
}

}  // namespace

TEST_CASE("a title that Semantic Scholar has, with year and author, needs no other service") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/match.json"));
  const auto answers = world.find({{"A first cited paper", "Baker, B.", 2023}});
  CHECK(world.http.requests.at(0).url ==
        "https://api.semanticscholar.org/graph/v1/paper/search/match?query=A%20first%20cited%20paper"
        "&fields=title,externalIds,year,authors,venue");
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].match == Match::same);
  REQUIRE(answers[0].work);
  CHECK(format(answers[0].work->ids.front()) == "arXiv:2301.00002");
  CHECK(answers[0].doubt.empty());
  CHECK(answers[0].failed.empty());
}

TEST_CASE("what Semantic Scholar does not have is looked for at arXiv, as a phrase") {
  World world;
  world.http.answer(404, k_missing).answer(200, feed("A \"quoted\" title: with (parts)"));
  const auto answers = world.find({{"A \"Quoted\" Title: With (Parts)", "Bo Baker", 2022}});
  CHECK(world.http.requests.at(1).url ==
        "https://export.arxiv.org/api/query?search_query=ti:%22A+Quoted+Title+With+Parts%22&max_results=5");
  CHECK(world.http.requests[1].service == "arXiv");
  CHECK(answers.at(0).match == Match::same);
}

TEST_CASE("a title that neither has is nowhere") {
  World world;
  world.http.answer(404, k_missing).answer(200, feed(""));
  const auto answers = world.find({{"No such title at all", "", {}}});
  CHECK(answers.at(0).match == Match::none);
  CHECK_FALSE(answers[0].work);
  CHECK(answers[0].failed.empty());
}

TEST_CASE("what a service thinks of its find counts for nothing") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/match.json"))
      .answer(200, feed("Another paper altogether"));
  const auto answers = world.find({{"A title of something else", "B. Baker", 2023}});
  CHECK(answers.at(0).match == Match::none);
  CHECK_FALSE(answers[0].work);
}

TEST_CASE(
    "a title that fits but for year or author is possible, and says why; a better find goes before it") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/match.json")).answer(200, feed(""));
  const auto doubtful = world.find({{"A first cited paper", "Song", 2023}});
  REQUIRE(doubtful.at(0).match == Match::possible);
  CHECK(doubtful[0].work);
  CHECK(doubtful[0].doubt == "the first authors are Song and B. Baker");
  world.http.answer(200, fixture("semantic-scholar/match.json"))
      .answer(200, feed("A first cited paper", "Y. Song"));
  const auto better = world.find({{"A first cited paper", "Song", 2023}});
  CHECK(better.at(0).match == Match::same);
  CHECK(better[0].work->authors == Lines{"Y. Song"});
}

TEST_CASE("a failure is told apart from not having it, and nobody is asked in vain") {
  World world;
  world.http.answer(429).answer(200, feed("A first cited paper")).answer(200, feed("")).answer(503);
  const auto answers = world.find({{"A first cited paper", "", 2023},
                                   {"Nowhere to be found", "", {}},
                                   {"Nor this one here", "", {}},
                                   {"Nor this one either", "", {}}});
  CHECK(answers.at(0).match == Match::same);
  CHECK(answers[0].failed.empty());
  CHECK(answers.at(1).failed.find("Semantic Scholar asks to slow down (HTTP 429)") == 0);
  CHECK(answers.at(2).failed.find("Semantic Scholar asks to slow down (HTTP 429)") == 0);
  CHECK(answers.at(3).failed.find("Semantic Scholar asks to slow down (HTTP 429)") == 0);
  CHECK(world.http.requests.size() == 4);  // the first service once, the second one until it failed too
}

TEST_CASE("answers that make no sense are failures") {
  World world;
  world.http.answer(200, "<html>").answer(200, "<html>");
  CHECK(world.find({{"Some title here", "", {}}}).at(0).failed ==
        "Semantic Scholar sent a page instead of JSON (a login page of the network?)");
  world.http.answer(404, k_missing).answer(200, feed("x").substr(0, 300));
  CHECK(world.find({{"Some title here", "", {}}}).at(0).failed ==
        "arXiv sent an Atom feed that is cut short or garbled");
  world.http.answer(404, k_missing).answer(500);
  CHECK(world.find({{"Some title here", "", {}}}).at(0).failed ==
        "arXiv has trouble of its own (HTTP 500); try again later");
}

TEST_CASE("titles that cannot be searched for cost no request") {
  World world;
  const auto answers = world.find({{"", "", {}}, {"...", "", {}}, {std::string(1000, 'x'), "", {}}});
  REQUIRE(answers.size() == 3);
  for (const TitleAnswer& answer : answers) {
    CHECK(answer.match == Match::none);
  }
  CHECK(world.http.requests.empty());
}

TEST_CASE("Ctrl-C leaves the remaining titles unanswered, and says so") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/match.json")).fail(HttpError::Kind::interrupted);
  const auto answers = world.find({{"A first cited paper", "B. Baker", 2023},
                                   {"Second title here", "", {}},
                                   {"Third title here", "", {}}});
  CHECK(answers.at(0).match == Match::same);
  CHECK_FALSE(answers.at(1).failed.empty());
  CHECK_FALSE(answers.at(2).failed.empty());
}

TEST_CASE("offline, every title is looked up in the cache") {
  World world;
  world.settings.offline = true;
  world.http.fail(HttpError::Kind::offline, "offline").fail(HttpError::Kind::offline, "offline");
  world.http.answer(200, fixture("semantic-scholar/match.json"));
  const auto answers = world.find({{"Not in the cache", "", {}}, {"A first cited paper", "B. Baker", 2023}});
  CHECK(answers.at(0).failed.find("Semantic Scholar could not be reached (offline)") == 0);
  CHECK(answers.at(1).match == Match::same);
}
