#include "sources/semantic_scholar.hpp"

#include <doctest/doctest.h>

#include "semantic_scholar_world.hpp"

using namespace papers;
using test::answered;
using test::fixture;
using test::lines;
using test::many_answers;
using test::many_papers;
using test::names;
using test::page_of;
using test::papers_named;
using World = test::ScholarWorld;
using Json = nlohmann::json;
using Lines = std::vector<std::string>;

TEST_CASE("papers are asked for in one POST, and each gets its answer") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/batch.json"));
  const auto fetched = world.fetch(papers_named({"arXiv:2401.00001", "doi:10.1/none", "doi:10.1234/quiet",
                                                 "s2:ffffffffffffffffffffffffffffffffffffffff"}));
  const HttpRequest& request = world.http.requests.at(0);
  CHECK(request.method == "POST");
  CHECK(request.url == test::k_batch_url);
  CHECK(request.headers == HttpHeaders{{"content-type", "application/json"}});
  CHECK(world.asked(0) == Lines{"ARXIV:2401.00001", "DOI:10.1/none", "DOI:10.1234/quiet",
                                "ffffffffffffffffffffffffffffffffffffffff"});
  CHECK(fetched.problems.empty());
  CHECK(lines(fetched.answers) == Lines{"arXiv:2401.00001 listed 4/5", "doi:10.1/none unknown 0/?",
                                        "doi:10.1234/quiet withheld 0/31",
                                        "s2:ffffffffffffffffffffffffffffffffffffffff empty 0/0"});
  CHECK(names(fetched.answers[0].ids) == Lines{"s2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"});
  CHECK(fetched.answers[0].list.source == "semantic-scholar");
  CHECK(fetched.answers[0].list.fetched == "2024-11-17T09:00:00Z");
  CHECK_FALSE(fetched.answers[0].list.complete);
  CHECK(world.progress.steps == std::vector{test::FakeProgress::Step{"Semantic Scholar", 4, 4}});
}

