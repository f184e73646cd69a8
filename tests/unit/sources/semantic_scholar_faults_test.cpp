// Semantic Scholar when it does not answer, or not what it was asked.
#include <doctest/doctest.h>

#include "semantic_scholar_world.hpp"
#include "sources/semantic_scholar.hpp"

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

TEST_CASE("when asking singly fails, a list that is short is better than none, and an empty one is not") {
  World world;
  world.http.answer(200, Json::array({answered("2401.00001", 60, 7), answered("2401.00002", 60, 0),
                                      answered("2401.00003", 60, 0)})
                             .dump());
  world.http.answer(500).answer(429);
  const auto fetched = world.fetch(many_papers(3));
  CHECK(lines(fetched.answers) == Lines{"arXiv:2401.00001 listed 7/60"});
  REQUIRE(fetched.problems.size() == 2);
  CHECK(lines(fetched.problems)[0].find(
            "arXiv:2401.00002 failed, later: Semantic Scholar asks to slow down") == 0);
}

TEST_CASE("an answer for another paper is a problem, and a merged paper is not") {
  World world;
  Json batch = Json::array();
  batch.push_back(answered("2401.99999", 1, 1));
  batch.push_back({{"paperId", std::string(40, 'b')}, {"references", Json::array()}});
  batch.push_back({{"paperId", nullptr}, {"externalIds", {{"DOI", "10.1/other"}}}, {"references", nullptr}});
  batch.push_back({{"paperId", nullptr},
                   {"externalIds", {{"ArXiv", "2401.00004"}, {"DOI", "10.1/other"}}},
                   {"references", nullptr}});
  world.http.answer(200, batch.dump());
  std::vector<Item> papers =
      papers_named({"arXiv:2401.00001", "s2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "doi:10.1/asked"});
  papers.push_back(test::paper({"arXiv:2401.00004", "doi:10.1/journal"}));
  const auto fetched = world.fetch(papers);
  CHECK(
      lines(fetched.problems) ==
      Lines{"arXiv:2401.00001 failed: Semantic Scholar sent arXiv:2401.99999 when asked for arXiv:2401.00001",
            "doi:10.1/asked failed: Semantic Scholar sent doi:10.1/other when asked for doi:10.1/asked"});
  REQUIRE(fetched.answers.size() == 2);
  CHECK(names(fetched.answers[0].ids) == Lines{"s2:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"});
  CHECK(names(fetched.answers[1].ids) == Lines{"doi:10.1/other"});
}

TEST_CASE("a batch of which the service knows none is no error") {
  World world;
  world.http.answer(400, R"({"error": "No valid paper ids given"})");
  CHECK(lines(world.fetch(many_papers(2)).answers) ==
        Lines{"arXiv:2401.00001 unknown 0/?", "arXiv:2401.00002 unknown 0/?"});
}

TEST_CASE("an answer that would be too large is asked for in halves") {
  World world;
  const std::string refusal = R"({"error": "Response would exceed maximum size...."})";
  world.http.answer(400, refusal)
      .answer(200, many_answers(0, 1, 3, 3))
      .answer(400, refusal)
      .answer(200, page_of(9));
  CHECK(lines(world.fetch(many_papers(2)).answers) ==
        Lines{"arXiv:2401.00001 listed 3/3", "arXiv:2401.00002 listed 9/?"});
  CHECK(world.asked(1) == Lines{"ARXIV:2401.00001"});
  CHECK(world.asked(2) == Lines{"ARXIV:2401.00002"});
}

TEST_CASE("an answer that is too large for us is asked for in halves too") {
  World world;
  world.http.fail(HttpError::Kind::too_large)
      .answer(200, many_answers(0, 2, 3, 3))
      .answer(200, many_answers(2, 2, 3, 3));
  CHECK(world.fetch(many_papers(4)).answers.size() == 4);
  CHECK(world.asked(2) == Lines{"ARXIV:2401.00003", "ARXIV:2401.00004"});
}

TEST_CASE("a question that the service does not take is said in its words") {
  World world;
  world.http.answer(400, R"({"error": "Unrecognized or unsupported fields: [x]"})");
  CHECK(lines(world.fetch(many_papers(1)).problems) ==
        Lines{"arXiv:2401.00001 failed: Semantic Scholar refuses the question (HTTP 400): Unrecognized or "
              "unsupported fields: [x]"});
}

TEST_CASE("a wrong key is said in one line that does not show it, and ends the asking") {
  World world;
  world.settings.s2_key = "very-secret-key";
  world.http.answer(403, R"({"message": "Forbidden"})");
  const auto fetched = world.fetch(many_papers(101));
  REQUIRE(fetched.problems.size() == 101);
  for (const FetchProblem& problem : fetched.problems) {
    CHECK(problem.message ==
          "Semantic Scholar does not accept the key that it was given (HTTP 403); check PAPERS_S2_API_KEY "
          "or keys.toml");
    CHECK_FALSE(problem.later);
  }
}

TEST_CASE("a rate limit ends the asking, is no answer, and says what helps") {
  World world;
  world.http.answer(429, R"({"message": "Too Many Requests.", "code": "429"})");
  const auto fetched = world.fetch(many_papers(101));
  CHECK(fetched.answers.empty());
  REQUIRE(fetched.problems.size() == 101);
  CHECK(lines(fetched.problems).back() ==
        "arXiv:2401.00101 failed, later: Semantic Scholar asks to slow down (HTTP 429); try again in a few "
        "minutes; with a key in PAPERS_S2_API_KEY it is more patient");
}

TEST_CASE("trouble with one batch does not end the asking for the next") {
  for (const int status : {500, 504, 404, 204}) {
    World world;
    world.http.answer(status, "<html>").answer(200, many_answers(100, 1, 3, 3));
    const auto fetched = world.fetch(many_papers(101));
    CHECK(fetched.answers.size() == 1);
    CHECK(fetched.problems.size() == 100);
  }
}

TEST_CASE("answers that make no sense are failures, and those cut short worth another try") {
  World world;
  world.http.answer(200, "<!doctype html>")
      .answer(200, "[{\"paperId\"")
      .answer(200, "[null]")
      .answer(200, "");
  CHECK(lines(world.fetch(many_papers(1)).problems) ==
        Lines{"arXiv:2401.00001 failed: Semantic Scholar sent a page instead of JSON (a login page of the "
              "network?)"});
  CHECK(lines(world.fetch(many_papers(1)).problems) ==
        Lines{"arXiv:2401.00001 failed, later: Semantic Scholar sent JSON that is cut short or garbled"});
  CHECK(lines(world.fetch(many_papers(2)).problems).at(1) ==
        "arXiv:2401.00002 failed: Semantic Scholar sent an answer for 1 of 2 papers");
  CHECK(world.fetch(many_papers(1)).problems.at(0).later);
}

TEST_CASE("a judge calls only whole answers good") {
  World world;
  world.http.answer(200, many_answers(0, 1, 3, 3));
  CHECK(world.fetch(many_papers(1)).answers.size() == 1);
  const auto judge = world.http.requests.at(0).judge;
  CHECK(judge({200, many_answers(0, 1, 3, 3), {}, ""}) == Verdict::good);
  CHECK(judge({200, many_answers(0, 2, 3, 3), {}, ""}) == Verdict::bad);
  CHECK(judge({200, many_answers(0, 1, 3, 3).substr(0, 40), {}, ""}) == Verdict::again);
  CHECK(judge({200, "<html>", {}, ""}) == Verdict::bad);
}

TEST_CASE("offline, each batch is looked up") {
  World world;
  world.settings.offline = true;
  world.http.fail(HttpError::Kind::offline).answer(200, many_answers(100, 1, 3, 3));
  CHECK(world.fetch(many_papers(101)).answers.size() == 1);
}

TEST_CASE("Ctrl-C keeps what arrived and asks no more") {
  World world;
  world.http.answer(200, many_answers(0, 100, 3, 3)).fail(HttpError::Kind::interrupted);
  const auto fetched = world.fetch(many_papers(250));
  CHECK(fetched.interrupted);
  CHECK(fetched.answers.size() == 100);
  CHECK(fetched.problems.empty());
}

TEST_CASE("Ctrl-C while asking singly keeps what arrived") {
  World world;
  world.http.answer(200, Json::array({answered("2401.00001", 3, 3), answered("2401.00002", 60, 0),
                                      answered("2401.00003", 60, 0)})
                             .dump());
  world.http.fail(HttpError::Kind::interrupted);
  const auto fetched = world.fetch(many_papers(3));
  CHECK(fetched.interrupted);
  CHECK(fetched.answers.size() == 1);
  CHECK(fetched.problems.empty());
}

TEST_CASE("Ctrl-C between two pages of a list gives back no half of it") {
  World world;
  world.http.answer(200, many_answers(0, 1, 2500, 1000))
      .answer(200, page_of(1000, 1000))
      .fail(HttpError::Kind::interrupted);
  const auto fetched = world.fetch(many_papers(1));
  CHECK(fetched.interrupted);
  CHECK(fetched.answers.empty());
}
