// Networks of works.
#include "server/network.hpp"

#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "server/catalogue.hpp"
#include "server/work_ids.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace

namespace {

std::size_t references_in(const std::vector<Work>& works) {
  std::size_t count = 0;
  for (const Work& work : works) {
    count += work.references.size();
  }
  return count;
}

}  // namespace

TEST_CASE("a network without overlap is a tree of different works") {
  const std::vector<Work> works = network({.first = 60, .second = 12, .third = 5});
  REQUIRE(works.size() == 1 + 60 + 60 * 12 + 60 * 12 * 5);
  CHECK(works.front().id == network_root());
  CHECK(references_in(works) == works.size() - 1);
  std::set<std::string> names;
  for (const Work& work : works) {
    CHECK(is_arxiv_id(work.id));
    names.insert({work.id, work.title, s2_id_of(work.id), openalex_id_of(work.id),
                  std::to_string(corpus_id_of(work.id))});
  }
  CHECK(names.size() == 5 * works.size());
  CHECK(works.back().published.starts_with("2018-"));
}

TEST_CASE("overlap lets works share what they cite, and none cites a work twice") {
  const NetworkShape shape{.first = 10, .second = 20, .third = 10, .overlap = 0.5};
  const std::vector<Work> works = network(shape);
  const Catalogue catalogue(works);
  std::map<std::string, int> cited;
  for (const Work& work : works) {
    std::set<std::string> own;
    for (const Citation& citation : work.references) {
      CHECK(catalogue.cited(citation) != nullptr);
      CHECK(own.insert(citation.work).second);
      ++cited[citation.work];
    }
  }
  CHECK(cited.size() == works.size() - 1);
  const std::size_t second = works.at(1).references.size() * 10;
  CHECK(second == 200);
  CHECK(works.size() < 1 + 10 + 110 + 600);
  CHECK(works.size() > 1 + 10 + 90 + 400);
}

TEST_CASE("a network is the same every time, and may have entries that nobody recognises") {
  const NetworkShape shape{.first = 3, .second = 4, .third = 2, .overlap = 0.3, .unmatched = 2};
  const std::vector<Work> once = network(shape);
  const std::vector<Work> again = network(shape);
  REQUIRE(once.size() == again.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    CHECK(once[i].id == again[i].id);
    CHECK(once[i].references.size() == again[i].references.size());
  }
  CHECK(once.front().references.size() == 5);
  CHECK(once.front().references.back().work.empty());
  CHECK(once.back().references.empty());
}
