#include "sources/arxiv_item.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers;
using sources::AtomEntry;
using sources::item_from;

namespace {

AtomEntry entry(const std::string& id, const std::string& title = "Title") {
  AtomEntry entry;
  entry.id = id;
  entry.title = title;
  return entry;
}

}  // namespace

TEST_CASE("an entry becomes an item, field by field") {
  const auto feed = sources::parse_atom_feed(test::fixture("arxiv/new_two.xml"));
  REQUIRE(feed);
  Item expected;
  expected.ids = test::ids({"arXiv:hep-th/9901001", "doi:10.1234/abc.1", "doi:10.1234/abc.2"});
  expected.title = "On the $\\ell_2$ norm of grüne Bäume";
  expected.authors = {"Ada Ålund", "Bo O'Brien-Łoś"};
  expected.year = 1999;
  expected.published = "1999-01-01T12:00:00Z";
  expected.updated = "1999-05-06T07:08:09Z";
  expected.version = 3;
  expected.venue = "J. Tree Phys. 7 (1999) 1-20";
  expected.categories = {"hep-th", "math.CO"};
  expected.abstract = "We measure trees, and find that a < b.";
  expected.comment = "This paper has been withdrawn by the authors, since a lemma is wrong";
  expected.source = "arxiv";
  CHECK(item_from(feed->entries.at(0)) == expected);
}

TEST_CASE("an entry that is no paper of arXiv, or has no title, is no item") {
  for (const char* id :
       {"", "http://example.org/", "https://arxiv.org/api/errors#x", "10.1234/abc", "\x1b[31m"}) {
    CAPTURE(id);
    CHECK_FALSE(item_from(entry(id)));
  }
  CHECK_FALSE(item_from(entry("http://arxiv.org/abs/2101.00001v1", "")));
}

TEST_CASE("dates that make no sense are left out, the record is kept") {
  for (const char* date : {"", "yesterday", "99999-01-01T00:00:00Z", "2021-13-01T00:00:00Z"}) {
    CAPTURE(date);
    AtomEntry odd = entry("http://arxiv.org/abs/2101.00001v1");
    odd.published = date;
    odd.updated = date;
    const auto item = item_from(odd);
    REQUIRE(item);
    CHECK_FALSE(item->published);
    CHECK_FALSE(item->updated);
    CHECK_FALSE(item->year);
  }
}

TEST_CASE("times in other zones are turned into UTC") {
  AtomEntry old = entry("http://arxiv.org/abs/2101.00001v1");
  old.published = "2020-12-31T23:00:00-05:00";
  CHECK(item_from(old)->published == "2021-01-01T04:00:00Z");
  CHECK(item_from(old)->year == 2021);
}

TEST_CASE("DOIs that repeat, make no sense, or are arXiv's own name for the paper add no id") {
  AtomEntry paper = entry("http://arxiv.org/abs/2101.00001v1");
  paper.dois = {"10.1234/A", "10.1234/a", "nonsense", "10.48550/arXiv.2101.00001"};
  CHECK(item_from(paper)->ids == test::ids({"arXiv:2101.00001", "doi:10.1234/a"}));
}

TEST_CASE("without a version none is claimed") {
  CHECK_FALSE(item_from(entry("http://arxiv.org/abs/2101.00001"))->version);
}
