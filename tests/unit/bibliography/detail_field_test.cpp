#include "bibliography/detail_field.hpp"

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("a field is found by the name of its detail and by that in BibTeX") {
  REQUIRE(detail_field("location") != nullptr);
  CHECK(detail_field("location") == detail_field("address"));
  CHECK(detail_field("unheardof") == nullptr);
  CHECK(detail_field("") == nullptr);
}

TEST_CASE("ranges of pages get one dash") {
  for (const char* pages : {"1-10", "1--10", "1 - 10", "1---10", "1–10"}) {
    CAPTURE(pages);
    CHECK(page_range(pages) == "1–10");
  }
  CHECK(page_range("A3-B7") == "A3–B7");
  for (const char* other : {"", "12", "1-", "-2", "1-2, 5-6", "e1000-1:5", "see 1-2 and 3"}) {
    CAPTURE(other);
    CHECK(page_range(other) == other);
  }
}

TEST_CASE("texts are parted at separators, without blanks and without empty words") {
  CHECK(parted(" graphs, ;trees ,", ",;") == std::vector<std::string>{"graphs", "trees"});
  CHECK(parted("", ",").empty());
}

}  // namespace
}  // namespace papers::bibliography
