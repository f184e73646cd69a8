#include "model/web_url.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers::model;

TEST_CASE("addresses are brought into one form") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  constexpr std::array<Row, 16> k_rows{{
      {"HTTPS://Example.ORG", "https://example.org/"},
      {"https://example.org.", "https://example.org/"},
      {"https://example.org:443/a", "https://example.org/a"},
      {"http://example.org:080/a", "http://example.org/a"},
      {"http://example.org:443/a", "http://example.org:443/a"},
      {"https://example.org:/a", "https://example.org/a"},
      {"https://example.org?q=1#f", "https://example.org/?q=1"},
      {"https://example.org/?", "https://example.org/?"},
      {"https://example.org/a/./b/../c", "https://example.org/a/c"},
      {"https://example.org/../../a/..", "https://example.org/"},
      {"https://example.org/a/%2E%2e/b", "https://example.org/b"},
      {"https://example.org/%7eme/%41%2f", "https://example.org/~me/A%2F"},
      {"https://example.org/100%/%zz", "https://example.org/100%25/%25zz"},
      {"https://example.org/\"<>{}|^`", "https://example.org/%22%3C%3E%7B%7D%7C%5E%60"},
      {"https://example.org/é?ü=[1]", "https://example.org/%C3%A9?%C3%BC=[1]"},
      {"https://example.org//a//", "https://example.org//a//"},
  }};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    const auto url = parse_web_url(row.text);
    REQUIRE(url.ok());
    CHECK(url->text() == row.expected);
    CHECK(parse_web_url(url->text())->text() == row.expected);
  }
}

TEST_CASE("an address falls into its parts") {
  const auto url = parse_web_url("http://Example.org:8080/a/b?c=d#e");
  REQUIRE(url.ok());
  CHECK(url->scheme == "http");
  CHECK(url->host == "example.org");
  CHECK(url->port == "8080");
  CHECK(url->path == "/a/b");
  CHECK(url->query == "?c=d");
}

TEST_CASE("escapes are decoded once") {
  CHECK(percent_decode("a%2fb%41") == "a/bA");
  CHECK(percent_decode("%252e") == "%2e");
  CHECK(percent_decode("%") == "%");
  CHECK(percent_decode("%4") == "%4");
  CHECK(percent_decode("%zz%") == "%zz%");
}

TEST_CASE("encoding leaves unreserved and safe characters alone") {
  CHECK(percent_encode("aZ0-._~", "") == "aZ0-._~");
  CHECK(percent_encode("a/b c\xff", "/") == "a/b%20c%FF");
  CHECK(percent_decode(percent_encode("any %\xff\n/?#", "")) == "any %\xff\n/?#");
}
