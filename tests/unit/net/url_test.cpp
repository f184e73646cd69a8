#include "net/url.hpp"

#include <string>

#include <doctest/doctest.h>

#include "papers/error.hpp"

using namespace papers::net;

TEST_CASE("an address is taken apart") {
  const auto url = parse_url("HTTPS://Export.ArXiv.org/api/query?id_list=1#top");
  REQUIRE(url);
  CHECK(url->text == "https://Export.ArXiv.org/api/query?id_list=1");
  CHECK(url->scheme == "https");
  CHECK(url->host == "export.arxiv.org");
  CHECK(url->port == "443");
  CHECK(url->path == "/api/query");
  CHECK_FALSE(url->has_user);
  CHECK(url->authority() == "export.arxiv.org:443");
}

TEST_CASE("what looks like a host and is a user name is seen through") {
  const auto url = parse_url("https://export.arxiv.org:x@evil.test/");
  REQUIRE(url);
  CHECK(url->host == "evil.test");
  CHECK(url->has_user);
}

TEST_CASE("addresses of this machine in all their spellings come out the same") {
  for (const char* text : {"http://127.0.0.1:8080/", "http://127.1:8080/", "http://2130706433:8080/",
                           "http://0x7f000001:8080/", "http://0177.0.0.1:8080/"}) {
    CAPTURE(text);
    const auto url = parse_url(text);
    REQUIRE(url);
    CHECK(url->host == "127.0.0.1");
    CHECK(is_loopback_host(url->host));
  }
  CHECK(is_loopback_host(parse_url("http://[::1]:80/")->host));
  CHECK(is_loopback_host("localhost"));
}

TEST_CASE("other hosts are not this machine, whatever they are called") {
  for (const char* host : {"", "example.org", "localhost.example.org", "127.0.0.1.example.org", "[::2]",
                           "[fe80::1]", "128.0.0.1", "[]"}) {
    CAPTURE(host);
    CHECK_FALSE(is_loopback_host(host));
  }
}

TEST_CASE("a host has letters, digits and the signs of names, or is none") {
  for (const char* text : {"https://a%7fb.example/",
                           "https://b\xC3\xBC"
                           "cher.example/",
                           "https://a%2fb.example/", "https://0x7f.1kk\xEC\xEC%7f.1k/"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_url(text));
  }
}

TEST_CASE("an address that would be read as another one is none") {
  CHECK_FALSE(parse_url("https://%30/"));
  CHECK_FALSE(resolve_url(*parse_url("https://export.arxiv.org/pdf/2401.00001"), "//%30"));
}

TEST_CASE("text that is no absolute address is refused") {
  for (const std::string& text :
       {std::string(), std::string("//"), std::string("export.arxiv.org:99999999/"), std::string("https://"),
        std::string("https://a b.test/"), std::string("https://a.test/\0x", 17), std::string("/api/query")}) {
    CAPTURE(text);
    CHECK_FALSE(parse_url(text));
  }
}

TEST_CASE("a Location is read from where it was found") {
  struct Row {
    const char* location;
    const char* meaning;
  };
  const auto base = parse_url("https://a.test/b/c?d=1");
  REQUIRE(base);
  for (const Row& row : {Row{"https://x.test/y", "https://x.test/y"}, Row{"/y?z=2", "https://a.test/y?z=2"},
                         Row{"y", "https://a.test/b/y"}, Row{"../y", "https://a.test/y"},
                         Row{"//x.test/y", "https://x.test/y"}, Row{"?z", "https://a.test/b/c?z"},
                         Row{" /y ", "https://a.test/y"}, Row{"ftp://x.test/y", "ftp://x.test/y"},
                         Row{"/y#part", "https://a.test/y"}}) {
    CAPTURE(row.location);
    const auto url = resolve_url(*base, row.location);
    REQUIRE(url);
    CHECK(url->text == row.meaning);
  }
  CHECK_FALSE(resolve_url(*base, ""));
  CHECK_FALSE(resolve_url(*base, "  "));
  CHECK_FALSE(resolve_url(*base, "https://"));
  CHECK_FALSE(resolve_url(*base, "https://[::1/"));
}

TEST_CASE("two addresses have the same origin when scheme, host and port agree") {
  const auto base = parse_url("https://a.test/x");
  REQUIRE(base);
  CHECK(base->same_origin(*parse_url("https://A.test:443/y")));
  CHECK_FALSE(base->same_origin(*parse_url("http://a.test/x")));
  CHECK_FALSE(base->same_origin(*parse_url("https://a.test:444/x")));
  CHECK_FALSE(base->same_origin(*parse_url("https://b.test/x")));
}

TEST_CASE("percent encoding keeps only what no reader can misunderstand") {
  CHECK(percent_encode("10.1/a(b)<c>;d e") == "10.1%2Fa%28b%29%3Cc%3E%3Bd%20e");
  CHECK(percent_encode("héé") == "h%C3%A9%C3%A9");
  CHECK(percent_decode("a%20b%2Fc") == "a b/c");
  CHECK(percent_decode(percent_encode("100 % /?#")) == "100 % /?#");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("").empty());
  CHECK(percent_decode(std::string_view("page?query").substr(0, 0)).empty());  // not all up to the NUL
}

TEST_CASE("a service's address moves to another host with its path") {
  const std::string own = "https://export.arxiv.org/api/query";
  CHECK(with_address(own, "") == own);
  CHECK(with_address(own, "http://127.0.0.1:8080") == "http://127.0.0.1:8080/api/query");
  CHECK(with_address(own, "http://127.0.0.1:8080/ignored/") == "http://127.0.0.1:8080/api/query");
  CHECK(with_address(own, "https://mirror.test") == "https://mirror.test:443/api/query");
  for (const char* bad : {"127.0.0.1:8080", "ftp://mirror.test", "nonsense", "http://"}) {
    CAPTURE(bad);
    CHECK_THROWS_AS((void)with_address(own, bad), papers::Failure);
  }
}
