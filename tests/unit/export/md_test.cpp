#include <algorithm>

#include <doctest/doctest.h>

#include "export/markdown_text.hpp"
#include "shelf.hpp"
#include "support/golden.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

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

TEST_CASE("what turns text around or hides in it is shown in text and escaped in addresses") {
  CHECK(formats::markdown_text("a\u202Eb\x1B[0m") == "a\\<U+202E\\>b\\<1B\\>\\[0m");
  CHECK(formats::markdown_link("é", "https://x.org/\u202Eé") == "[é](https://x.org/%E2%80%AE%C3%A9)");
}

TEST_CASE("hostile texts leave a list printable, one line each") {
  std::vector<std::string> texts;
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const std::string link = formats::markdown_link(hostile.text, "https://x.org/" + hostile.text);
    CHECK(link == util::printable(link));
    texts.push_back(hostile.text);
  }
  const ReadingGraph graph = test::hostile_graph(texts);
  const std::string list = test::written(formats::write_md, graph);
  CHECK(list == util::printable(list, true));
  CHECK(static_cast<std::size_t>(std::count(list.begin(), list.end(), '\n')) == graph.papers.size());
}

}  // namespace
}  // namespace papers
