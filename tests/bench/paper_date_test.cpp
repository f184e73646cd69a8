#include "bench/paper_date.hpp"

#include <doctest/doctest.h>

namespace papers::bench {
namespace {

TEST_CASE("ids tell when papers came out") {
  CHECK(date_in_id("9711200") == month_of(1997, 11));
  CHECK(date_in_id("0001001") == month_of(2000, 1));
  CHECK(date_in_id("arXiv:hep-th/9711200") == month_of(1997, 11));
  CHECK(date_in_id("2403.00835") == month_of(2024, 3));
  CHECK(date_in_id("arXiv:0704.0001") == month_of(2007, 4));
  CHECK(date_in_id("acl:P05-1001") == month_of(2005));
  CHECK(date_in_id("W99-0101") == month_of(1999));
  CHECK(date_in_id("2020.acl-main.1") == month_of(2020));
}

TEST_CASE("ids that tell no date have none") {
  for (const char* id :
       {"", "1001", "9713001", "2413.00835", "openalex:W2741809807", "s2:abc", "a.b", "P0-1"}) {
    CAPTURE(id);
    CHECK(date_in_id(id) == std::nullopt);
  }
}

TEST_CASE("numbers get back the zeros that lists of numbers lack") {
  CHECK(full_id("1001") == "0001001");
  CHECK(full_id("9711200") == "9711200");
  CHECK(full_id("P05-1001") == "P05-1001");
}

TEST_CASE("dates are read to the month") {
  CHECK(date_in_text("2005") == month_of(2005));
  CHECK(date_in_text("2005-03-31") == month_of(2005, 3));
  CHECK(date_in_text("") == std::nullopt);
  CHECK(date_in_text("2005-13") == std::nullopt);
  CHECK(year_of(*month_of(2005, 12)) == 2005);
}

}  // namespace
}  // namespace papers::bench
