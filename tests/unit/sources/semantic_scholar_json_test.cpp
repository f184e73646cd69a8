#include "sources/semantic_scholar_json.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/json_fields.hpp"

using namespace papers;
using sources::parse_s2_batch;
using sources::parse_s2_matches;
using sources::parse_s2_page;
using test::fixture;
using test::names;
using Lines = std::vector<std::string>;

TEST_CASE("a batch keeps its places, and tells unknown, withheld and empty apart") {
  const auto batch = parse_s2_batch(fixture("semantic-scholar/batch.json"), 4);
  REQUIRE(batch);
  REQUIRE(batch->at(0));
  CHECK(names(batch->at(0)->ids) == Lines{"arXiv:2401.00001", "s2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"});
  CHECK(batch->at(0)->stated == 5);
  CHECK(batch->at(0)->answer == ReferenceAnswer::listed);
  CHECK(batch->at(0)->entries.size() == 5);
  CHECK_FALSE(batch->at(1));
  CHECK(batch->at(2)->answer == ReferenceAnswer::withheld);
  CHECK(batch->at(2)->stated == 31);
  CHECK(batch->at(3)->answer == ReferenceAnswer::listed);
  CHECK(batch->at(3)->entries.empty());
}

TEST_CASE("a nested reference comes with all that is said of it, clean") {
  const auto batch = parse_s2_batch(fixture("semantic-scholar/batch.json"), 4);
  REQUIRE(batch);
  const Item& work = batch->at(0)->entries.at(0).work;
  CHECK(names(work.ids) ==
        Lines{"arXiv:2301.00002", "doi:10.1234/abc.2", "s2:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"});
  CHECK(work.title == "A First Cited Paper");
  CHECK(work.year == 2023);
  CHECK(work.authors == Lines{"B. Baker", "C. Clark"});
  CHECK(work.venue == "Conference on Examples");
  CHECK(work.source == "semantic-scholar");
  const Item& unmatched = batch->at(0)->entries.at(2).work;
  CHECK(unmatched.ids.empty());
  CHECK(unmatched.title == "An unmatched string, 1999");
}

TEST_CASE("an answer with too few or too many places is none") {
  const std::string body = fixture("semantic-scholar/batch.json");
  CHECK(parse_s2_batch(body, 3).error().message == "an answer for 4 of 3 papers");
  CHECK_FALSE(parse_s2_batch(body, 5));
  CHECK(parse_s2_batch("[]", 0));
}

TEST_CASE("an error with status 200 is an error, in the service's words") {
  CHECK(parse_s2_batch(R"({"error": "Something\nbroke"})", 1).error().message == "an error: Something broke");
  CHECK(parse_s2_page(R"({"message": "Too Many Requests", "code": "429"})").error().message ==
        "an error: Too Many Requests");
  CHECK(parse_s2_batch("{}", 1).error().message == "something else instead of a list of papers");
  CHECK_FALSE(parse_s2_page("[]"));
  CHECK_FALSE(parse_s2_page("{}"));
  CHECK_FALSE(parse_s2_page(R"({"data": 7})"));
  CHECK_FALSE(parse_s2_matches(R"({"data": null})"));
}

