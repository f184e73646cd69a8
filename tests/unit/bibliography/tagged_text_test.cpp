#include "bibliography/tagged_text.hpp"

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("tags and references of known names go, other brackets stay") {
  CHECK(without_tags("The <i>E. coli</i> &amp; <span class=\"nocase\">H</span><sub>2</sub>O") ==
        "The E. coli & H2O");
  CHECK(without_tags("<jats:p>An abstract.</jats:p>") == "An abstract.");
  CHECK(without_tags("a < b, vector<T>, <script>") == "a < b, vector<T>, <script>");
  CHECK(without_tags("<") == "<");
  CHECK(without_tags("&lt;i&gt; &unknown;") == "<i> &unknown;");
}

}  // namespace
}  // namespace papers::bibliography
