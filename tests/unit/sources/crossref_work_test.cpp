#include "sources/crossref_work.hpp"

#include <string>

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;
using sources::judge_crossref;
using sources::parse_crossref_work;

namespace {

std::string work(const std::string& fields) {
  return R"({"status":"ok","message":{"DOI":"10.1/x","title":["T"])" + fields + "}}";
}

}  // namespace

TEST_CASE("a record becomes an item, field by field") {
  const auto item = parse_crossref_work(test::fixture("crossref/article.json"));
  REQUIRE(item);
  Item expected;
  expected.ids = test::ids({"doi:10.1234/abc.1"});
  expected.title = "On the norm of H2O & trees";
  expected.authors = {"Ada Ålund", "Plato", "The Tree Collaboration"};
  expected.year = 2021;
  expected.published = "2021-05-08";
  expected.venue = "Journal of Trees";
  expected.abstract = "AbstractWe measure trees.";
  expected.source = "crossref";
  CHECK(*item == expected);
}

TEST_CASE("books are books") {
  CHECK(parse_crossref_work(work(R"(,"type":"monograph")"))->kind == Kind::book);
  CHECK(parse_crossref_work(work(R"(,"type":"proceedings-article")"))->kind == Kind::paper);
  CHECK(parse_crossref_work(work(R"(,"type":7)"))->kind == Kind::paper);
}

TEST_CASE("dates may have one part, two, three or none") {
  struct Row {
    const char* date;
    std::optional<int> year;
    std::optional<std::string> published;
  };
  for (const Row& row :
       {Row{"[[2021]]", 2021, std::nullopt}, Row{"[[2021,5]]", 2021, std::nullopt},
        Row{"[[2021,5,8]]", 2021, "2021-05-08"}, Row{"[[2021,2,30]]", 2021, std::nullopt},
        Row{"[[null]]", std::nullopt, std::nullopt}, Row{"[[]]", std::nullopt, std::nullopt},
        Row{"[]", std::nullopt, std::nullopt}, Row{"null", std::nullopt, std::nullopt},
        Row{"[[99999,1,1]]", std::nullopt, std::nullopt}, Row{"[[\"2021\"]]", std::nullopt, std::nullopt},
        Row{"7", std::nullopt, std::nullopt}}) {
    CAPTURE(row.date);
    const auto item = parse_crossref_work(work(R"(,"issued":{"date-parts":)" + std::string(row.date) + "}"));
    REQUIRE(item);
    CHECK(item->year == row.year);
    CHECK(item->published == row.published);
  }
}

TEST_CASE("fields of the wrong type are left out, the record is kept") {
  for (const char* fields : {R"(,"author":null)", R"(,"author":{})", R"(,"author":[null,7,[],{"family":7}])",
                             R"(,"container-title":"x")", R"(,"container-title":[null])", R"(,"issued":[])",
                             R"(,"abstract":{})"}) {
    CAPTURE(fields);
    const auto item = parse_crossref_work(work(fields));
    REQUIRE(item);
    CHECK(item->authors.empty());
    CHECK_FALSE(item->venue);
    CHECK_FALSE(item->abstract);
  }
}

TEST_CASE("without a title or a DOI there is no work") {
  for (const char* body : {"{}", "[]", "null", R"({"message":null})", R"({"message":{"DOI":"10.1/x"}})",
                           R"({"message":{"DOI":"10.1/x","title":[]}})", R"({"message":{"title":["T"]}})",
                           R"({"message":{"DOI":"nonsense","title":["T"]}})", R"({"error":"x"})"}) {
    CAPTURE(body);
    const auto item = parse_crossref_work(body);
    REQUIRE_FALSE(item);
    CHECK(item.error().message == "a record without a DOI or a title");
    CHECK(judge_crossref({200, body, {}, ""}) == Verdict::bad);
  }
}

TEST_CASE("half a record is worth asking for again, a web page is not") {
  const std::string whole = test::fixture("crossref/article.json");
  CHECK(judge_crossref({200, whole, {}, ""}) == Verdict::good);
  CHECK(judge_crossref({200, whole.substr(0, whole.size() / 2), {}, ""}) == Verdict::again);
  CHECK(judge_crossref({200, "", {}, ""}) == Verdict::again);
  CHECK(judge_crossref({200, "<html></html>", {}, ""}) == Verdict::bad);
  CHECK(parse_crossref_work("<html></html>").error().message ==
        "a page instead of JSON (a login page of the network?)");
  CHECK(parse_crossref_work(whole.substr(0, 99)).error().message == "JSON that is cut short or garbled");
  CHECK(judge_crossref({200, std::string(100'000, '['), {}, ""}) == Verdict::bad);
}
