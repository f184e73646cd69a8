#include "sources/arxiv.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;
using sources::Arxiv;
using sources::judge_arxiv;
using test::fixture;
using test::ids;
using test::lines;
using test::SourceWorld;
using Lines = std::vector<std::string>;

namespace {

struct World : SourceWorld {
  Fetched fetch(const std::vector<Identifier>& asked) { return Arxiv(settings, http).fetch(asked, progress); }
};

std::string entry(const std::string& id, const std::string& title = "Title") {
  return "<entry><id>http://arxiv.org/abs/" + id + "</id><title>" + title + "</title></entry>";
}

std::string feed(const std::string& entries, int total) {
  return "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:o='urn:o'><o:totalResults>" +
         std::to_string(total) + "</o:totalResults>" + entries + "</feed>";
}

/// The ids of paper numbers from first to last.
std::vector<Identifier> range(int first, int last) {
  std::vector<Identifier> result;
  for (int i = first; i <= last; ++i) {
    const std::string digits = std::to_string(i);
    result.push_back(test::id("arXiv:2101." + std::string(5 - digits.size(), '0') + digits));
  }
  return result;
}

std::string feed_for(const std::vector<Identifier>& papers) {
  std::string entries;
  for (const Identifier& paper : papers) {
    entries += entry(paper.value + "v1");
  }
  return feed(entries, static_cast<int>(papers.size()));
}

}  // namespace

TEST_CASE("papers are asked for in one request and given in the order asked, whatever that of the feed") {
  World world;
  world.http.answer(200, fixture("arxiv/new_two.xml"));
  const Fetched fetched = world.fetch(ids({"arXiv:2101.00001", "arXiv:hep-th/9901001"}));
  CHECK(world.http.requests.at(0).url ==
        "https://export.arxiv.org/api/query?id_list=2101.00001,hep-th%2F9901001&max_results=2");
  CHECK(fetched.problems.empty());
  REQUIRE(fetched.works.size() == 2);
  CHECK(fetched.works[0].item.title == "0");
  CHECK(fetched.works[1].item.ids.front() == test::id("arXiv:hep-th/9901001"));
  CHECK_FALSE(fetched.works[1].references);
  CHECK(world.progress.steps == std::vector{test::FakeProgress::Step{"arXiv", 2, 2}});
}

TEST_CASE("a mirror is asked at its own address") {
  World world;
  world.settings.arxiv_url = "http://127.0.0.1:8080";
  world.http.answer(200, feed(entry("2101.00001v1"), 1));
  CHECK(world.fetch(ids({"arXiv:2101.00001"})).works.size() == 1);
  CHECK(world.http.requests.at(0).url == "http://127.0.0.1:8080/api/query?id_list=2101.00001&max_results=1");
}

TEST_CASE("a version is asked for only when one was named") {
  World world;
  world.http.answer(200, feed(entry("2101.00001v2") + entry("2101.00002v7"), 2));
  const Fetched fetched = world.fetch(ids({"arXiv:2101.00001v2", "arXiv:2101.00002"}));
  CHECK(world.http.requests.at(0).url.find("id_list=2101.00001v2,2101.00002&") != std::string::npos);
  REQUIRE(fetched.works.size() == 2);
  CHECK(fetched.works[0].asked.version == 2);
  CHECK(fetched.works[0].item.version == 2);
  CHECK(fetched.works[1].item.version == 7);
}

TEST_CASE("of several versions the newest counts") {
  World world;
  world.http.answer(
      200,
      feed(entry("2101.00001v1", "Old") + entry("2101.00001v3", "New") + entry("2101.00001v2", "Older"), 3));
  const Fetched fetched = world.fetch(ids({"arXiv:2101.00001"}));
  REQUIRE(fetched.works.size() == 1);
  CHECK(fetched.works[0].item.title == "New");
  CHECK(fetched.works[0].item.version == 3);
}

TEST_CASE("a hundred papers go into a request") {
  World world;
  const auto asked = range(1, 250);
  world.http.answer(200, feed_for(range(1, 100)))
      .answer(200, feed_for(range(101, 200)))
      .answer(200, feed_for(range(201, 250)));
  const Fetched fetched = world.fetch(asked);
  CHECK(fetched.works.size() == 250);
  CHECK(fetched.works.back().asked == asked.back());
  CHECK(world.http.requests.at(2).url.ends_with("&max_results=50"));
  CHECK(world.progress.steps.back() == test::FakeProgress::Step{"arXiv", 250, 250});
}

