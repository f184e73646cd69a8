#include "sources/openalex.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "reference_fixture.hpp"

using namespace papers;
using sources::OpenAlex;
using test::fixture;
using test::lines;
using test::names;
using test::papers_named;
using Json = nlohmann::json;
using Lines = std::vector<std::string>;

namespace {

const std::string k_fields =
    "select=id,doi,primary_location,locations,referenced_works,referenced_works_count";

struct World : test::SourceWorld {
  FetchedReferenceLists fetch(const std::vector<Item>& papers) {
    return OpenAlex(settings, http).fetch(papers, progress);
  }
  [[nodiscard]] const std::string& url(std::size_t n) const { return http.requests.at(n).url; }
};

std::string number(int n) {
  return "W" + std::to_string(4'000'000'000LL + n);
}

/// A work with a DOI of its own that cites the works from `first` on.
Json citing(int n, int first, int count) {
  Json cited = Json::array();
  for (int i = first; i < first + count; ++i) {
    cited.push_back("https://openalex.org/" + number(i));
  }
  return {{"id", "https://openalex.org/" + number(n)},
          {"doi", "https://doi.org/10.1234/" + std::to_string(n)},
          {"title", "Work " + std::to_string(n)},
          {"referenced_works", cited},
          {"referenced_works_count", count}};
}

std::string list(const std::vector<Json>& works) {
  return Json{{"meta", {{"count", works.size()}}}, {"results", works}}.dump();
}

std::string cited_list(int first, int count) {
  std::vector<Json> works;
  for (int n = first; n < first + count; ++n) {
    works.push_back(citing(n, 0, 0));
  }
  return list(works);
}

}  // namespace

TEST_CASE("a single paper is asked for by its own address, and what it cites in one list") {
  World world;
  world.http.answer(200, fixture("openalex/work.json")).answer(200, fixture("openalex/cited.json"));
  const auto fetched = world.fetch(papers_named({"arXiv:2401.00001"}));
  CHECK(world.url(0) == "https://api.openalex.org/works/doi:10.48550%2Farxiv.2401.00001?" + k_fields);
  CHECK(world.url(1) ==
        "https://api.openalex.org/works?filter=openalex:W4000000002%7CW4000000003%7CW4000000004%7CW4000000009"
        "&per_page=100&select=id,doi,title,publication_year,type,authorships,primary_location");
  REQUIRE(lines(fetched.answers) == Lines{"arXiv:2401.00001 listed 3/4"});
  const FetchedReferences& answer = fetched.answers[0];
  CHECK(lines(answer.list) == Lines{"1 doi:10.1234/abc.2 A Cited Paper & More (Bo Baker 2023)",
                                    "2 openalex:W4000000003  ( 0)", "3 arXiv:2301.00004 A Preprint ( 2023)"});
  CHECK(answer.list.source == "openalex");
  CHECK(answer.list.fetched == "2024-11-17T09:00:00Z");
  CHECK(names(answer.ids) == Lines{"openalex:W4000000001"});
  CHECK(answer.cited.size() == 3);
  CHECK(world.http.requests[0].headers.empty());
  CHECK(fetched.problems.empty());
}

TEST_CASE("several papers are asked for in one list, whose order means nothing") {
  World world;
  world.http.answer(200, list({citing(2, 12, 1), citing(99, 19, 1), citing(1, 11, 2)}))
      .answer(200, cited_list(11, 2));
  const auto fetched = world.fetch(papers_named({"doi:10.1234/1", "doi:10.1234/2", "arXiv:2401.00003"}));
  CHECK(world.url(0) ==
        "https://api.openalex.org/works?filter=doi:10.1234%2F1%7C10.1234%2F2%7C10.48550%2F"
        "arxiv.2401.00003&per_page=100&" +
            k_fields);
  CHECK(lines(fetched.answers) ==
        Lines{"arXiv:2401.00003 unknown 0/?", "doi:10.1234/1 listed 2/2", "doi:10.1234/2 listed 1/1"});
}

TEST_CASE("lists stay below a hundred, and each cited work is described once") {
  World world;
  std::vector<std::string> texts;
  std::vector<Json> first;
  std::vector<Json> second;
  for (int n = 1; n <= 120; ++n) {
    texts.push_back("doi:10.1234/" + std::to_string(n));
    (n <= 100 ? first : second).push_back(citing(n, 1000, 150));
  }
  world.http.answer(200, list(first)).answer(200, list(second)).answer(200, cited_list(1000, 100));
  world.http.answer(200, cited_list(1100, 50));
  const auto fetched = world.fetch(papers_named({texts.begin(), texts.end()}));
  CHECK(fetched.answers.size() == 120);
  CHECK(fetched.answers.back().list.entries.size() == 150);
  CHECK(world.progress.steps ==
        std::vector<test::FakeProgress::Step>{{"OpenAlex", 100, 150}, {"OpenAlex", 150, 150}});
}

TEST_CASE("addresses stay short enough for the service") {
  World world;
  std::vector<std::string> texts;
  for (int n = 0; n < 10; ++n) {
    texts.push_back("doi:10.1234/" + std::string(1000, 'x') + std::to_string(n));
  }
  world.http.answer(200, list({})).answer(200, list({}));
  CHECK(world.fetch(papers_named({texts.begin(), texts.end()})).answers.size() == 10);
  CHECK(world.url(0).size() < 8000);
  CHECK(world.url(1).size() < 8000);
}

TEST_CASE("names that a list cannot hold are asked for singly, and its own names among themselves") {
  World world;
  world.http.answer(200, list({citing(7, 0, 0)})).answer(200, list({})).answer(404, "<!doctype html>");
  const auto fetched = world.fetch(papers_named({"doi:10.1/a,b", "doi:10.1/x", "openalex:" + number(7)}));
  CHECK(world.url(0).find("works?filter=openalex:" + number(7) + "&") != std::string::npos);
  CHECK(world.url(1).find("works?filter=doi:10.1%2Fx&") != std::string::npos);
  CHECK(world.url(2).find("works/doi:10.1%2Fa%2Cb?") != std::string::npos);
  CHECK(fetched.answers.size() == 3);
}

TEST_CASE("an empty list is unknown, never nothing") {
  World world;
  world.http.answer(200, citing(1, 0, 0).dump());
  const auto fetched = world.fetch(papers_named({"doi:10.1234/1"}));
  CHECK(lines(fetched.answers) == Lines{"doi:10.1234/1 unknown 0/?"});
  CHECK(names(fetched.answers.at(0).ids) == Lines{"openalex:" + number(1)});
}

TEST_CASE("a list of works that are all gone is unknown too") {
  World world;
  world.http.answer(200, citing(1, 50, 2).dump()).answer(200, list({}));
  CHECK(lines(world.fetch(papers_named({"doi:10.1234/1"})).answers) == Lines{"doi:10.1234/1 unknown 0/?"});
}

TEST_CASE("a work that it does not know is answered by a page, and is unknown") {
  World world;
  world.http.answer(404, "<!doctype html><title>404 Not Found</title>");
  CHECK(lines(world.fetch(papers_named({"arXiv:2401.00001"})).answers) ==
        Lines{"arXiv:2401.00001 unknown 0/?"});
}

TEST_CASE("an answer for another paper is a problem") {
  World world;
  world.http.answer(200, citing(2, 50, 1).dump());
  CHECK(lines(world.fetch(papers_named({"doi:10.1234/1"})).problems) ==
        Lines{"doi:10.1234/1 failed: OpenAlex sent doi:10.1234/2 when asked for doi:10.1234/1"});
}

TEST_CASE("a work that was merged into another is taken from there, with its new name") {
  World world;
  // The redirecting client below reports where the answer came from; here the whole chain is played.
  class Redirected final : public HttpClient {
   public:
    Result<HttpResponse, HttpError> send(const HttpRequest& request) override {
      const bool is_list = request.url.find("works?") != std::string::npos;
      return HttpResponse{200,
                          is_list ? cited_list(50, 1) : citing(2, 50, 1).dump(),
                          {},
                          "https://api.openalex.org/works/" + number(2)};
    }
  } http;
  const auto fetched = OpenAlex(world.settings, http).fetch(papers_named({"doi:10.1234/1"}), world.progress);
  CHECK(lines(fetched.answers) == Lines{"doi:10.1234/1 listed 1/1"});
  CHECK(names(fetched.answers.at(0).ids) == Lines{"doi:10.1234/2", "openalex:" + number(2)});
}

TEST_CASE("of a preprint and its published form the one that says more counts") {
  World world;
  Json preprint = citing(1, 50, 0);
  preprint["doi"] = "https://doi.org/10.48550/arxiv.2401.00001";
  Json published = citing(2, 50, 3);
  published["locations"] = Json::array({{{"landing_page_url", "http://arxiv.org/abs/2401.00001"}}});
  world.http.answer(200, list({preprint, published})).answer(200, cited_list(50, 3));
  const auto fetched = world.fetch(papers_named({"arXiv:2401.00001", "arXiv:2401.00002"}));
  CHECK(lines(fetched.answers) == Lines{"arXiv:2401.00002 unknown 0/?", "arXiv:2401.00001 listed 3/3"});
}

TEST_CASE("a wrong key is said in one line that does not show it") {
  World world;
  world.settings.openalex_key = "very-secret-key";
  world.http.answer(401, R"({"error":"Invalid or missing API key","message":"API key not found"})");
  const Lines problems = lines(world.fetch(papers_named({"doi:10.1234/1"})).problems);
  CHECK(problems ==
        Lines{"doi:10.1234/1 failed: OpenAlex does not accept the key that it was given (HTTP 401); "
              "check PAPERS_OPENALEX_API_KEY or keys.toml"});
}

TEST_CASE("an empty daily budget is said with the time when it is over, and ends the asking") {
  World world;
  world.http.answer(200, list({citing(1, 1000, 150), citing(2, 3000, 1)}))
      .answer(200, cited_list(1000, 100))
      .answer(429, R"({"error":"Rate limit exceeded","retryAfter":36000})", {{"retry-after", "36000"}});
  const auto fetched = world.fetch(papers_named({"doi:10.1234/1", "doi:10.1234/2"}));
  CHECK(fetched.answers.empty());
  CHECK(
      lines(fetched.problems) ==
      Lines{
          "doi:10.1234/1 failed, later: OpenAlex asks to be left alone until 2024-11-17T19:00:00Z (HTTP 429)"
          "; with a key in PAPERS_OPENALEX_API_KEY it is more patient",
          "doi:10.1234/2 failed, later: OpenAlex asks to be left alone until 2024-11-17T19:00:00Z (HTTP 429)"
          "; with a key in PAPERS_OPENALEX_API_KEY it is more patient"});
}

TEST_CASE("a list that cannot be described is no list, and others are not touched by it") {
  World world;
  world.http.answer(200, list({citing(1, 1000, 100), citing(2, 3000, 1)}))
      .answer(500)
      .answer(200, cited_list(3000, 1));
  const auto fetched = world.fetch(papers_named({"doi:10.1234/1", "doi:10.1234/2"}));
  CHECK(lines(fetched.answers) == Lines{"doi:10.1234/2 listed 1/1"});
  CHECK(lines(fetched.problems) ==
        Lines{"doi:10.1234/1 failed, later: OpenAlex has trouble of its own (HTTP 500); try again later"});
}

TEST_CASE("a question that the service does not take is said in its words") {
  World world;
  world.http.answer(400, R"({"error":"Invalid query parameters error.","message":"x is not a valid field"})");
  CHECK(
      lines(world.fetch(papers_named({"doi:10.1234/1"})).problems) ==
      Lines{
          "doi:10.1234/1 failed: OpenAlex refuses the question (HTTP 400): Invalid query parameters error.: "
          "x is not a valid field"});
}

TEST_CASE("answers that make no sense are failures") {
  World world;
  world.http.answer(200, "<html>").answer(200, "{\"id\":").answer(200, "{\"results\":");
  CHECK_FALSE(world.fetch(papers_named({"doi:10.1234/1"})).problems.at(0).later);
  CHECK(world.fetch(papers_named({"doi:10.1234/1"})).problems.at(0).later);
  CHECK(world.fetch(papers_named({"doi:10.1234/1", "doi:10.1234/2"})).problems.size() == 2);
}

TEST_CASE("Ctrl-C gives back nothing that is not whole") {
  World world;
  world.http.answer(200, list({citing(1, 1000, 150), citing(2, 1000, 20)}))
      .answer(200, cited_list(1000, 100))
      .fail(HttpError::Kind::interrupted);
  const auto fetched = world.fetch(papers_named({"doi:10.1234/1", "doi:10.1234/2"}));
  CHECK(fetched.interrupted);
  CHECK(lines(fetched.answers) == Lines{"doi:10.1234/2 listed 20/20"});
  CHECK(fetched.problems.empty());
}

TEST_CASE("OpenAlex may live elsewhere") {
  World world;
  world.settings.openalex_url = "http://127.0.0.1:8080";
  world.http.answer(404);
  CHECK(world.fetch(papers_named({"openalex:W1234567"})).answers.size() == 1);
  CHECK(world.url(0) == "http://127.0.0.1:8080/works/W1234567?" + k_fields);
}
