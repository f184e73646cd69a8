#include "bibliography/csl_reader.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("a text of CSL-JSON is told from JSON Lines of a library") {
  CHECK(looks_like_csl("[{\"id\":\"a\"}]"));
  CHECK(looks_like_csl("{\"items\":[{\"id\":\"a\"}]}"));
  CHECK(looks_like_csl("{\n  \"type\": \"book\",\n  \"DOI\": \"10.1/x\"\n}"));
  CHECK_FALSE(looks_like_csl(
      "{\"type\":\"library\",\"schema\":1}\n{\"type\":\"paper\",\"id\":\"arXiv:2403.00835\"}"));
  CHECK_FALSE(looks_like_csl("@article{x}"));
  CHECK_FALSE(looks_like_csl("[CLLM](https://arxiv.org/abs/2403.00835) was read"));
}

TEST_CASE("an item of CSL-JSON is read") {
  const Bibliography read = read_csl(R"([
    {"id": "kou", "citation-key": "Kou2024", "type": "article-journal", "title": "The <i>E. coli</i> &amp; us",
     "author": [{"family": "Kou", "given": "Siqi"}, {"literal": "OpenAI"},
                {"family": "Oord", "non-dropping-particle": "van den", "given": "Aaron"}],
     "issued": {"date-parts": [["2015", 2, 6]]}, "container-title": ["eLife"], "DOI": "10.1/x",
     "abstract": "<jats:p>Text.</jats:p>", "note": "arXiv: 2403.00835 [cs]\nmore"}])");
  CHECK(read.problems.empty());
  REQUIRE(read.entries.size() == 1);
  const Entry& entry = read.entries.front();
  CHECK(entry.line == 2);
  CHECK(entry.key == "Kou2024");
  CHECK(entry.title == "The E. coli & us");
  CHECK(entry.authors == std::vector<std::string>{"Siqi Kou", "OpenAI", "Aaron van den Oord"});
  CHECK(entry.date == "2015-02-06");
  CHECK(entry.venue == "eLife");
  CHECK(entry.abstract == "Text.");
  CHECK(entry.addresses.front() == Address{Address::Where::doi, "10.1/x"});
}

TEST_CASE("an address for an id names the work, not the entry") {
  const Bibliography read =
      read_csl(R"({"id":"https://doi.org/10.5438/4k3m-nyvg","title":"t","issued":"2016"})");
  REQUIRE(read.entries.size() == 1);
  CHECK(read.entries[0].key.empty());
  CHECK(read.entries[0].date == "2016");
  CHECK(read.entries[0].addresses ==
        std::vector<Address>{{Address::Where::url, "https://doi.org/10.5438/4k3m-nyvg"}});
}

TEST_CASE("a broken item is named with its line, and the others come in") {
  const Bibliography read = read_csl(
      "[{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\"title\":},\n{\"id\":\"c\",\"title\":\"C\"},\n{"
      "\"id\":\"d\",\"ti");
  CHECK(read.entries.size() == 2);
  REQUIRE(read.problems.size() == 2);
  CHECK(read.problems[0].line == 2);
  CHECK(read.problems[1].line == 4);
}

TEST_CASE("a text that ends between two items is cut, and the items before come in") {
  for (const char* text :
       {"[{\"title\":\"A\"},\n{\"title\":\"B\"},\n\n", "[{\"title\":\"A\"},\n{\"title\":\"B\"}",
        "{\"items\":[{\"title\":\"A\"},\n{\"title\":\"B\"},"}) {
    CAPTURE(text);
    const Bibliography read = read_csl(text);
    CHECK(read.entries.size() == 2);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0] == Remark{2, "the text ends before the bracket that closes its list of items"});
  }
  CHECK(read_csl("[{\"title\":\"A\"},\n]\n").problems.empty());
  CHECK(read_csl("{\"title\":\"A\"}\n{\"title\":\"B\"}\n").problems.empty());
}

