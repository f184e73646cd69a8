#include "bibliography/work_type.hpp"

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("each type is found by its name and, where no other has it, by what a format calls it") {
  for (const WorkType& type : work_types()) {
    CAPTURE(type.name);
    CHECK(&work_type(type.name) == &type);
    CHECK(type_of_bibtex(type.bibtex, type.bibtex == "misc" ? type.medium : "").bibtex == type.bibtex);
    CHECK(type_of_ris(type.ris, type.medium).ris == type.ris);
    CHECK(type_of_csl(type.csl, type.medium).csl == type.csl);
  }
}

TEST_CASE("kinds of theses are told by what is said of them") {
  CHECK(type_of_bibtex("thesis", "phdthesis").name == "phdthesis");
  CHECK(type_of_bibtex("thesis", "mathesis").name == "mastersthesis");
  CHECK(type_of_bibtex("thesis", "").name == "phdthesis");
  CHECK(type_of_ris("THES", "Master's thesis").name == "mastersthesis");
  CHECK(type_of_csl("thesis", "Diplomarbeit").name == "mastersthesis");
  CHECK(type_of_csl("thesis", "PhD thesis").name == "phdthesis");
}

TEST_CASE("other words for a type are known, and what is unknown is just something") {
  CHECK(type_of_bibtex("conference", "").name == "inproceedings");
  CHECK(type_of_bibtex("techreport", "").name == "report");
  CHECK(type_of_bibtex("report", "").name == "report");
  CHECK(type_of_bibtex("misc", "Software").name == "software");
  CHECK(type_of_bibtex("misc", "Master's thesis").name == "misc");
  CHECK(type_of_bibtex("unheardof", "").name.empty());
  CHECK(type_of_ris("CONF", "").name == "inproceedings");
  CHECK(type_of_csl("journal-article", "").name == "article");
  CHECK(type_of_csl("", "").name.empty());
}

}  // namespace
}  // namespace papers::bibliography