TEST_CASE("entries keep their order; unmatched strings stay; a work named twice is one work") {
  World world;
  world.http.answer(200, fixture("semantic-scholar/batch.json"));
  const auto fetched = world.fetch(papers_named({"arXiv:2401.00001", "doi:10.1/none", "doi:10.1234/quiet",
                                                 "s2:ffffffffffffffffffffffffffffffffffffffff"}));
  const FetchedReferences& answer = fetched.answers.at(0);
  CHECK(lines(answer.list) == Lines{"1 arXiv:2301.00002 A First Cited Paper (B. Baker 2023)",
                                    "2 s2:cccccccccccccccccccccccccccccccccccccccc Known Only Here ( 0)",
                                    "3 - An unmatched string, 1999 ( 1999)",
                                    "4 arXiv:2301.00002 A First Cited Paper (version two) (B. Baker 2024)"});
  REQUIRE(answer.cited.size() == 2);
  CHECK(names(answer.cited[0].ids) == Lines{"arXiv:2301.00002", "doi:10.1234/abc.2",
                                            "s2:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                                            "s2:dddddddddddddddddddddddddddddddddddddddd"});
  CHECK(answer.cited[0].title == "A First Cited Paper");
}

TEST_CASE("a hundred papers cost one request, and one more asks for the next hundred") {
  World world;
  world.http.answer(200, many_answers(0, 100, 3, 3)).answer(200, many_answers(100, 20, 3, 3));
  const auto fetched = world.fetch(many_papers(120));
  CHECK(fetched.answers.size() == 120);
  CHECK(world.asked(0).size() == 100);
  CHECK(world.asked(1).size() == 20);
}

TEST_CASE("a count that is off by some costs no further request") {
  World world;
  world.http.answer(200, many_answers(0, 1, 42, 37));
  CHECK(lines(world.fetch(many_papers(1)).answers) == Lines{"arXiv:2401.00001 listed 37/42"});
}

TEST_CASE("what is clearly short") {
  using sources::is_clearly_short;
  CHECK(is_clearly_short(0, 1));
  CHECK(is_clearly_short(1000, 1001));
  CHECK(is_clearly_short(12, 60));
  CHECK_FALSE(is_clearly_short(30, 60));
  CHECK_FALSE(is_clearly_short(1, 3));
  CHECK_FALSE(is_clearly_short(0, 0));
  CHECK_FALSE(is_clearly_short(0, std::nullopt));
  CHECK_FALSE(is_clearly_short(9, 5));
}

TEST_CASE("an empty list of a paper that cites something is asked for again, singly") {
  World world;
  world.http.answer(200, many_answers(0, 2, 2, 2)).answer(200, many_answers(0, 1, 2, 0));
  world.http.answer(200, fixture("semantic-scholar/references.json"));
  CHECK(world.fetch(many_papers(2)).problems.empty());
  const auto fetched = world.fetch(many_papers(1));
  CHECK(world.http.requests.at(2).url ==
        "https://api.semanticscholar.org/graph/v1/paper/ARXIV:2401.00001/references?fields=contexts,paperId,"
        "title,externalIds,year,authors,venue&offset=0&limit=1000");
  REQUIRE(lines(fetched.answers) == Lines{"arXiv:2401.00001 listed 2/2"});
  CHECK(fetched.answers[0].list.entries[0].contexts == Lines{"We follow the method of [3].", "See also [3]"});
}

TEST_CASE("a DOI keeps its slashes in an address, and nothing else of it is special there") {
  World world;
  world.http.answer(200, Json::array({answered("2401.00001", 2, 0)}).dump()).answer(200, page_of(2));
  CHECK(world.fetch(papers_named({"doi:10.1/a/b?c#d"})).answers.size() == 1);
  CHECK(world.http.requests.at(1).url.find("/paper/DOI:10.1/a/b%3Fc%23d/references?") != std::string::npos);
}

TEST_CASE("a long list comes page by page, and ends where there is no next page") {
  World world;
  world.http.answer(200, many_answers(0, 1, 2500, 1000))
      .answer(200, page_of(1000, 1000))
      .answer(200, page_of(1000, 2000))
      .answer(200, page_of(500));
  CHECK(lines(world.fetch(many_papers(1)).answers) == Lines{"arXiv:2401.00001 listed 2500/2500"});
  CHECK(world.http.requests.at(3).url.find("offset=2000&limit=1000") != std::string::npos);
}

TEST_CASE("pages that lead nowhere end") {
  World world;
  world.http.answer(200, many_answers(0, 1, 2500, 0))
      .answer(200, page_of(3, 1000))
      .answer(200, page_of(3, 500));
  CHECK(lines(world.fetch(many_papers(1)).answers) == Lines{"arXiv:2401.00001 listed 6/2500"});
}

TEST_CASE("the last page stays below ten thousand") {
  World world;
  world.http.answer(200, many_answers(0, 1, 20'000, 1000));
  for (int n = 1; n <= 10; ++n) {
    world.http.answer(200, page_of(1000, n * 1000));
  }
  CHECK(lines(world.fetch(many_papers(1)).answers) == Lines{"arXiv:2401.00001 listed 10000/20000"});
  CHECK(world.http.requests.at(10).url.find("offset=9000&limit=999") != std::string::npos);
}

TEST_CASE("withheld, unknown and empty stay apart when asked singly") {
  World world;
  world.http.answer(200, many_answers(0, 3, 9, 0))
      .answer(200, R"({"data": null, "citingPaperInfo": {}})")
      .answer(404, R"({"error": "Paper with id X not found"})")
      .answer(200, page_of(0));
  CHECK(lines(world.fetch(many_papers(3)).answers) == Lines{"arXiv:2401.00001 withheld 0/9",
                                                            "arXiv:2401.00002 unknown 0/9",
                                                            "arXiv:2401.00003 unknown 0/9"});
}

TEST_CASE("when a batch passed the limit, what was crowded out is asked for in further batches") {
  World world;
  Json batch = Json::array();
  for (int n = 0; n < 30; ++n) {
    batch.push_back(answered(test::arxiv_number(n), 500, n < 19 ? 500 : 0));
  }
  world.http.answer(200, batch.dump()).answer(200, many_answers(19, 11, 500, 500));
  const auto fetched = world.fetch(many_papers(30));
  CHECK(fetched.answers.size() == 30);
  CHECK(fetched.problems.empty());
  CHECK(world.asked(1).size() == 11);
  for (const FetchedReferences& answer : fetched.answers) {
    CHECK(answer.list.entries.size() == 500);
  }
}

TEST_CASE("further batches stay below the limit, and what is still short there is asked for singly") {
  World world;
  Json first = Json::array();
  for (int n = 0; n < 3; ++n) {
    first.push_back(answered(test::arxiv_number(n), 6000, 0));
  }
  world.http.answer(200, first.dump());
  for (int n = 0; n < 3; ++n) {
    world.http.answer(200, many_answers(n, 1, 6000, n == 2 ? 0 : 6000));
  }
  world.http.answer(200, page_of(7));
  CHECK(lines(world.fetch(many_papers(3)).answers) == Lines{"arXiv:2401.00001 listed 6000/6000",
                                                            "arXiv:2401.00002 listed 6000/6000",
                                                            "arXiv:2401.00003 listed 7/6000"});
}

TEST_CASE("no more than 25 papers are asked for singly") {
  World world;
  world.http.answer(200, many_answers(0, 30, 4, 0));
  for (int n = 0; n < 25; ++n) {
    world.http.answer(200, page_of(4));
  }
  const auto fetched = world.fetch(many_papers(30));
  CHECK(fetched.answers.size() == 25);
  REQUIRE(fetched.problems.size() == 5);
  CHECK(lines(fetched.problems)[4] ==
        "arXiv:2401.00030 failed, later: Semantic Scholar left out the references of too many papers");
}

TEST_CASE("it is asked for papers that it has a name for, by the best one") {
  World world;
  const sources::SemanticScholar source(world.settings, world.http);
  CHECK(source.handles(test::paper({"openalex:W1234567", "doi:10.1/x"})));
  CHECK_FALSE(source.handles(test::paper({"openalex:W1234567", "url:https://a.test/", "local:x"})));
  CHECK(sources::s2_paper_name(test::ids({"doi:10.1/x", "arXiv:hep-th/9901001v2"})) ==
        "ARXIV:hep-th/9901001");
  CHECK(source.in_batches());
}

TEST_CASE("Semantic Scholar may live elsewhere, and nothing is asked for no papers") {
  World world;
  world.settings.s2_url = "http://127.0.0.1:8080";
  world.http.answer(200, many_answers(0, 1, 3, 3));
  CHECK(world.fetch(many_papers(1)).answers.size() == 1);
  CHECK(world.http.requests.at(0).url.find("http://127.0.0.1:8080/graph/v1/paper/batch?") == 0);
  CHECK(world.fetch({}).answers.empty());
}
