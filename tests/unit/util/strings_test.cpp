#include "util/strings.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers::util;

using Parts = std::vector<std::string_view>;

TEST_CASE("names and passwords in addresses are not repeated") {
  CHECK(without_user_info("https://user:secret@example.org/a@b") == "https://…@example.org/a@b");
  CHECK(without_user_info("https://a@b:c@example.org") == "https://…@example.org");
  CHECK(without_user_info("https://example.org/a@b") == "https://example.org/a@b");
  CHECK(without_user_info("someone@example.org") == "someone@example.org");
  CHECK(without_user_info("://@").find("…@") != std::string::npos);
}

TEST_CASE("trimming takes ASCII white space off both ends and nothing else") {
  CHECK(trim(" \t\r\n a b\v\f ") == "a b");
  CHECK(trim("ab") == "ab");
  CHECK(trim(" \n").empty());
  CHECK(trim("").empty());
  CHECK(trim("\u00A0a") == "\u00A0a");
}

TEST_CASE("lower case concerns A to Z alone") {
  CHECK(lower("ArXiv-09") == "arxiv-09");
  CHECK(lower("ÄÖ\xff") == "ÄÖ\xff");
}

TEST_CASE("prefixes are compared without regard to case") {
  CHECK(starts_with_ignoring_case("arXiv:1", "ARXIV:"));
  CHECK(starts_with_ignoring_case("x", ""));
  CHECK_FALSE(starts_with_ignoring_case("arXi", "arxiv"));
  CHECK_FALSE(starts_with_ignoring_case("brXiv:1", "arxiv:"));
}

TEST_CASE("splitting keeps empty parts, words have none") {
  CHECK(split("a,,b,", ',') == Parts{"a", "", "b", ""});
  CHECK(split("", ',') == Parts{""});
  CHECK(words("  a\tbc \n d") == Parts{"a", "bc", "d"});
  CHECK(words(" \n ").empty());
  CHECK(words("").empty());
}

TEST_CASE("joining puts the separator between parts only") {
  const std::array<std::string, 3> parts{"a", "", "b"};
  CHECK(join(parts, ", ") == "a, , b");
  CHECK(join({}, ", ").empty());
}

TEST_CASE("whole numbers have digits and nothing else") {
  CHECK(to_int("0") == 0);
  CHECK(to_int("007") == 7);
  CHECK(to_int("2147483647") == 2147483647);
  for (const auto* bad :
       {"", "-1", "+1", " 1", "1 ", "1.0", "0x1", "2147483648", "99999999999999999999", "١"}) {
    CAPTURE(bad);
    CHECK_FALSE(to_int(bad).has_value());
  }
}
