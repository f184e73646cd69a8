#include "sources/html_page.hpp"

#include <string>

#include <doctest/doctest.h>

using papers::sources::page_title;
using papers::sources::plain_text;

TEST_CASE("what a page calls itself") {
  struct Row {
    const char* html;
    const char* title;
  };
  for (const Row& row : {
           Row{"<html><head><title>A &amp; B</title></head></html>", "A & B"},
           Row{"<title>\n  A\n  B </title><p>text", "A B"},
           Row{"<TITLE>A</TITLE>", "A"},
           Row{"<title>Site | A</title><meta property='og:title' content='A'>", "A"},
           Row{"<meta property='og:title' content='A &lt;b&gt;'><title>B</title>", "A <b>"},
           Row{"<meta property='og:title' content=''><title>B</title>", "B"},
           Row{"<meta property='og:title'><title>B</title>", "B"},
           Row{"<title>A</title><body><svg><title>Icon</title></svg>", "A"},
           Row{"<title>一篇博客</title>", "一篇博客"},
           Row{"<title>cut", "cut"},
           Row{"<p>nothing</p>", ""},
           Row{"", ""},
           Row{"\x01\x02\x03", ""},
       }) {
    CAPTURE(row.html);
    CHECK(page_title(row.html, "utf-8") == row.title);
  }
}

TEST_CASE("control characters of a page do not get through") {
  for (const char* html :
       {"<title>a&#27;[31mb</title>", "<title>a\x1b[31mb</title>", "<title>a&#155;b</title>"}) {
    CHECK(page_title(html, "utf-8").find('\x1b') == std::string::npos);
    CHECK(page_title(html, "utf-8").find("\xc2\x9b") == std::string::npos);
  }
}

TEST_CASE("a page in another encoding is read as it says") {
  const std::string gb2312 = "<title>\xb2\xa9\xbf\xcd</title>";
  CHECK(page_title(gb2312, "gb2312") == "博客");
  CHECK(page_title("<meta charset='gb2312'>" + gb2312, "") == "博客");
  CHECK(page_title("<title>caf\xe9</title>", "iso-8859-1") == "café");
}

TEST_CASE("an encoding that nobody knows does no harm") {
  CHECK(page_title("<title>A</title>", "no-such-charset") == "A");
  CHECK(page_title("<title>A</title>", "\x01") == "A");
}

TEST_CASE("pages nested without end are read without harm") {
  std::string deep = "<title>A</title>";
  for (int i = 0; i < 100'000; ++i) {
    deep += "<div>";
  }
  CHECK(page_title(deep, "utf-8") == "A");
}

TEST_CASE("markup in a text is resolved") {
  struct Row {
    const char* html;
    const char* text;
  };
  for (const Row& row : {Row{"plain", "plain"}, Row{"H<sub>2</sub>O &amp; ice", "H2O & ice"},
                         Row{"<jats:p>We  measure.</jats:p>", "We measure."}, Row{"p < 0.05", "p < 0.05"},
                         Row{"caf\xc3\xa9 &eacute;", "café é"}, Row{"", ""}, Row{"<", "<"},
                         Row{"a<script>alert(1)</script>b", "aalert(1)b"}}) {
    CAPTURE(row.html);
    CHECK(plain_text(row.html) == row.text);
  }
}
