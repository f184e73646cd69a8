#include "sources/atom_feed.hpp"

#include <string>

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace papers::sources;
using papers::test::fixture;

namespace {

constexpr const char* k_atom = "xmlns=\"http://www.w3.org/2005/Atom\"";

std::string feed_of(const std::string& entries) {
  return "<?xml version='1.0'?><feed " + std::string(k_atom) + ">" + entries + "</feed>";
}

FeedError error_of(const std::string& text) {
  const auto feed = parse_atom_feed(text);
  REQUIRE_FALSE(feed);
  return feed.error();
}

std::string repeat(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) {
    result += text;
  }
  return result;
}

}  // namespace

TEST_CASE("a feed of the new format is read") {
  const auto feed = parse_atom_feed(fixture("arxiv/new_two.xml"));
  REQUIRE(feed);
  CHECK(feed->total_results == 2);
  REQUIRE(feed->entries.size() == 2);
  const AtomEntry& entry = feed->entries[0];
  CHECK(entry.id == "http://arxiv.org/abs/hep-th/9901001v3");
  CHECK(entry.title == "On the $\\ell_2$ norm of grüne Bäume");
  CHECK(entry.summary == "We measure trees, and find that a < b.");
  CHECK(entry.published == "1999-01-01T12:00:00Z");
  CHECK(entry.updated == "1999-05-06T07:08:09Z");
  CHECK(entry.comment == "This paper has been withdrawn by the authors, since a lemma is wrong");
  CHECK(entry.journal_ref == "J. Tree Phys. 7 (1999) 1-20");
  CHECK(entry.dois == std::vector<std::string>{"10.1234/ABC.1", "10.1234/abc.2"});
  CHECK(entry.authors == std::vector<std::string>{"Ada Ålund", "Bo O'Brien-Łoś"});
  CHECK(entry.categories == std::vector<std::string>{"hep-th", "math.CO"});
  CHECK_FALSE(entry.is_error());
}

TEST_CASE("the old and the new format say the same") {
  const auto old_feed = parse_atom_feed(fixture("arxiv/old_one.xml"));
  const auto new_feed = parse_atom_feed(fixture("arxiv/new_two.xml"));
  REQUIRE(old_feed);
  REQUIRE(new_feed);
  const AtomEntry& a = old_feed->entries.at(0);
  const AtomEntry& b = new_feed->entries.at(0);
  CHECK(a.id == b.id);
  CHECK(a.title == b.title);
  CHECK(a.summary == b.summary);
  CHECK(a.published == b.published);
  CHECK(a.updated == b.updated);
  CHECK(a.comment == b.comment);
  CHECK(a.journal_ref == b.journal_ref);
  CHECK(a.dois == b.dois);
  CHECK(a.authors == b.authors);
  CHECK(a.categories == b.categories);
}

TEST_CASE("a title may be the figure 0") {
  const auto feed = parse_atom_feed(fixture("arxiv/new_two.xml"));
  REQUIRE(feed);
  CHECK(feed->entries.at(1).title == "0");
}

TEST_CASE("an empty feed is a feed") {
  const auto feed = parse_atom_feed(fixture("arxiv/empty.xml"));
  REQUIRE(feed);
  CHECK(feed->total_results == 0);
  CHECK(feed->entries.empty());
}

TEST_CASE("an error comes as an entry") {
  const auto feed = parse_atom_feed(fixture("arxiv/error.xml"));
  REQUIRE(feed);
  REQUIRE(feed->entries.size() == 1);
  CHECK(feed->entries[0].is_error());
  CHECK(feed->entries[0].summary == "incorrect id format for 2101.00009");
}

TEST_CASE("a feed may use any prefix for the names of Atom") {
  const auto feed = parse_atom_feed(
      "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>T</a:title></a:entry></a:feed>");
  REQUIRE(feed);
  CHECK(feed->entries.at(0).title == "T");
}

TEST_CASE("a feed that is cut anywhere is noticed") {
  const std::string whole = fixture("arxiv/new_two.xml");
  const std::string trimmed = whole.substr(0, whole.rfind('>') + 1);
  for (std::size_t length = 0; length < trimmed.size(); ++length) {
    const auto feed = parse_atom_feed(std::string_view(trimmed).substr(0, length));
    REQUIRE_FALSE(feed);
    REQUIRE(feed.error().kind == FeedError::Kind::cut_short);
  }
}

