#include "util/letters.hpp"

#include <array>
#include <utility>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"
#include "util/text.hpp"

using namespace papers;
using util::letters_and_digits;

TEST_CASE("letters and digits of every script are left, folded, and nothing else") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> k_rows{
      {{"", ""},
       {" -- !", ""},
       {"Jacobi-Décodage (v2)", "jacobidecodagev2"},
       {"Straße", "strasse"},
       {"ＦＵＬＬ　ｗｉｄｔｈ ４２", "fullwidth42"},
       {"一种 新 方法：综述", "一种新方法综述"},
       {"Война и мир", "воинаимир"},
       {"ﬁnite ﬂow", "finiteflow"},
       {"x² + y₁", "x2y1"},
       {"a\u200Bb\u00ADc", "abc"},
       {"\xFF\xFEok", "ok"}}};
  for (const auto& row : k_rows) {
    const auto& [text, expected] = row;
    CAPTURE(row.first);
    CHECK(letters_and_digits(text) == expected);
  }
}

TEST_CASE("doing it twice does nothing more, also to hostile text") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const std::string once = letters_and_digits(hostile.text);
    CHECK(util::is_utf8(once));
    CHECK(letters_and_digits(once) == once);
  }
}
