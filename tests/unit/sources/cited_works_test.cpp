#include "sources/cited_works.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"

using namespace papers;
using sources::CitedWorks;
using test::id;
using test::lines;
using test::names;
using Lines = std::vector<std::string>;

namespace {

Item work(const std::vector<std::string_view>& names_of_it, const std::string& title) {
  Item item = test::paper(names_of_it);
  item.title = title;
  return item;
}

FetchedReferences take(CitedWorks& works) {
  return works.take(id("arXiv:2401.00001"), "somebody", "2024-11-17T09:00:00Z");
}

}  // namespace

TEST_CASE("entries are numbered in their order, and works with a common id are one") {
  CitedWorks works;
  works.add(work({"arXiv:2301.00001"}, "One"), {"A sentence."});
  works.add(work({}, "Only a title"));
  works.add(work({"doi:10.1/x", "arXiv:2301.00001"}, "One, again"));
  works.add(work({"doi:10.1/x", "openalex:W1234567"}, "One, once more"));
  const FetchedReferences references = take(works);
  CHECK(lines(references.list) == Lines{"1 arXiv:2301.00001 One ( 0)", "2 - Only a title ( 0)",
                                        "3 arXiv:2301.00001 One, again ( 0)",
                                        "4 arXiv:2301.00001 One, once more ( 0)"});
  CHECK(references.list.entries[0].contexts == Lines{"A sentence."});
  REQUIRE(references.cited.size() == 1);
  CHECK(references.cited[0].title == "One");
  CHECK(names(references.cited[0].ids) == Lines{"arXiv:2301.00001", "doi:10.1/x", "openalex:W1234567"});
  CHECK(references.list.answer == ReferenceAnswer::listed);
}

TEST_CASE("an entry without id and title says nothing") {
  CitedWorks works;
  works.add(work({}, ""));
  works.add(work({"arXiv:2301.00001"}, ""));
  CHECK(works.size() == 1);
  CHECK(lines(take(works).list) == Lines{"1 arXiv:2301.00001  ( 0)"});
}

TEST_CASE("no entries are an empty list, and no more are kept than a paper can cite") {
  CitedWorks works;
  CHECK(take(works).list.answer == ReferenceAnswer::empty);
  for (int n = 0; n < 10'050; ++n) {
    works.add(work({}, "T"));
  }
  CHECK(take(works).list.entries.size() == sources::k_max_references);
}
