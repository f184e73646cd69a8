#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "bibliography/csl_reader.hpp"
#include "shelf.hpp"
#include "support/golden.hpp"

namespace papers {
namespace {

using nlohmann::json;

TEST_CASE("a bibliography in CSL-JSON is written as accepted") {
  test::check_golden("export/sample.csl.json", test::written(formats::write_csl, test::shelf()));
}

TEST_CASE("CSL-JSON read back names the same works") {
  const ReadingGraph graph = test::shelf();
  test::check_same_works(graph, bibliography::read_csl(test::written(formats::write_csl, graph)));
}

TEST_CASE("an empty list is an empty array") {
  CHECK(json::parse(test::written(formats::write_csl, {})) == json::array());
}

TEST_CASE("items have the shape of the schema of CSL 1.0.2") {
  // What csl-data.json allows: no other members, and these types.
  const std::set<std::string> types{"article",  "article-journal", "book",    "document",
                                    "software", "motion_picture",  "webpage", "paper-conference"};
  const std::set<std::string> strings{"title", "container-title", "publisher", "number", "note",  "DOI",
                                      "URL",   "abstract",        "id",        "type",   "issue", "page",
                                      "volume"};
  const std::set<std::string> name_parts{"family", "given", "suffix", "literal"};
  for (const json& item : json::parse(test::written(formats::write_csl, test::shelf()))) {
    CHECK(item.at("id").is_string());
    CHECK(types.contains(item.at("type").get<std::string>()));
    for (const auto& row : item.items()) {
      const auto& [name, value] = row;
      CAPTURE(row.key());
      if (name == "author") {
        for (const json& author : value) {
          for (const auto& [part, text] : author.items()) {
            CHECK(name_parts.contains(part));
            CHECK(text.is_string());
          }
        }
      } else if (name == "issued") {
        REQUIRE(value.size() == 1);
        REQUIRE(value.at("date-parts").size() == 1);
        CHECK(value["date-parts"][0].size() <= 3);
      } else {
        CHECK(strings.contains(name));
        CHECK(value.is_string());
      }
    }
  }
}

TEST_CASE("tags and references in a title survive the way out and in") {
  ReadingGraph graph;
  graph.papers.push_back(test::paper("arXiv:2403.00835", "Of <i> and R&lt;", {"Ann &amp; <b>Co"}, 2024));
  const auto back = bibliography::read_csl(test::written(formats::write_csl, graph));
  REQUIRE(back.entries.size() == 1);
  CHECK(back.entries[0].title == "Of <i> and R&lt;");
  CHECK(back.entries[0].authors == graph.papers[0].item.authors);
}

TEST_CASE("pandoc renders what is written") {
  const auto result =
      test::run_if_installed({"pandoc", "-f", "csljson", "-t", "plain", "--wrap=none", "--citeproc"},
                             test::written(formats::write_csl, test::shelf()));
  if (result) {
    CHECK(result->status == 0);
    CHECK(result->err == "");
    CHECK(result->out.find("CLLMs: Consistency Large Language Models") != std::string::npos);
    CHECK(result->out.find("Knuth, Donald E.") != std::string::npos);
  }
}

}  // namespace
}  // namespace papers
