#include "export/listed_work.hpp"

#include <doctest/doctest.h>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/ris_reader.hpp"
#include "model/details.hpp"
#include "shelf.hpp"

namespace papers {
namespace {

using bibliography::DetailField;
using bibliography::WorkType;

/// One work with all that its type leaves room for.
ReadingGraph shelf_of(const WorkType& type) {
  ReadingGraph graph;
  graph.papers = {test::paper("doi:10.1000/1", "On Trees & Graphs", {"Ada Lovelace"}, 1998)};
  Item& item = graph.papers.front().item;
  item.kind = type.kind;
  item.venue = "Where it stands: 50% of R&D";
  item.details = {{"annotation", "a {brace}"},
                  {"chapter", "7"},
                  {"edition", "2nd"},
                  {"editor", "Grace Hopper; Aaron van den Oord"},
                  {"eid", "e12"},
                  {"entrytype", std::string(type.name)},
                  {"eventtitle", "An event"},
                  {"isbn", "978-3-16-148410-0"},
                  {"issn", "0364-9024"},
                  {"keywords", "graphs, trees & more"},
                  {"language", "german"},
                  {"location", "New York"},
                  {"month", "07"},
                  {"note", "With Gödel"},
                  {"number", "3a"},
                  {"pages", "101–110"},
                  {"publisher", "Wiley & Sons"},
                  {"series", "LNCS"},
                  {"translator", "Ann Lee"},
                  {"volume", "12"}};
  if (type.kind == Kind::book) {  // the publisher is its venue
    std::erase_if(item.details, [](const Detail& each) { return each.name == "publisher"; });
  }
  return graph;
}

std::span<const WorkType> named_types() {
  const auto all = bibliography::work_types();
  return all.first(all.size() - 1);  // the last one is what nobody said
}

/// RIS and CSL have one field for those who print.
std::vector<Detail> without_second_printer(std::vector<Detail> details, const WorkType& type) {
  std::erase_if(details,
                [&type](const Detail& each) { return each.name == "publisher" && is_printer(type); });
  return details;
}

/// What should come back from a format that has these of the fields, and calls the type so.
std::vector<Detail> expected(const Item& item, const WorkType& type, bool (*has)(const DetailField*)) {
  std::vector<Detail> details;
  for (Detail each : item.details) {
    each.text = each.name == model::k_entry_type ? std::string(type.name) : each.text;
    const bool is_of_all = each.name == model::k_entry_type || each.name == "month";
    if (is_of_all || has(bibliography::detail_field(each.name))) {
      details.push_back(each);
    }
  }
  return details;
}

std::vector<Detail> details_in(const bibliography::Bibliography& read) {
  REQUIRE(read.entries.size() == 1);
  return bibliography::item_from(read.entries.front(), "test").details;
}

TEST_CASE("how a work was printed goes through BibTeX whole, whatever its type") {
  for (const WorkType& type : named_types()) {
    CAPTURE(type.name);
    const ReadingGraph graph = shelf_of(type);
    const std::string text = test::written(formats::write_bibtex, graph);
    CAPTURE(text);
    const WorkType& told =
        bibliography::type_of_bibtex(type.bibtex, type.bibtex == "misc" ? type.medium : "");
    CHECK(details_in(bibliography::read_bibtex(text)) ==
          expected(graph.papers.front().item, told, [](const DetailField*) { return true; }));
  }
}

TEST_CASE("how a work was printed goes through RIS as far as RIS has tags for it") {
  for (const WorkType& type : named_types()) {
    CAPTURE(type.name);
    const ReadingGraph graph = shelf_of(type);
    const std::string text = test::written(formats::write_ris, graph);
    CAPTURE(text);
    CHECK(details_in(bibliography::read_ris(text)) ==
          without_second_printer(
              expected(graph.papers.front().item, bibliography::type_of_ris(type.ris, type.medium),
                       [](const DetailField* field) { return field != nullptr && !field->ris.empty(); }),
              type));
  }
}

TEST_CASE("how a work was printed goes through CSL-JSON as far as it has variables for it") {
  for (const WorkType& type : named_types()) {
    CAPTURE(type.name);
    const ReadingGraph graph = shelf_of(type);
    const std::string text = test::written(formats::write_csl, graph);
    CAPTURE(text);
    CHECK(details_in(bibliography::read_csl(text)) ==
          without_second_printer(
              expected(graph.papers.front().item, bibliography::type_of_csl(type.csl, type.medium),
                       [](const DetailField* field) { return field != nullptr && !field->csl.empty(); }),
              type));
  }
}

TEST_CASE("a type that does not fit what the item is now does not count") {
  ReadingGraph graph = shelf_of(bibliography::work_type("online"));
  Item& item = graph.papers.front().item;
  item.kind = Kind::book;
  CHECK(formats::listed_works(graph).front().type->name == "book");

  item.kind = Kind::paper;
  item.venue.reset();
  item.ids = {*parse_identifier("arXiv:2305.10427")};
  item.details = {{"entrytype", "article"}};  // of which journal?
  CHECK(formats::listed_works(graph).front().type->name == "preprint");
  item.details = {{"entrytype", "phdthesis"}};
  CHECK(formats::listed_works(graph).front().type->name == "phdthesis");
}

TEST_CASE("a detail never makes a second field of one name") {
  ReadingGraph graph = shelf_of(bibliography::work_type("article"));
  graph.papers.front().item.details = {
      {"author", "Somebody Else"}, {"journal", "Another"}, {"title", "Another"}};
  const std::string text = test::written(formats::write_bibtex, graph);
  CHECK(text.find("Another") == std::string::npos);
  CHECK(text.find("Somebody") == std::string::npos);
}

}  // namespace
}  // namespace papers
