#include "sources/html_bibliography.hpp"

#include <filesystem>
#include <iostream>

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "support/shared_folder.hpp"

namespace fs = std::filesystem;
using namespace papers;
using sources::parse_html_bibliography;
using test::fixture;
using Lines = std::vector<std::string>;

TEST_CASE("entries come with label, blocks and links, as a reader sees them") {
  const auto entries = parse_html_bibliography(fixture("arxiv-html/paper.html"));
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].label == "[1]");
  CHECK(entries[0].blocks == Lines{"Ada Adams, Bo Baker, and Cy Clark.", "A first paper about α.",
                                   "arXiv preprint arXiv:2301.00002, 2023."});
  CHECK(entries[0].links == Lines{"http://arxiv.org/abs/2301.00002v3"});
  CHECK(entries[1].label == "Baker et al. (2019)");
  CHECK(entries[1].links == Lines{"https://doi.org/10.1234/ABC.2"});
  CHECK(entries[2].blocks.front() == "Dee Davis. A page on the web.");
}

TEST_CASE("a page without a bibliography has no entries") {
  CHECK(parse_html_bibliography("").empty());
  CHECK(parse_html_bibliography("<html><body><ul><li class=\"ltx_item\">x</li></ul></body></html>").empty());
  CHECK(parse_html_bibliography("ltx_bibitem").empty());
  CHECK(parse_html_bibliography("<p class=\"ltx_bibitem\">no list</p></ul>").empty());
}

TEST_CASE("what is broken, deep or large does no harm") {
  CHECK(parse_html_bibliography("<li class=ltx_bibitem><span class=ltx_bibblock>A. B. Open").size() == 1);
  std::string deep = "<li class=\"ltx_bibitem\"><span class=\"ltx_bibblock\">";
  for (int n = 0; n < 100'000; ++n) {
    deep += "<span>";
  }
  CHECK(parse_html_bibliography(deep + "x").size() <= 1);
  std::string many = "<ul>";
  for (int n = 0; n < 12'000; ++n) {
    many += "<li class=\"ltx_bibitem\"><span class=\"ltx_bibblock\">x</span></li>";
  }
  CHECK(parse_html_bibliography(many + "</ul>").size() == 10'000);
  const auto long_one = parse_html_bibliography("<li class=\"ltx_bibitem\"><span class=\"ltx_bibblock\">" +
                                                std::string(1'000'000, 'x') + "</span></li>");
  REQUIRE(long_one.size() == 1);
  CHECK(long_one[0].blocks.at(0).size() <= 4'000);
}

TEST_CASE("a recorded page is understood, entry by entry") {
  const fs::path file = test::shared_folder() / "recordings/arxiv/html/ar5iv_2307.00235.html";
  if (!fs::exists(file)) {
    std::cout << "recorded page of a paper: skipped, not at hand\n";
    return;
  }
  std::cout << "recorded page of a paper: replayed\n";
  const auto entries = parse_html_bibliography(util::read_file(file));
  CHECK(entries.size() == 17);
  for (const auto& entry : entries) {
    const Item work = sources::read_printed(entry);
    CAPTURE(entry.label);
    CHECK(work.title.size() > 10);
    CHECK(work.title.find("\u201C") == std::string::npos);
    CHECK_FALSE(work.authors.empty());
    const bool is_page_looked_at = entry.blocks.back().starts_with("Accessed");
    CHECK((is_page_looked_at || work.year.value_or(0) >= 2020));
  }
}
