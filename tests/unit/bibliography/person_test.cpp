#include "bibliography/person.hpp"

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("names are printed in the usual order where the family name can be found in it") {
  CHECK(printed({"Siqi", "Kou", ""}) == "Siqi Kou");
  CHECK(printed({"Aaron", "van den Oord", ""}) == "Aaron van den Oord");
  CHECK(printed({"Martin Luther", "King", "Jr."}) == "Martin Luther King Jr.");
  CHECK(printed({"", "OpenAI", ""}) == "OpenAI");
  CHECK(printed({"Plato", "", ""}) == "Plato");
  CHECK(printed({"", "", ""}) == "");
}

TEST_CASE("a family name of several words is put in front") {
  CHECK(printed({"Hector", "Garcia Molina", ""}) == "Garcia Molina, Hector");
  CHECK(printed({"Ali", "El Kaafarani", ""}) == "El Kaafarani, Ali");
}

TEST_CASE("a printed name is divided again, or left whole") {
  for (const char* name :
       {"Siqi Kou", "Aaron van den Oord", "Garcia Molina, Hector", "Martin Luther King Jr.", "OpenAI",
        "Plato", "寇思奇", "The PLUMED consortium", "IDC, Inc."}) {
    CAPTURE(name);
    CHECK(printed(person_from(name)) == name);
  }
  CHECK(person_from("Aaron van den Oord") == Person{"Aaron", "van den Oord", ""});
  CHECK(person_from("Martin Luther King Jr.") == Person{"Martin Luther", "King", "Jr."});
  CHECK(person_from("Garcia Molina, Hector") == Person{"Hector", "Garcia Molina", ""});
  CHECK(person_from("The PLUMED consortium") == Person{"", "The PLUMED consortium", ""});
  CHECK(person_from("IDC, Inc.") == Person{"", "IDC, Inc.", ""});
}

}  // namespace
}  // namespace papers::bibliography