TEST_CASE("papers that are absent are unknown, by id") {
  World world;
  world.http.answer(200, feed(entry("2101.00002v1"), 1));
  const Fetched fetched = world.fetch(ids({"arXiv:2101.00001", "arXiv:2101.00002", "arXiv:2101.00003v4"}));
  CHECK(fetched.works.size() == 1);
  CHECK(lines(fetched.problems) ==
        Lines{"arXiv:2101.00001 unknown: arXiv has no paper 2101.00001; check the number",
              "arXiv:2101.00003 unknown: arXiv has no paper 2101.00003v4; check the number"});
}

TEST_CASE("an empty feed for one paper means that there is none") {
  World world;
  world.http.answer(200, fixture("arxiv/empty.xml"));
  CHECK(lines(world.fetch(ids({"arXiv:2101.00001"})).problems) ==
        Lines{"arXiv:2101.00001 unknown: arXiv has no paper 2101.00001; check the number"});
}

TEST_CASE("an empty page that speaks of more is a failure, never \"no such paper\"") {
  World world;
  world.http.answer(200, fixture("arxiv/hollow.xml"));
  CHECK(lines(world.fetch(ids({"arXiv:2101.00001"})).problems) ==
        Lines{"arXiv:2101.00001 failed, later: arXiv sent an empty page though it has more"});
}

TEST_CASE("a number that arXiv cannot read is dropped, and the rest asked for again") {
  for (const int status : {400, 200}) {  // both were seen
    CAPTURE(status);
    World world;
    world.http.answer(status, fixture("arxiv/error.xml")).answer(200, feed(entry("2101.00001v1"), 1));
    const Fetched fetched = world.fetch(ids({"arXiv:2101.00009", "arXiv:2101.00001"}));
    CHECK(fetched.works.size() == 1);
    CHECK(world.http.requests.at(1).url.ends_with("?id_list=2101.00001&max_results=1"));
    CHECK(lines(fetched.problems) ==
          Lines{"arXiv:2101.00009 unknown: arXiv cannot read the number 2101.00009; check it"});
  }
}

TEST_CASE("when the only number is refused nothing more is asked") {
  World world;
  world.http.answer(400, fixture("arxiv/error.xml"));
  CHECK(world.fetch(ids({"arXiv:2101.00009"})).problems.size() == 1);
}

TEST_CASE("an error that names none of the papers fails them all") {
  World world;
  world.http.answer(400, fixture("arxiv/error.xml"));
  CHECK(lines(world.fetch(ids({"arXiv:2101.00001"})).problems) ==
        Lines{"arXiv:2101.00001 failed: arXiv sent an error: incorrect id format for 2101.00009"});
}

TEST_CASE("papers that were not asked for are refused") {
  World world;
  world.http.answer(200, feed(entry("2102.00001v1") + entry("2101.00002v1"), 2));
  const Fetched fetched = world.fetch(ids({"arXiv:2101.00001", "arXiv:2101.00002"}));
  REQUIRE(fetched.works.size() == 1);
  CHECK(fetched.works[0].asked == test::id("arXiv:2101.00002"));
  CHECK(lines(fetched.problems) ==
        Lines{"arXiv:2101.00001 failed, later: arXiv sent other papers than it was asked for"});
}

TEST_CASE("a web page instead of a feed is said to be one") {
  World world;
  world.http.answer(200, "<!doctype html><html><body>Welcome to our hotel</body></html>");
  CHECK(lines(world.fetch(ids({"arXiv:2101.00001"})).problems) ==
        Lines{"arXiv:2101.00001 failed: arXiv sent an HTML page instead of an Atom feed (a login page of the "
              "network?)"});
}

TEST_CASE("half a feed brings nothing, not even its whole entries") {
  World world;
  const std::string whole = feed_for(range(1, 2));
  world.http.answer(200, whole.substr(0, whole.size() - 10));
  const Fetched fetched = world.fetch(range(1, 2));
  CHECK(fetched.works.empty());
  CHECK(lines(fetched.problems).at(0) ==
        "arXiv:2101.00001 failed, later: arXiv sent an Atom feed that is cut short or garbled");
}

