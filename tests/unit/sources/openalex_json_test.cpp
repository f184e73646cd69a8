#include "sources/openalex_json.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/openalex_names.hpp"

using namespace papers;
using sources::parse_openalex_list;
using sources::parse_openalex_work;
using test::fixture;
using test::ids;
using test::names;
using Lines = std::vector<std::string>;

TEST_CASE("a work names itself and what it cites") {
  const auto work = parse_openalex_work(fixture("openalex/work.json"));
  REQUIRE(work);
  CHECK(names(work->work.ids) == Lines{"arXiv:2401.00001", "openalex:W4000000001"});
  CHECK(work->cited.size() == 4);
  CHECK(format(work->cited.front()) == "openalex:W4000000002");
  CHECK(work->stated == 4);
}

TEST_CASE("a list brings works with all that is said of them, clean") {
  const auto works = parse_openalex_list(fixture("openalex/cited.json"));
  REQUIRE(works);
  REQUIRE(works->size() == 3);
  CHECK(works->at(0).work.title.empty());
  CHECK(works->at(0).work.kind == Kind::book);
  const Item& work = works->at(1).work;
  CHECK(names(work.ids) == Lines{"doi:10.1234/abc.2", "openalex:W4000000002"});
  CHECK(work.title == "A Cited Paper & More");
  CHECK(work.year == 2023);
  CHECK(work.authors == Lines{"Bo Baker", "Cy Clark"});
  CHECK(work.venue == "Journal of Examples");
  CHECK(work.kind == Kind::paper);
  CHECK(work.source == "openalex");
  CHECK(names(works->at(2).work.ids) == Lines{"arXiv:2301.00004", "openalex:W4000000004"});
}

TEST_CASE("a preprint merged with its published form is found by where copies of it lie") {
  const auto work = parse_openalex_work(
      R"({"id": "https://openalex.org/W4000000001", "doi": "https://doi.org/10.1234/journal",
          "locations": [{"landing_page_url": "https://doi.org/10.1234/journal"},
                        {"landing_page_url": "https://arxiv.org/abs/2401.00001v2"},
                        {"landing_page_url": "https://doi.org/10.1234/older"}]})");
  REQUIRE(work);
  CHECK(names(work->work.ids) == Lines{"arXiv:2401.00001", "doi:10.1234/journal", "openalex:W4000000001"});
  CHECK(names(work->elsewhere) == Lines{"doi:10.1234/journal", "arXiv:2401.00001", "doi:10.1234/older"});
}

TEST_CASE("what is no work is none") {
  CHECK(parse_openalex_work(R"({"error":"Rate limit exceeded","message":"later","retryAfter":9})")
            .error()
            .message == "an error: Rate limit exceeded: later");
  CHECK(parse_openalex_work("{}").error().message == "something else instead of a work");
  CHECK(parse_openalex_work("<!doctype html>").error().message.find("a page instead of JSON") == 0);
  CHECK_FALSE(parse_openalex_work("[]"));
  CHECK_FALSE(parse_openalex_work(R"({"id": "https://openalex.org/A12345678"})"));
  CHECK_FALSE(parse_openalex_list("{}"));
  CHECK_FALSE(parse_openalex_list(R"({"results": null})"));
  CHECK_FALSE(parse_openalex_list(""));
}

TEST_CASE("fields of the wrong type are as good as none") {
  const auto works = parse_openalex_list(R"({"results": [null, 3, {"id": 7}, {"id":
    "https://openalex.org/W4000000001", "doi": 5, "title": [], "publication_year": "2020", "type": 1,
    "authorships": {"author": 1}, "primary_location": "x", "locations": [null, [], {"landing_page_url": 4}],
    "referenced_works": [1, null, "https://openalex.org/A1", "https://openalex.org/W4000000002"],
    "referenced_works_count": -1}]})");
  REQUIRE(works);
  REQUIRE(works->size() == 1);
  CHECK(works->at(0).work.title.empty());
  CHECK_FALSE(works->at(0).work.year);
  CHECK(works->at(0).cited.size() == 1);
  CHECK_FALSE(works->at(0).stated);
}

TEST_CASE("papers are asked for by the best name") {
  using sources::openalex_name;
  CHECK(openalex_name(ids({"arXiv:2401.00001", "doi:10.1/x", "openalex:W1234567"}))->path() ==
        "works/W1234567");
  CHECK(openalex_name(ids({"arXiv:2401.00001", "doi:10.1/X"}))->path() == "works/doi:10.1%2Fx");
  CHECK(openalex_name(ids({"arXiv:hep-th/9901001"}))->path() ==
        "works/doi:10.48550%2Farxiv.hep-th%2F9901001");
  CHECK_FALSE(openalex_name(ids({"url:https://a.test/", "local:x"})));
  CHECK_FALSE(openalex_name(ids({"doi:10.1/a,b"}))->fits_filter());
  CHECK_FALSE(openalex_name(ids({"doi:10.1/a|b"}))->fits_filter());
}
