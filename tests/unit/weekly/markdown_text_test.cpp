#include "weekly/markdown_text.hpp"

#include <doctest/doctest.h>

using papers::weekly::markdown_link;
using papers::weekly::markdown_text;

TEST_CASE("plain words and names stay as they are") {
  for (const char* text : {"CLLMs: Consistency Large Language Models", "MIT6.5940学习：lec5-6",
                           "snake_case_name", "2.5D vision", "a - b", "C#", "R & D"}) {
    CHECK(markdown_text(text) == text);
  }
}

TEST_CASE("what Markdown would take for more is escaped") {
  CHECK(markdown_text("*a* _b_ `c` <d> [e](f) ~g~ \\h") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\[e\\](f) \\~g\\~ \\\\h");
  CHECK(markdown_text("&lt; AT&T") == "\\&lt; AT\\&T");
}

TEST_CASE("what would begin a list, a heading or a quotation is escaped at the front alone") {
  CHECK(markdown_text("- a - b") == "\\- a - b");
  CHECK(markdown_text("# a # b") == "\\# a # b");
  CHECK(markdown_text("12. a") == "12\\. a");
  CHECK(markdown_text("3) a") == "3\\) a");
  CHECK(markdown_text("3.5 a") == "3.5 a");
}

TEST_CASE("addresses keep a link in one piece") {
  CHECK(markdown_link("a]b", "https://example.org/x(1) <y>\\") ==
        "[a\\]b](https://example.org/x%281%29%20%3Cy%3E%5C)");
  CHECK(markdown_link("a", "") == "[a]()");
}
