#include "model/pdf_address.hpp"

#include <doctest/doctest.h>

using namespace papers;

namespace {

std::string address(std::string_view text) {
  return model::pdf_address(value_or_throw(parse_identifier(text))).value_or("");
}

}  // namespace

TEST_CASE("the PDF of an arXiv id is where programs get it, and of the version that was named") {
  CHECK(address("2403.00835") == "https://export.arxiv.org/pdf/2403.00835");
  CHECK(address("arXiv:2403.00835v4") == "https://export.arxiv.org/pdf/2403.00835v4");
  CHECK(address("hep-th/9901001v2") == "https://export.arxiv.org/pdf/hep-th/9901001v2");
}

TEST_CASE("of other names some say where the PDF is, and most do not") {
  CHECK(address("https://example.org/talks/Slides.PDF") == "https://example.org/talks/Slides.PDF");
  CHECK(address("https://openreview.net/forum?id=abc-1_2") == "https://openreview.net/pdf?id=abc-1_2");
  CHECK(address("acl:2020.acl-main.1") == "https://aclanthology.org/2020.acl-main.1.pdf");
  for (const char* text : {"https://example.org/post", "doi:10.1145/3600006.3613165", "local:abc",
                           "https://openreview.net/group?id=ICLR", "https://example.org/a.pdf.html"}) {
    CAPTURE(text);
    CHECK(address(text).empty());
  }
  CHECK_FALSE(model::pdf_address({Scheme::other, "acl:../../etc/passwd"}));
  CHECK_FALSE(model::pdf_address({Scheme::other, "acl:"}));
}

TEST_CASE("of several names arXiv's comes first, then the first that has a PDF") {
  Item item;
  CHECK(model::pdf_id(item) == nullptr);
  item.ids = {{Scheme::doi, "10.1/x"}, {Scheme::url, "https://example.org/a.pdf"}};
  CHECK(model::pdf_id(item) == &item.ids[1]);
  item.ids.push_back({Scheme::arxiv, "2403.00835"});
  CHECK(model::pdf_id(item) == &item.ids[2]);
}
