#include "export/pdf_date.hpp"

#include <doctest/doctest.h>

using papers::formats::blank_creation_date;

namespace {

std::string blanked(std::string pdf) {
  blank_creation_date(pdf);
  return pdf;
}

}  // namespace

TEST_CASE("the date of creation becomes blanks, and nothing moves") {
  const std::string before = "<< /Producer (cairo)\n   /CreationDate (D:20241117090000Z)\n>>\nstartxref\n";
  const std::string after = blanked(before);
  CHECK(after == "<< /Producer (cairo)\n   " + std::string(33, ' ') + "\n>>\nstartxref\n");
  CHECK(after.size() == before.size());
  CHECK(blanked("/CreationDate (D:20241117090000+01'00')") == std::string(39, ' '));
}

TEST_CASE("the last one is meant, for the drawing comes before it") {
  CHECK(blanked("/CreationDate (D:1) /CreationDate (D:2)") == "/CreationDate (D:1) " + std::string(19, ' '));
}

TEST_CASE("what has no date stays as it is") {
  for (const std::string pdf :
       {"", "%PDF-1.5", "/CreationDate (D:", "/CreationDate <feff>", "/ModDate (D:20241117090000Z)"}) {
    CHECK(blanked(pdf) == pdf);
  }
  const std::string far = "/CreationDate (D:" + std::string(100, 'x') + ")";
  CHECK(blanked(far) == far);
}
