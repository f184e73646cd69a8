#include <doctest/doctest.h>

#include "model/item_json.hpp"

using namespace papers;
using model::merge_fetched;
using model::merge_named;

namespace {

const Identifier k_arxiv{Scheme::arxiv, "2403.00835"};
const Identifier k_doi{Scheme::doi, "10.1/x"};

Item stored_item() {
  Item item;
  item.ids = {k_arxiv};
  item.title = "Old title";
  item.authors = {"A B"};
  item.year = 2023;
  item.venue = "Old venue";
  item.source = "arxiv";
  item.state = State::reading;
  item.tags = {"mine"};
  return item;
}

Item fetched_item(std::string source) {
  Item item;
  item.ids = {k_doi, k_arxiv};
  item.title = "New title";
  item.year = 2024;
  item.abstract = "About it.";
  item.source = std::move(source);
  return item;
}

}  // namespace

TEST_CASE("a name made up here gives way to those by which others know the work") {
  Item item = stored_item();
  const Identifier made_up{Scheme::local, "20241110-1"};
  item.ids = {made_up};
  merge_fetched(item, fetched_item("arxiv"));
  CHECK(item.ids == std::vector<Identifier>{k_doi, k_arxiv, made_up});
}

TEST_CASE("what a source says replaces what it said before, and adds ids") {
  Item item = stored_item();
  merge_fetched(item, fetched_item("crossref"));
  CHECK(item.ids == std::vector<Identifier>{k_arxiv, k_doi});
  CHECK(item.title == "New title");
  CHECK(item.year == 2024);
  CHECK(item.abstract == "About it.");
  CHECK(item.source == "crossref");
}

TEST_CASE("a field that the source leaves empty keeps its value") {
  Item item = stored_item();
  merge_fetched(item, fetched_item("crossref"));
  CHECK(item.authors == std::vector<std::string>{"A B"});
  CHECK(item.venue == "Old venue");
}

TEST_CASE("what the reader entered is never touched") {
  Item item = stored_item();
  item.own = {"title", "year"};
  Item fetched = fetched_item("crossref");
  fetched.state = State::dropped;
  fetched.tags = {"theirs"};
  fetched.rating = 1;
  merge_fetched(item, fetched);
  CHECK(item.title == "Old title");
  CHECK(item.year == 2023);
  CHECK(item.abstract == "About it.");
  CHECK(item.state == State::reading);
  CHECK(item.tags == std::vector<std::string>{"mine"});
  CHECK_FALSE(item.rating.has_value());
}

TEST_CASE("seed data fills gaps and never replaces what a service said") {
  Item item = stored_item();
  merge_fetched(item, fetched_item("seed"));
  CHECK(item.title == "Old title");
  CHECK(item.year == 2023);
  CHECK(item.abstract == "About it.");
  CHECK(item.source == "arxiv");
  CHECK(item.ids.size() == 2);
}

TEST_CASE("seed data describes what nobody has described, and renews itself") {
  for (const auto* source : {"", "seed"}) {
    Item item = stored_item();
    item.source = source;
    merge_fetched(item, fetched_item("seed"));
    CHECK(item.title == "New title");
    CHECK(item.source == "seed");
  }
}

TEST_CASE("the newest version seen is kept when an older one is asked for") {
  Item item = stored_item();
  item.version = 3;
  Item fetched = fetched_item("arxiv");
  fetched.version = 1;
  merge_fetched(item, fetched);
  CHECK(item.version == 3);
  fetched.version = 4;
  merge_fetched(item, fetched);
  CHECK(item.version == 4);
}

TEST_CASE("merging twice changes nothing more") {
  Item once = stored_item();
  merge_fetched(once, fetched_item("crossref"));
  Item twice = once;
  merge_fetched(twice, fetched_item("crossref"));
  CHECK(twice == once);
}

TEST_CASE("a service that cites a work corrects the seed data and its own words") {
  for (const auto* source : {"seed", "openalex"}) {
    CAPTURE(source);
    Item item = stored_item();
    item.source = source;
    Item named = fetched_item("openalex");
    named.authors = {"A B", "C D"};
    merge_named(item, named);
    CHECK(item.title == "New title");
    CHECK(item.authors.size() == 2);
    CHECK(item.source == "openalex");
  }
}

TEST_CASE("an entry that names fewer authors than are known fills gaps alone, whoever says it") {
  for (const auto* source : {"seed", "arxiv-html"}) {
    CAPTURE(source);
    Item item = stored_item();
    item.source = source;
    item.authors = {"A B", "C D"};
    Item named = fetched_item("arxiv-html");
    named.authors = {"B"};
    merge_named(item, named);
    CHECK(item.title == "Old title");
    CHECK(item.authors.size() == 2);
    CHECK(item.abstract == "About it.");
    CHECK(item.source == source);
  }
}

TEST_CASE("an entry of one seed bibliography does not replace that of another") {
  Item item = stored_item();
  item.source = "seed";
  Item named = fetched_item("seed");
  named.authors = {"B"};
  merge_named(item, named);
  CHECK(item.title == "Old title");
  CHECK(item.authors == std::vector<std::string>{"A B"});
  CHECK(item.ids.size() == 2);
}
