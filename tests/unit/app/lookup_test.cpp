#include "app/lookup.hpp"

#include <doctest/doctest.h>

#include "unit/app/chain.hpp"

namespace papers {
namespace {

using app::look_up;
using app::LookupHit;
using app::WordQuery;
using test::Desk;

struct Shelf : Desk {
  Item paper = put("2403.00835", "CLLMs");

  /// A reference that the library has, with the sentences that cite it.
  void cites(int position, const std::string& id, const std::string& title, const std::string& abstract,
             std::vector<std::string> contexts = {}) {
    Item item;
    item.ids = {*parse_identifier(id)};
    item.title = title;
    item.abstract = abstract.empty() ? std::nullopt : std::optional(abstract);
    Change change = library.begin("test", "test");
    change.save(item);
    change.commit();
    list.entries.push_back({position, item.ids.front(), "", std::nullopt, "", std::move(contexts)});
  }
  void cites_title(int position, const std::string& title) {
    list.entries.push_back({position, std::nullopt, title, 1970, "Ortega"});
  }
  void keep(const std::string& source = "test") {
    list.citing = paper.ids.front();
    list.source = source;
    list.fetched = "2024-11-01T00:00:00Z";
    Change change = library.begin("refs", "refs");
    change.save(list, Change::Unknown::leave);
    change.commit();
    list = {};
  }

  [[nodiscard]] app::LookupReport find(const std::string& words) const {
    return look_up(library, paper, WordQuery(words));
  }
  /// "2 title, 1 abstract": positions and places of the hits.
  [[nodiscard]] std::string found(const std::string& words) const {
    std::string text;
    for (const LookupHit& hit : find(words).hits) {
      text += (text.empty() ? "" : ", ") + std::to_string(hit.work.position) + " " +
              std::string(app::name_of(hit.where));
    }
    return text;
  }

  ReferenceList list;
};

struct FullShelf : Shelf {
  FullShelf() {
    cites(1, "2305.10427", "Parallel Decoding", "We solve a system of equations with a Jacobi iteration.");
    cites(2, "2302.01318", "Speculative Sampling", "A draft model proposes tokens.",
          {"We follow [2] in drawing rejected tokens again.", "Jacobi decoding [2] does not apply."});
    cites(3, "2001.00001", "Jacobi Iteration Revisited", "");
    cites_title(4, "Itération de Jacobi pour les systèmes");
    keep();
  }
};

TEST_CASE("titles come before sentences and abstracts, and all kinds of texts are searched") {
  const FullShelf shelf;
  CHECK(shelf.found("jacobi iteration") == "3 title, 4 title, 1 abstract");
  CHECK(shelf.found("rejected tokens") == "2 context");
  CHECK(shelf.found("draft") == "2 abstract");
  CHECK(shelf.found("ITERATION systemes") == "4 title");
  CHECK(shelf.found("ortega") == "4 author");
}

TEST_CASE("the sentence that cites it is shown") {
  const FullShelf shelf;
  const auto report = shelf.find("rejected");
  REQUIRE(report.hits.size() == 1);
  CHECK(report.hits.front().text == "We follow [2] in drawing rejected tokens again.");
  CHECK(report.hits.front().work.item->title == "Speculative Sampling");
}

TEST_CASE("where none holds all the words, those that hold half of them are told as such") {
  const FullShelf shelf;
  CHECK_FALSE(shelf.find("jacobi iteration").partial);
  const auto report = shelf.find("draft model distillation");
  CHECK(report.partial);
  REQUIRE(report.hits.size() == 1);
  CHECK(report.hits.front().words == 2);
  CHECK(shelf.find("speculative unicorns zebras").hits.empty());
}

TEST_CASE("nothing found tells what was searched") {
  const FullShelf shelf;
  const auto report = shelf.find("unicorns");
  CHECK(report.hits.empty());
  CHECK(report.references == 4);
  CHECK(report.with_abstract == 2);
  CHECK(report.with_contexts == 1);
  CHECK(report.by_title_only == 1);
}

TEST_CASE("a paper whose references are not known has none to search") {
  const Shelf shelf;
  CHECK(shelf.find("jacobi").references == 0);
  CHECK(shelf.find("jacobi").hits.empty());
}

TEST_CASE("one reference in several lists is one, with all that they say of it") {
  FullShelf shelf;
  shelf.cites(7, "2305.10427", "Parallel Decoding", "", {"As in [7], unicorns."});
  shelf.cites_title(8, "Jacobi iteration revisited");
  shelf.cites_title(9, "ITERATION DE JACOBI pour les systemes");
  shelf.keep("other");
  CHECK(shelf.find("unicorns").references == 4);
  CHECK(shelf.found("unicorns") == "1 context");
}

TEST_CASE("references beyond the library are found by what their list says") {
  Shelf shelf;
  shelf.list.entries.push_back(
      {5, *parse_identifier("1811.03115"), "Blockwise Parallel Decoding", 2018, "Stern"});
  shelf.keep();
  const auto report = shelf.find("blockwise");
  REQUIRE(report.hits.size() == 1);
  CHECK_FALSE(report.hits.front().work.item);
  CHECK(report.hits.front().work.entry.id == *parse_identifier("1811.03115"));
  CHECK(report.by_title_only == 0);
}

TEST_CASE("words that few references hold count for more") {
  Shelf shelf;
  shelf.cites(1, "2001.00001", "Decoding", "attention");
  shelf.cites(2, "2001.00002", "Attention", "decoding");
  shelf.cites(3, "2001.00003", "Attention again", "");
  shelf.cites(4, "2001.00004", "Attention anew", "");
  shelf.keep();
  CHECK(shelf.found("attention decoding") == "1 title, 2 title");
}

}  // namespace
}  // namespace papers
