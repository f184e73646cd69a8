#include <doctest/doctest.h>

#include "export/markdown_text.hpp"
#include "shelf.hpp"
#include "support/golden.hpp"

namespace papers {
namespace {

TEST_CASE("a list in Markdown is written as accepted, what is cited before what cites it") {
  test::check_golden("export/sample.md", test::written(formats::write_md, test::shelf()));
}

TEST_CASE("text means nothing to Markdown, addresses end where they should") {
  CHECK(formats::markdown_text("*a* [b](c) <d> `e` \\ #1 | &amp; $x$") ==
        "\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\\\ \\#1 \\| \\&amp; \\$x\\$");
  CHECK(formats::markdown_link("a]b", "https://x.org/a(b) c>") == "[a\\]b](https://x.org/a%28b%29%20c%3E)");
  CHECK(formats::markdown_link("alone", "") == "alone");
}

}  // namespace
}  // namespace papers