TEST_CASE("what is no item is named, each with its line") {
  const Bibliography read = read_csl(
      "[{\"title\":\"Gamma\"}, 7,\n\"x, {\", null,\n[{\"title\":\"in a list\"}], {\"title\":\"B\"}},{}]");
  CHECK(read.entries.size() == 3);
  CHECK(read.problems ==
        std::vector<Remark>{{1, "this is no item, which would be in braces: 7"},
                            {2, "this is no item, which would be in braces: \"x, {\""},
                            {2, "this is no item, which would be in braces: null"},
                            {3, "this is no item, which would be in braces: [{\"title\":\"in a list\"}]"},
                            {3, "this is no item, which would be in braces: }"}});
}

TEST_CASE("what comes of broken items is one clean line") {
  const Bibliography read = read_csl(
      "[{\"title\":\"x\",\"author\":[{\"given\":\"A\",\"non-dropping-particle\":\"van\",\"suffix\":\"Jr.\"}]}"
      ", \x01]");
  REQUIRE(read.entries.size() == 1);
  CHECK(read.entries[0].authors == std::vector<std::string>{"A van Jr."});
  for (const Remark& problem : read.problems) {
    CHECK(problem.what.back() != ' ');
  }
}

TEST_CASE("a string for the authors is a name, a number for the title is none") {
  const Bibliography read =
      read_csl("[{\"title\":\"zeta\",\"author\":\"Joe\"},\n{\"title\":5}, {\"title\":[\"in a list\"]}]");
  REQUIRE(read.entries.size() == 3);
  CHECK(read.entries[0].authors == std::vector<std::string>{"Joe"});
  CHECK(read.entries[1].title.empty());
  CHECK(read.entries[2].title == "in a list");
  CHECK(read.notes == std::vector<Remark>{{2, "its title is no text and is left out: 5"}});
}

TEST_CASE("items may be any member of the object around them") {
  const Bibliography read = read_csl(
      "{\"version\":1,\"of\":\"items\",\"config\":{\"items\":[{\"title\":\"no\"}]},\n"
      "\"items\" : [{\"title\":\"A\"},\n{\"title\":\"B \\\" {\"}]}");
  CHECK(read.problems.empty());
  REQUIRE(read.entries.size() == 2);
  CHECK(read.entries[0].title == "A");
  CHECK(read.entries[0].line == 2);
  CHECK(read.entries[1].title == "B \" {");
  CHECK(read_csl("{\"version\":1,\"items\":[]}").entries.empty());
  CHECK(read_csl("{\"title\":\"items\",\"custom\":{\"items\":[{}]}}").entries.front().title == "items");
}

TEST_CASE("what is too much is left out, and that is said") {
  const auto repeated = [](std::string_view item, std::size_t count) {
    std::string all = "[";
    for (std::size_t i = 0; i < count; ++i) {
      all += item;
    }
    return all;
  };
  SUBCASE("items") {
    const Bibliography read = read_csl(repeated("{},\n", k_most_entries + 2));
    CHECK(read.entries.size() == k_most_entries);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0] == Remark{static_cast<int>(k_most_entries) + 1, std::string(k_too_much)});
  }
  SUBCASE("broken items") {
    const Bibliography read = read_csl(repeated("{\"a\":},", k_most_remarks + 2));
    REQUIRE(read.problems.size() == k_most_remarks + 1);
    CHECK(read.problems.back().what == k_too_much);
  }
}

TEST_CASE("values of a wrong type count as absent") {
  const Bibliography read = read_csl(
      R"([{"id":7,"title":{"a":1},"author":{"family":"Kou"},"issued":{"date-parts":[[null]]},"DOI":[],"type":[["x"]]}])");
  REQUIRE(read.entries.size() == 1);
  CHECK(read.entries[0].key == "7");
  CHECK(read.entries[0].title.empty());
  CHECK(read.entries[0].authors.empty());
  CHECK(read.entries[0].date.empty());
}

}  // namespace
}  // namespace papers::bibliography