TEST_CASE("a garbled feed is worth asking for again") {
  CHECK(error_of("\x1f\x8b\x08").kind == FeedError::Kind::cut_short);
  CHECK(error_of(feed_of("<entry></wrong>")).kind == FeedError::Kind::cut_short);
  CHECK(error_of(feed_of("<entry title=>")).kind == FeedError::Kind::cut_short);
  CHECK(error_of("Rate exceeded.").kind == FeedError::Kind::cut_short);
}

TEST_CASE("a web page is recognised, whatever it says of itself") {
  for (const char* page : {"<!DOCTYPE html><html><body>Log in</body></html>", "<html></html>",
                           "\xef\xbb\xbf  <!doctype HTML>\n<p>", "<?xml version='1.0'?><html xmlns='x'/>",
                           "<!-- hello --><HTML>"}) {
    CAPTURE(page);
    const FeedError error = error_of(page);
    CHECK(error.kind == FeedError::Kind::not_a_feed);
    CHECK(error.message == "an HTML page instead of an Atom feed (a login page of the network?)");
  }
}

TEST_CASE("other documents are not feeds") {
  for (const char* text : {"<rss/>", "<feed/>", "<feed xmlns='http://purl.org/atom/ns#'/>", "<entry/>",
                           "<x:feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='urn:x'/>"}) {
    CAPTURE(text);
    const FeedError error = error_of(text);
    CHECK(error.kind == FeedError::Kind::not_a_feed);
    CHECK(error.message == "something else instead of an Atom feed");
  }
}

TEST_CASE("document types are refused, and nothing in them is expanded or fetched") {
  const std::string bomb =
      "<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>"
      "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><feed " +
      std::string(k_atom) + "><entry><title>&b;&f;</title></entry></feed>";
  CHECK(error_of(bomb).kind == FeedError::Kind::not_a_feed);
  CHECK(error_of("<!DOCTYPE feed [" + std::string(1U << 20U, '<')).kind == FeedError::Kind::not_a_feed);
}

TEST_CASE("entities of a document's own stay as they are written") {
  const auto feed = parse_atom_feed(feed_of("<entry><title>&b; &amp; &#x41;</title></entry>"));
  REQUIRE(feed);
  CHECK(feed->entries.at(0).title == "&b; & A");
}

TEST_CASE("very deep documents are refused without harm") {
  const std::string deep = feed_of(repeat("<a>", 500'000) + repeat("</a>", 500'000));
  CHECK(error_of(deep).message == "an Atom feed that is nested too deep");
}

TEST_CASE("control characters and broken UTF-8 do not get through") {
  const auto feed = parse_atom_feed(feed_of("<entry><title>a&#x1b;[31mb\xff\xc3</title></entry>"));
  REQUIRE(feed);
  CHECK(feed->entries.at(0).title == "a\uFFFD[31mb\uFFFD\uFFFD");
}

TEST_CASE("two thousand authors and more are all kept, in order") {
  std::string authors;
  for (int i = 0; i < 20'000; ++i) {
    authors += "<author><name>Author " + std::to_string(i) + "</name></author>";
  }
  const auto feed = parse_atom_feed(feed_of("<entry>" + authors + "</entry>"));
  REQUIRE(feed);
  REQUIRE(feed->entries.at(0).authors.size() == 20'000);
  CHECK(feed->entries.at(0).authors.back() == "Author 19999");
}

TEST_CASE("more authors than any paper has are cut") {
  const std::string authors = repeat("<author><name>A</name></author>", 50'100);
  const auto feed = parse_atom_feed(feed_of("<entry>" + authors + "</entry>"));
  REQUIRE(feed);
  CHECK(feed->entries.at(0).authors.size() == 50'000);
}

TEST_CASE("absent and empty elements are empty") {
  const auto feed = parse_atom_feed(feed_of("<entry><author/><category/><title/></entry>"));
  REQUIRE(feed);
  const AtomEntry& entry = feed->entries.at(0);
  CHECK(entry.id.empty());
  CHECK(entry.title.empty());
  CHECK(entry.authors.empty());
  CHECK(entry.categories.empty());
  CHECK_FALSE(feed->total_results);
}
