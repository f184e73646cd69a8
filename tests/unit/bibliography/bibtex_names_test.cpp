#include "bibliography/bibtex_names.hpp"

#include <string>

#include <doctest/doctest.h>

#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

std::string names(std::string_view latex) {
  std::vector<std::string> all;
  for (const Person& person : read_bibtex_names(latex)) {
    all.push_back(printed(person));
  }
  return util::join(all, " | ");
}

TEST_CASE("names are divided as the manual of BibTeX says") {
  CHECK(read_bibtex_names("Kou, Siqi") == std::vector<Person>{{"Siqi", "Kou", ""}});
  CHECK(read_bibtex_names("Siqi Kou") == std::vector<Person>{{"Siqi", "Kou", ""}});
  CHECK(read_bibtex_names("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin") ==
        std::vector<Person>{{"Charles Louis Xavier Joseph", "de la Vallée Poussin", ""}});
  CHECK(read_bibtex_names("van den Oord, A{\\\"a}ron") == std::vector<Person>{{"Aäron", "van den Oord", ""}});
  CHECK(read_bibtex_names("King, Jr., Martin Luther") ==
        std::vector<Person>{{"Martin Luther", "King", "Jr."}});
  CHECK(read_bibtex_names("Brinch Hansen, Per") == std::vector<Person>{{"Per", "Brinch Hansen", ""}});
  CHECK(read_bibtex_names("Per {Brinch Hansen}") == std::vector<Person>{{"Per", "Brinch Hansen", ""}});
}

TEST_CASE("lists are divided at and, whatever stands around it") {
  CHECK(names("Santilli, Andrea  and\n      Severino, Silvio  and\n\tPostolache, Emilian") ==
        "Andrea Santilli | Silvio Severino | Emilian Postolache");
  CHECK(names("A. Anderson and B. Sandor") == "A. Anderson | B. Sandor");
  CHECK(names("{Barnes and Noble, Inc.} and Knuth, Donald E.") == "Barnes and Noble, Inc. | Donald E. Knuth");
  CHECK(names("Kou, Siqi AND Hu, Lanxiang") == "Siqi Kou | Lanxiang Hu");
}

TEST_CASE("others name nobody") {
  CHECK(names("Kou, Siqi and others") == "Siqi Kou");
  CHECK(names("Kou, Siqi and et al.") == "Siqi Kou");
  CHECK(names("others") == "");
  CHECK(names("and and and") == "");
  CHECK(names("") == "");
}

TEST_CASE("names in braces are not divided") {
  CHECK(read_bibtex_names("{OpenAI} and {Google Brain Team}") ==
        std::vector<Person>{{"", "OpenAI", ""}, {"", "Google Brain Team", ""}});
  CHECK(names("{\\'E}tienne Ghys") == "Étienne Ghys");
}

TEST_CASE("biblatex's pairs and names between commas are understood") {
  CHECK(read_bibtex_names("family=Oord, given=Aaron, prefix=van den, useprefix=true") ==
        std::vector<Person>{{"Aaron", "van den Oord", ""}});
  CHECK(names("Alice Smith, Bob Jones, Carol White, Dan Black") ==
        "Alice Smith | Bob Jones | Carol White | Dan Black");
}

TEST_CASE("broken lists of names do no harm") {
  CHECK(names("{{{") == "");
  CHECK(names(", ,") == "");
  CHECK(names("Kou, Siqi and") == "Siqi Kou");
  CHECK(names("}Kou} and Hu") == "Kou | Hu");
}

}  // namespace
}  // namespace papers::bibliography