TEST_CASE("a service that says no is quoted with what to do") {
  struct Row {
    int status;
    const char* line;
  };
  for (const Row& row :
       {Row{403,
            "failed, later: arXiv refuses to answer (HTTP 403), as services do when asked too often; wait an "
            "hour"},
        Row{429, "failed, later: arXiv asks to slow down (HTTP 429); try again in a few minutes"},
        Row{503, "failed, later: arXiv is overloaded or being repaired (HTTP 503); try again later"},
        Row{414, "failed: arXiv found the request too long (HTTP 414); ask for fewer papers at once"},
        Row{404, "failed: arXiv gave an unexpected answer (HTTP 404)"},
        Row{204, "failed: arXiv gave an unexpected answer (HTTP 204)"}}) {
    World world;
    world.http.answer(row.status, "Rate exceeded.");
    CHECK(lines(world.fetch(ids({"arXiv:2101.00001"})).problems) ==
          Lines{std::string("arXiv:2101.00001 ") + row.line});
  }
}

TEST_CASE("a network that fails is named, and the next batch is not asked for") {
  World world;
  world.http.fail(HttpError::Kind::timeout, "export.arxiv.org: no answer in time");
  const Fetched fetched = world.fetch(range(1, 250));
  CHECK(lines(fetched.problems).size() == 250);
  CHECK(lines(fetched.problems).back() ==
        "arXiv:2101.00250 failed, later: arXiv could not be reached (export.arxiv.org: no answer in time)");
}

TEST_CASE("a service that asks for a pause gets it") {
  for (const int status : {403, 429, 503}) {
    CAPTURE(status);
    World world;
    world.http.answer(status);
    CHECK(world.fetch(range(1, 101)).problems.size() == 101);
  }
}

TEST_CASE("a batch that went wrong by itself does not stop the next") {
  World world;
  world.http.answer(200, "<rss/>").answer(200, feed_for(range(101, 101)));
  const Fetched fetched = world.fetch(range(1, 101));
  CHECK(fetched.works.size() == 1);
  CHECK(fetched.problems.size() == 100);
}

TEST_CASE("offline, every batch is looked up: one may be in the cache although another is not") {
  World world;
  world.settings.offline = true;
  world.http.fail(HttpError::Kind::offline).answer(200, feed_for(range(101, 101)));
  CHECK(world.fetch(range(1, 101)).works.size() == 1);
  CHECK(world.progress.steps == std::vector{test::FakeProgress::Step{"arXiv", 101, 101}});
}

TEST_CASE("no progress is told of papers for which there was no answer") {
  for (const bool offline : {false, true}) {
    World world;
    world.settings.offline = offline;
    world.http.fail(HttpError::Kind::offline);
    CHECK(world.fetch(range(1, 5)).problems.size() == 5);
    CHECK(world.progress.steps.empty());
  }
}

TEST_CASE("Ctrl-C keeps what has arrived") {
  World world;
  world.http.answer(200, feed_for(range(1, 100))).fail(HttpError::Kind::interrupted);
  const Fetched fetched = world.fetch(range(1, 300));
  CHECK(fetched.interrupted);
  CHECK(fetched.works.size() == 100);
  CHECK(fetched.problems.empty());
}

TEST_CASE("a judge tells good feeds from halves and from strangers") {
  struct Row {
    std::string body;
    Verdict verdict;
  };
  for (const Row& row :
       {Row{fixture("arxiv/new_two.xml"), Verdict::good}, Row{fixture("arxiv/empty.xml"), Verdict::bad},
        Row{fixture("arxiv/hollow.xml"), Verdict::again}, Row{fixture("arxiv/error.xml"), Verdict::bad},
        Row{"", Verdict::again}, Row{"<feed", Verdict::again}, Row{"<rss/>", Verdict::bad},
        Row{"<html></html>", Verdict::bad}}) {
    CAPTURE(row.body);
    const std::vector<Identifier> asked{*parse_identifier("hep-th/9901001"), *parse_identifier("2101.00001")};
    CHECK(judge_arxiv({200, row.body, {}, ""}, asked) == row.verdict);
  }
}

TEST_CASE("an answer about other papers, or not about all of them, is not kept for later") {
  const HttpResponse answer{200, fixture("arxiv/new_two.xml"), {}, ""};
  const Identifier one = *parse_identifier("2101.00001");
  CHECK(judge_arxiv(answer, {one}) == Verdict::bad);
  CHECK(judge_arxiv(answer, {one, *parse_identifier("2101.00002")}) == Verdict::bad);
  CHECK(judge_arxiv(answer, {one, *parse_identifier("hep-th/9901001"), *parse_identifier("2101.00002")}) ==
        Verdict::bad);
}
