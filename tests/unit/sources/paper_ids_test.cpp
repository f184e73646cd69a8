#include "sources/paper_ids.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"

using namespace papers;
using test::ids;
using test::names;
using Lines = std::vector<std::string>;

TEST_CASE("names are added once, without their version, and one arXiv id is enough") {
  std::vector<Identifier> found;
  for (const char* text : {"doi:10.1234/ABC", "https://doi.org/10.1234/abc", "arXiv:2401.00001v3",
                           "10.48550/arXiv.2401.00001", "arXiv:2401.00002", "https://example.org/page",
                           "s2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "no id", ""}) {
    sources::add_id(found, text);
  }
  sources::sort_ids(found);
  CHECK(names(found) ==
        Lines{"arXiv:2401.00001", "doi:10.1234/abc", "s2:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"});
  CHECK(found.front().version == 0);
}

TEST_CASE("ids that are not known yet are new") {
  CHECK(names(sources::new_ids(ids({"arXiv:2401.00001"}), ids({"arXiv:2401.00001", "doi:10.1/x"}))) ==
        Lines{"doi:10.1/x"});
  CHECK(sources::new_ids({}, {}).empty());
}

TEST_CASE("an answer contradicts the question when both have an id of a kind, and no id is common") {
  struct Row {
    std::vector<std::string_view> known;
    std::vector<std::string_view> answered;
    std::string other;
  };
  const std::string s2(40, 'a');
  const std::string one = "s2:" + s2;
  for (const Row& row : std::vector<Row>{
           {{"arXiv:2401.00001"}, {"arXiv:2401.00001", "doi:10.1/x"}, ""},
           {{"arXiv:2401.00001"}, {"arXiv:2401.00002"}, "arXiv:2401.00002"},
           {{"doi:10.1/x"}, {"doi:10.1/y", one}, "doi:10.1/y"},
           {{"doi:10.1/x"}, {"arXiv:2401.00001"}, ""},
           {{"arXiv:2401.00001", "doi:10.1/x"}, {"doi:10.1/x", "arXiv:2401.00002"}, ""},
           {{"openalex:W1234567"}, {"openalex:W7654321"}, ""},
           {{"arXiv:2401.00001"}, {}, ""},
       }) {
    const auto other = sources::contradiction(ids(row.known), ids(row.answered));
    CHECK((other ? format(*other) : "") == row.other);
  }
}
