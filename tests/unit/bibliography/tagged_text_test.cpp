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

TEST_CASE("tags and references that are meant as they stand come back") {
  CHECK(with_references("a < c & d, <T>") == "a < c & d, <T>");
  CHECK(with_references("<i>R&lt;") == "&lt;i>R&amp;lt;");
  for (const char* text : {"<i>R&lt;", "&amp;lt;", "<<i>b>", "&&lt;<p>", "<jats:x <i>&nbsp;", "&am<b>p;"}) {
    CAPTURE(text);
    CHECK(without_tags(with_references(text)) == text);
  }
}

}  // namespace
}  // namespace papers::bibliography
