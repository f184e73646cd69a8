#include "model/arxiv_id.hpp"

#include <doctest/doctest.h>

using namespace papers;
using model::scan_arxiv_id;

TEST_CASE("an id at the front of a text leaves what follows it") {
  const auto front = scan_arxiv_id("2403.00835v2/figures/x.png");
  REQUIRE((front && front->ok()));
  CHECK((*front)->id.value == "2403.00835");
  CHECK((*front)->id.version == 2);
  CHECK((*front)->rest == "/figures/x.png");
  const auto old = scan_arxiv_id("hep-th/9901001 and more");
  REQUIRE((old && old->ok()));
  CHECK((*old)->rest == " and more");
}

TEST_CASE("a v without a number is no version") {
  const auto front = scan_arxiv_id("2403.00835vX");
  REQUIRE((front && front->ok()));
  CHECK((*front)->id.version == 0);
  CHECK((*front)->rest == "vX");
}

TEST_CASE("texts of another kind are left to others, wrong ids are not") {
  for (const auto* other : {"", "hello", "10.1145/3600006", "2403", "2403.", "24.00835", "12403.00835",
                            "2403.x", "a/9901001", "conf/nips/1", "hep-th/", "a-very-long-word/9901001"}) {
    CAPTURE(other);
    CHECK_FALSE(scan_arxiv_id(other).has_value());
  }
  for (const auto* wrong : {"2400.00001", "hep-th/99010011", "hep-th/9913001", "hep-th/9107001"}) {
    CAPTURE(wrong);
    const auto front = scan_arxiv_id(wrong);
    CHECK((front && !front->ok()));
  }
}

TEST_CASE("the four digits of the number end with 2014") {
  for (const auto* good : {"0704.0001", "1412.9999", "1501.00001", "9912.99999"}) {
    CAPTURE(good);
    const auto id = model::read_arxiv_id(good);
    CHECK((id && id->ok()));
  }
}

TEST_CASE("endings of files are known in any case") {
  CHECK(model::is_file_ending(".PDF"));
  CHECK(model::is_file_ending(".tar.gz"));
  CHECK(model::is_file_ending(""));
  CHECK_FALSE(model::is_file_ending(".exe"));
  CHECK_FALSE(model::is_file_ending(std::string(1U << 20U, '.')));
}
