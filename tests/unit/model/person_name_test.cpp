#include "model/person_name.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace papers::model;

namespace {

struct Row {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("the family name is found in names of every order") {
  constexpr std::array<Row, 27> k_rows{{{"Ada Lovelace", "Lovelace"},
                                        {"Lovelace, Ada", "Lovelace"},
                                        {"van der Berg, J.", "van der Berg"},
                                        {"J. van der Berg", "van der Berg"},
                                        {"Aaron van den Oord", "van den Oord"},
                                        {"van Gogh", "van Gogh"},
                                        {"Pedro de la Cruz Jr.", "de la Cruz"},
                                        {"Nguyen Van Minh", "Minh"},
                                        {"Leonardo da", "da"},
                                        {"van", "van"},
                                        {"von der", "von der"},
                                        {"José Ortega y Gasset", "Gasset"},
                                        {"A. Team", "Team"},
                                        {"A Team", "Team"},
                                        {"Gemini Team", "Gemini"},
                                        {"The van Team", "van"},
                                        {"Team Collaboration", "Team"},
                                        {" Yann  Y. LeCun ", "LeCun"},
                                        {"Ada", "Ada"},
                                        {"John Doe Jr.", "Doe"},
                                        {"John Doe III", "Doe"},
                                        {"The ABC Collaboration", "ABC"},
                                        {"Team", "Team"},
                                        {"王小明", "王小明"},
                                        {"山田 太郎", "山田"},
                                        {" ", ""},
                                        {", Ada", ""}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(surname(row.text) == row.expected);
  }
}

TEST_CASE("letters are spelled in ASCII where they can be") {
  constexpr std::array<Row, 9> k_rows{{{"Müller", "muller"},
                                       {"Łukasz", "lukasz"},
                                       {"Straße", "strasse"},
                                       {"Bjørn Æther", "bjornaether"},
                                       {"O'Neil-Smith 2nd", "oneilsmith2nd"},
                                       {"Þór", "thor"},
                                       {"王", ""},
                                       {"\xff\x1b", ""},
                                       {"", ""}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(ascii_letters(row.text) == row.expected);
  }
}