TEST_CASE("a page of the network is recognised, and half an answer is worth another try") {
  CHECK(parse_s2_batch("<html>log in</html>", 1).error().message ==
        "a page instead of JSON (a login page of the network?)");
  const std::string body = fixture("semantic-scholar/batch.json");
  for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, body.size() / 2, body.size() - 3}) {
    const std::string half = body.substr(0, cut);
    CAPTURE(cut);
    CHECK_FALSE(parse_s2_batch(half, 4));
    CHECK(sources::verdict(false, half) == Verdict::again);
  }
  CHECK(sources::verdict(false, "<html>") == Verdict::bad);
  CHECK(sources::verdict(false, "[1, }, 2]") == Verdict::bad);
  CHECK(sources::verdict(false, R"([{"a\"]": "]}"}])") == Verdict::bad);
  CHECK(sources::verdict(false, R"([{"a\"]": "]})") == Verdict::again);
  CHECK(sources::verdict(false, std::string(100'000, '[')) == Verdict::bad);
  CHECK(sources::verdict(true, body) == Verdict::good);
}

TEST_CASE("a page of references brings the sentences in which they are cited") {
  const auto page = parse_s2_page(fixture("semantic-scholar/references.json"));
  REQUIRE(page);
  CHECK_FALSE(page->withheld);
  CHECK_FALSE(page->next);
  REQUIRE(page->entries.size() == 2);
  CHECK(page->entries[0].contexts == Lines{"We follow the method of [3].", "See also [3]"});
  CHECK(page->entries[1].work.ids.empty());
}

TEST_CASE("sentences are bounded in number and length") {
  std::string body = R"({"next": 1000, "data": [{"citedPaper": {"title": "T"}, "contexts": [)";
  for (int n = 0; n < 30; ++n) {
    body += (n == 0 ? "\"" : ", \"") + std::string(2000, 'x') + "\"";
  }
  const auto page = parse_s2_page(body + "]}]}");
  REQUIRE(page);
  CHECK(page->next == 1000);
  CHECK(page->entries.at(0).contexts.size() == k_max_contexts);
  CHECK(page->entries.at(0).contexts.at(0).size() <= 500);
}

TEST_CASE("null data is withheld, and nothing else is") {
  const auto page =
      parse_s2_page(R"({"data": null, "citingPaperInfo": {"openAccessPdf": {"disclaimer": "elided"}}})");
  REQUIRE(page);
  CHECK(page->withheld);
  const auto empty = parse_s2_page(R"({"offset": 0, "data": []})");
  REQUIRE(empty);
  CHECK_FALSE(empty->withheld);
  const auto batch = parse_s2_batch(R"([{"paperId": null, "referenceCount": 3}])", 1);
  REQUIRE(batch);
  CHECK(batch->at(0)->answer == ReferenceAnswer::unknown);
}

TEST_CASE("fields of the wrong type are as good as none") {
  // A number beyond all bounds is no JSON that can be read.
  CHECK_FALSE(parse_s2_batch(R"([{"referenceCount": 1e999}])", 1));
  const auto sound = parse_s2_batch(R"([{"paperId": 7, "externalIds": ["ArXiv"], "referenceCount": "many",
    "references": [{"paperId": [], "externalIds": {"ArXiv": 2401.00001, "DOI": null}, "title": "Sound",
    "year": "2020", "authors": [null, 3, {"name": null}, {"name": "A. Name"}], "venue": {}},
    5, null, {"title": "U", "externalIds": {"ArXiv": "not an id", "DOI": "nor this"}, "year": -4}]}])",
                                    1);
  REQUIRE(sound);
  const auto& entries = sound->at(0)->entries;
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].work.ids.empty());
  CHECK_FALSE(entries[0].work.year);
  CHECK(entries[0].work.authors == Lines{"A. Name"});
  CHECK_FALSE(entries[0].work.venue);
  CHECK(entries[1].work.ids.empty());
  CHECK_FALSE(entries[1].work.year);
  CHECK_FALSE(sound->at(0)->stated);
}

TEST_CASE("hostile sizes are cut") {
  std::string body = R"([{"paperId": null, "references": [{"title": "T", "authors": [)";
  for (int n = 0; n < 60'000; ++n) {
    body += n == 0 ? R"({"name":"A"})" : R"(,{"name":"A"})";
  }
  body += "]}";
  for (int n = 0; n < 12'000; ++n) {
    body += R"(,{"title":"T"})";
  }
  const auto batch = parse_s2_batch(body + "]}]", 1);
  REQUIRE(batch);
  CHECK(batch->at(0)->entries.size() == 10'000);
  CHECK(batch->at(0)->entries[0].work.authors.size() == 50'000);
}

TEST_CASE("a search by title gives papers that have an id and a title") {
  const auto works = parse_s2_matches(fixture("semantic-scholar/match.json"));
  REQUIRE(works);
  REQUIRE(works->size() == 1);
  CHECK(works->at(0).title == "A First Cited Paper");
  const auto nameless = parse_s2_matches(R"({"data": [{"title": "No id"}, {"paperId": "x"}, null]})");
  REQUIRE(nameless);
  CHECK(nameless->empty());
}
