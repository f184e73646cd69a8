#include "sources/arxiv_html.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"

using namespace papers;
using sources::ArxivHtml;
using test::fixture;
using test::lines;
using test::names;
using test::papers_named;
using Lines = std::vector<std::string>;

namespace {

struct World : test::SourceWorld {
  FetchedReferenceLists fetch(const std::vector<std::string_view>& papers) {
    return ArxivHtml(settings, http).fetch(papers_named(papers), progress);
  }
};

/// Answers from an address of its own, as after a redirect.
class Redirected final : public HttpClient {
 public:
  explicit Redirected(std::string address) : m_address(std::move(address)) {}
  Result<HttpResponse, HttpError> send(const HttpRequest& /*request*/) override {
    return HttpResponse{200, fixture("arxiv-html/paper.html"), {}, m_address};
  }

 private:
  std::string m_address;
};

}  // namespace

TEST_CASE("the printed bibliography is the whole of what a paper cites") {
  World world;
  world.http.answer(200, fixture("arxiv-html/paper.html"));
  const auto fetched = world.fetch({"arXiv:2401.00001"});
  CHECK(world.http.requests.at(0).url == "https://arxiv.org/html/2401.00001");
  CHECK(world.http.requests[0].service == "arXiv");
  REQUIRE(lines(fetched.answers) == Lines{"arXiv:2401.00001 listed 3/3"});
  const FetchedReferences& answer = fetched.answers[0];
  CHECK(lines(answer.list) == Lines{"1 arXiv:2301.00002 A first paper about α (Ada Adams 2023)",
                                    "2 doi:10.1234/abc.2 On quoted titles & ampersands (B. Baker 2019)",
                                    "3 - A page on the web (Dee Davis 2021)"});
  CHECK(answer.list.source == "arxiv-html");
  CHECK(answer.list.complete);
  REQUIRE(answer.cited.size() == 2);
  CHECK(answer.cited[0].source == "arxiv-html");
  CHECK(world.progress.steps == std::vector{test::FakeProgress::Step{"arXiv", 1, 1}});
}

TEST_CASE("a paper without a page, or without a bibliography in it, is unknown") {
  World world;
  world.http.answer(404, "<html>No HTML for this paper</html>")
      .answer(200, "<!DOCTYPE html><html><body>No list here</body></html>");
  CHECK(lines(world.fetch({"arXiv:2401.00001", "arXiv:hep-th/9901001"}).answers) ==
        Lines{"arXiv:2401.00001 unknown 0/?", "arXiv:hep-th/9901001 unknown 0/?"});
  CHECK(world.http.requests.at(1).url == "https://arxiv.org/html/hep-th/9901001");
}

TEST_CASE("a page counts when it is that of the paper, in any version") {
  World world;
  for (const char* address : {"https://arxiv.org/html/2401.00001v3", "https://arxiv.org/html/2401.00001/",
                              "https://arxiv.org/html/2401.00001v1/"}) {
    Redirected http(address);
    CAPTURE(address);
    CHECK(ArxivHtml(world.settings, http)
              .fetch(papers_named({"arXiv:2401.00001"}), world.progress)
              .answers.at(0)
              .list.answer == ReferenceAnswer::listed);
  }
  for (const char* address : {"https://arxiv.org/abs/2401.00001", "https://arxiv.org/html/2401.000012",
                              "https://arxiv.org/html/2401.00002", "https://arxiv.org/"}) {
    Redirected http(address);
    CAPTURE(address);
    CHECK(ArxivHtml(world.settings, http)
              .fetch(papers_named({"arXiv:2401.00001"}), world.progress)
              .answers.at(0)
              .list.answer == ReferenceAnswer::unknown);
  }
}

TEST_CASE("half a page is no answer, and worth another try") {
  World world;
  const std::string page = fixture("arxiv-html/paper.html");
  world.http.answer(200, page.substr(0, page.size() / 2)).answer(200, "").answer(200, "%PDF-1.7");
  CHECK(lines(world.fetch({"arXiv:2401.00001", "arXiv:2401.00002", "arXiv:2401.00003"}).problems) ==
        Lines{"arXiv:2401.00001 failed, later: arXiv sent half a page",
              "arXiv:2401.00002 failed, later: arXiv sent half a page",
              "arXiv:2401.00003 failed: arXiv sent something else instead of a page"});
  CHECK(sources::judge_html({200, page, {}, ""}) == Verdict::good);
  CHECK(sources::judge_html({200, page.substr(0, page.size() / 2), {}, ""}) == Verdict::again);
  CHECK(sources::judge_html({200, "{}", {}, ""}) == Verdict::bad);
}

TEST_CASE("trouble with one paper does not end the asking, and a rate limit does") {
  World world;
  world.http.answer(500).answer(429, "Rate exceeded.");
  const auto fetched = world.fetch({"arXiv:2401.00001", "arXiv:2401.00002", "arXiv:2401.00003"});
  CHECK(fetched.answers.empty());
  CHECK(
      lines(fetched.problems) ==
      Lines{
          "arXiv:2401.00001 failed, later: arXiv has trouble of its own (HTTP 500); try again later",
          "arXiv:2401.00002 failed, later: arXiv asks to slow down (HTTP 429); try again in a few minutes",
          "arXiv:2401.00003 failed, later: arXiv asks to slow down (HTTP 429); try again in a few minutes"});
}

TEST_CASE("Ctrl-C keeps what arrived") {
  World world;
  world.http.answer(200, fixture("arxiv-html/paper.html")).fail(HttpError::Kind::interrupted);
  const auto fetched = world.fetch({"arXiv:2401.00001", "arXiv:2401.00002", "arXiv:2401.00003"});
  CHECK(fetched.interrupted);
  CHECK(fetched.answers.size() == 1);
  CHECK(fetched.problems.empty());
}

TEST_CASE("only papers of arXiv have pages there") {
  World world;
  const ArxivHtml source(world.settings, world.http);
  CHECK(source.handles(test::paper({"doi:10.1/x", "arXiv:2401.00001"})));
  CHECK_FALSE(source.handles(test::paper({"doi:10.1/x"})));
  CHECK_FALSE(source.in_batches());
}
