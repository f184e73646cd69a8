#include "papers/http.hpp"

#include <doctest/doctest.h>

using papers::HttpResponse;

TEST_CASE("a header is found by its name, the first of several") {
  const HttpResponse response{200, "", {{"etag", "\"a\""}, {"x", "1"}, {"x", "2"}}, ""};
  CHECK(response.header("etag") == "\"a\"");
  CHECK(response.header("x") == "1");
  CHECK_FALSE(response.header("retry-after"));
}
