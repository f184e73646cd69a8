#include "store/search.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

using Names = std::vector<std::string>;

Names found(const Library& library, const std::vector<SearchTerm>& terms) {
  Names names;
  for (const SearchHit& hit : library.search(terms)) {
    names.push_back(library.find_row(hit.row)->ids.front().value.substr(5));
  }
  return names;
}

SearchTerm term(std::vector<std::string> words) {
  return {std::move(words)};
}
SearchTerm open(std::vector<std::string> words) {
  return {std::move(words), /*open=*/true};
}
SearchTerm no(std::vector<std::string> words) {
  return {std::move(words), /*open=*/false, /*negated=*/true};
}

}  // namespace

TEST_CASE("all terms must be there, in order and side by side; negated ones must not") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("Speculative decoding with C++"),
                 paper("2401.00002").titled("Decoding, not speculative"),
                 paper("2401.00003").titled("Draft models for decoding")});
  struct Row {
    std::vector<SearchTerm> terms;
    std::size_t count;
  };
  const std::vector<Row> rows{
      {{term({"decoding"})}, 3},
      {{term({"decoding"}), term({"speculative"})}, 2},
      {{term({"speculative", "decoding"})}, 1},
      {{open({"decod"})}, 3},
      {{term({"decod"})}, 0},
      {{open({"for", "dec"})}, 1},
      {{term({"decoding"}), no({"speculative"})}, 1},
      {{term({"decoding"}), no({"speculative"}), no({"draft"})}, 0},
      {{term({"c++"})}, 1},
      {{term({"and"})}, 0},
      {{term({"not"})}, 1},
      {{term({"near"}), term({"title"})}, 0},
      {{no({"decoding"})}, 0},
      {{term({})}, 0},
      {{}, 0},
  };
  for (const Row& row : rows) {
    CHECK(found(library, row.terms).size() == row.count);
  }
}

TEST_CASE("as many terms as are allowed are not too many") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("word")});
  std::vector<SearchTerm> terms(k_most_search_terms / 2, term({"word"}));
  terms.resize(k_most_search_terms, no({"absent"}));
  CHECK(found(library, terms).size() == 1);
}

TEST_CASE("the reader's own come first, then better matches, and ties are always in one order") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item in_abstract = paper("2401.00004").titled("other").in(State::read);
  in_abstract.abstract = "about decoding";
  save(library, {paper("2401.00001").titled("decoding").in(State::dropped),
                 paper("2401.00002").titled("decoding"), paper("2401.00003").titled("decoding"), in_abstract,
                 paper("2401.00005").titled("decoding").in(State::queued)});
  save(library, list_of("2401.00005", {"2401.00003"}));
  const Names expected{"00005", "00004", "00003", "00002", "00001"};
  CHECK(found(library, {term({"decoding"})}) == expected);
  CHECK(found(library, {term({"decoding"})}) == expected);
  const std::vector<SearchTerm> terms{term({"decoding"})};
  const auto hits = library.search(terms);
  CHECK(hits.front().state == State::queued);
  CHECK(hits[0].score > hits[1].score);
  CHECK(hits[1].score > 0);
}
