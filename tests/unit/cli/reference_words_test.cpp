#include "cli/reference_words.hpp"

#include <doctest/doctest.h>

#include "cli/source_names.hpp"

namespace papers {
namespace {

Item item_with(ReferenceAnswer answer, const std::string& sources) {
  Item item;
  item.references.emplace();
  item.references->source = sources;
  item.references->fetched = "2024-11-17T09:00:00Z";
  item.references->answer = answer;
  return item;
}

TEST_CASE("none, unknown, withheld and not fetched are four different words") {
  CHECK(cli::reference_words(Item{}) == "references not fetched");
  CHECK(cli::reference_words(item_with(ReferenceAnswer::empty, "semantic-scholar")) ==
        "cites nothing (Semantic Scholar)");
  CHECK(cli::reference_words(item_with(ReferenceAnswer::unknown, "openalex, semantic-scholar")) ==
        "references unknown (OpenAlex, Semantic Scholar)");
  CHECK(cli::reference_words(item_with(ReferenceAnswer::withheld, "semantic-scholar")) ==
        "references withheld (Semantic Scholar)");
}

TEST_CASE("a list is counted: known, of how many, by title only, beyond the limit") {
  Item item = item_with(ReferenceAnswer::listed, "semantic-scholar");
  item.references->known = 37;
  item.references->unresolved = 5;
  item.references->complete = true;
  CHECK(cli::reference_words(item) == "37 of 42 references known, 5 by title only (Semantic Scholar)");
  item.references->stated = 44;
  CHECK(cli::reference_words(item) == "37 of 44 references known, 5 by title only (Semantic Scholar)");
  item.references->beyond = 10;
  CHECK(cli::reference_words(item) ==
        "37 of 52 references known, 5 by title only, 10 beyond the limit (Semantic Scholar)");
  item.references->complete = false;
  item.references->stated = 52;
  CHECK(cli::reference_words(item) ==
        "37 of 52 references known, 5 by title only, 10 beyond the limit (Semantic Scholar)");
  item.references->stated = 53;
  CHECK(cli::reference_words(item) ==
        "37 of 53 references known, 5 by title only, 10 beyond the limit (Semantic Scholar, incomplete)");
  item = item_with(ReferenceAnswer::listed, "seed");
  item.references->known = 6;
  item.references->unresolved = 2;
  CHECK(cli::reference_words(item) == "6 references known, 2 by title only (seed, incomplete)");
  item.references->known = 1;
  CHECK(cli::reference_words(item) == "1 reference known, 2 by title only (seed, incomplete)");
}

TEST_CASE("the day of fetching is said where there is one") {
  CHECK(cli::dated_reference_words(item_with(ReferenceAnswer::empty, "crossref")) ==
        "cites nothing (Crossref, 2024-11-17)");
  Item item = item_with(ReferenceAnswer::empty, "seed");
  item.references->fetched.clear();
  CHECK(cli::dated_reference_words(item) == "cites nothing (seed)");
  CHECK(cli::dated_reference_words(Item{}) == "references not fetched");
}

TEST_CASE("sources have names for people, and others keep theirs") {
  CHECK(cli::source_names("arxiv-html, seed") == "arXiv HTML, seed");
  CHECK(cli::source_name("semantic-scholar") == "Semantic Scholar");
  CHECK(cli::source_mark("openalex") == "OA");
  CHECK(cli::source_mark("import") == "import");
}

}  // namespace
}  // namespace papers
