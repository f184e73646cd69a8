#include "sources/crossref_references.hpp"

#include <filesystem>
#include <iostream>

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/crossref_list.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;
using sources::CrossrefReferences;
using sources::parse_crossref_list;
using test::fixture;
using test::lines;
using test::papers_named;
using Lines = std::vector<std::string>;

namespace {

struct World : test::SourceWorld {
  FetchedReferenceLists fetch(const std::vector<std::string_view>& papers) {
    return CrossrefReferences(settings, http).fetch(papers_named(papers), progress);
  }
};

}  // namespace

TEST_CASE("what a publisher deposits is what a work cites, by fields or as printed") {
  World world;
  world.http.answer(200, fixture("crossref/references.json"));
  const auto fetched = world.fetch({"doi:10.1234/abc.1"});
  CHECK(world.http.requests.at(0).url == "https://api.crossref.org/works/10.1234%2Fabc.1");
  REQUIRE(lines(fetched.answers) == Lines{"doi:10.1234/abc.1 listed 5/6"});
  const FetchedReferences& answer = fetched.answers[0];
  CHECK(lines(answer.list) ==
        Lines{"1 doi:10.1234/abc.2 A First Cited Work (B Baker 2019)", "2 doi:10.1234/only.an.id  ( 0)",
              "3 arXiv:2301.00002 A printed work (Adams, A. 2023)",
              "4 arXiv:2301.00003 In the name of the journal (Clark 2024)", "5 - A Book (Davis 1999)"});
  CHECK(answer.list.source == "crossref");
  CHECK_FALSE(answer.list.complete);
  CHECK(answer.cited.size() == 4);
}

TEST_CASE("a publisher that deposits nothing does not say that a work cites nothing") {
  World world;
  world.http.answer(200, fixture("crossref/article.json")).answer(404, "Resource not found.");
  CHECK(lines(world.fetch({"doi:10.1234/abc.1", "doi:10.1/x"}).answers) ==
        Lines{"doi:10.1234/abc.1 unknown 0/?", "doi:10.1/x unknown 0/?"});
}

TEST_CASE("an answer about another work is refused") {
  World world;
  world.http.answer(200, fixture("crossref/references.json"));
  CHECK(lines(world.fetch({"doi:10.1/x"}).problems) ==
        Lines{"doi:10.1/x failed: Crossref sent doi:10.1234/abc.1 when asked for doi:10.1/x"});
}

TEST_CASE("failures are told apart from not knowing") {
  World world;
  world.http.answer(200, "{\"message\":")
      .answer(200, "<html>")
      .answer(500)
      .fail(HttpError::Kind::timeout, "x");
  const auto fetched = world.fetch({"doi:10.1/a", "doi:10.1/b", "doi:10.1/c", "doi:10.1/d", "doi:10.1/e"});
  CHECK(fetched.answers.empty());
  CHECK(lines(fetched.problems) ==
        Lines{"doi:10.1/a failed, later: Crossref sent JSON that is cut short or garbled",
              "doi:10.1/b failed: Crossref sent a page instead of JSON (a login page of the network?)",
              "doi:10.1/c failed, later: Crossref has trouble of its own (HTTP 500); try again later",
              "doi:10.1/d failed, later: Crossref could not be reached (x)",
              "doi:10.1/e failed, later: Crossref could not be reached (x)"});
}

TEST_CASE("only published works are asked for") {
  World world;
  const CrossrefReferences source(world.settings, world.http);
  CHECK(source.handles(test::paper({"arXiv:2401.00001", "doi:10.1/x"})));
  CHECK_FALSE(source.handles(test::paper({"arXiv:2401.00001"})));
  CHECK_FALSE(source.in_batches());
}

TEST_CASE("fields of the wrong type are as good as none") {
  const auto list = parse_crossref_list(R"({"message": {"DOI": "10.1/x", "reference-count": "9", "reference":
    [null, 3, {"DOI": 7, "article-title": ["T"], "year": 2020, "author": {}, "unstructured": null},
     {"unstructured": "Adams, A. A title. 2020."}]}})");
  REQUIRE(list);
  REQUIRE(list->works.size() == 4);
  CHECK(list->works[2].ids.empty());
  CHECK(list->works[2].title.empty());
  CHECK(list->works[3].title == "A title");
  CHECK_FALSE(list->stated);
  CHECK_FALSE(parse_crossref_list("[]"));
  CHECK_FALSE(parse_crossref_list(R"({"message": {"reference": []}})"));
}

TEST_CASE("recorded lists of publishers are understood") {
  struct Row {
    const char* name;
    std::size_t works;
  };
  for (const Row& row :
       {Row{"works_10.1038_s42256-024-00832-8.json", 103}, Row{"works_with_one_id.json", 70},
        Row{"works_10.1145_conference.pretty.json", 22}, Row{"works_10.1101_2024.04.01.587366.json", 50}}) {
    const fs::path file = test::shared_folder() / "recordings/crossref" / row.name;
    if (!fs::exists(file)) {
      std::cout << "recorded references of Crossref: skipped, not at hand\n";
      continue;
    }
    std::cout << "recorded references of Crossref: replayed " << row.name << '\n';
    const auto list = parse_crossref_list(util::read_file(file));
    REQUIRE(list);
    CHECK(list->works.size() == row.works);
    CHECK(list->stated == static_cast<int>(row.works));
    for (const Item& work : list->works) {
      CHECK((!work.ids.empty() || !work.title.empty()));
    }
  }
}
