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

TEST_CASE("an institution is called by its whole name, a person by the family name") {
  constexpr std::array<Row, 13> k_rows{{{"World Health Organization", "World Health Organization"},
                                        {"The PLUMED consortium", "PLUMED consortium"},
                                        {"The ABC Collaboration", "ABC"},
                                        {"Qwen Research Team", "Qwen Research"},
                                        {"Gemini Team", "Gemini"},
                                        {"IDC, Inc.", "IDC, Inc."},
                                        {"The Team", "The"},
                                        {"Team", "Team"},
                                        {"A. Team", "Team"},
                                        {"J. van der Berg", "van der Berg"},
                                        {"Lovelace, Ada", "Lovelace"},
                                        {"OpenAI", "OpenAI"},
                                        {"", ""}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(byline_name(row.text) == row.expected);
  }
  CHECK(is_institution("World Health Organization"));
  CHECK(is_institution("U.S. Department of Energy"));
  CHECK_FALSE(is_institution("A. Team"));
  CHECK_FALSE(is_institution("Ada Lovelace"));
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
