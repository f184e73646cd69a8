#include "store/word_search.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

std::vector<std::string> found(const Library& library, std::string_view words, int limit = 10) {
  std::vector<std::string> names;
  for (const Item& item : library.find_words(words, limit)) {
    names.push_back(format(item.ids.front()).substr(6));
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("words are found in title, key and ids, without regard to case and accents") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("The Poincaré Map 100% _explained_").by("Ann Lee").year(2020),
                 paper("2401.00002").titled("注意力机制").also("doi:10.1145/ABC")});
  struct Row {
    std::string_view words;
    Names names;
  };
  const Row rows[] = {{"poincare", {"2401.00001"}},
                      {"POINCARÉ map", {"2401.00001"}},
                      {"map poincare", {"2401.00001"}},
                      {"poincare nothing", {}},
                      {"lee2020", {"2401.00001"}},
                      {"2401.00002", {"2401.00002"}},
                      {"10.1145/abc", {"2401.00002"}},
                      {"注意", {"2401.00002"}},
                      {"100%", {"2401.00001"}},
                      {"_explained_", {"2401.00001"}},
                      {"10_1145", {}},
                      {"%", {"2401.00001"}},
                      {"", {}},
                      {"  \t ", {}},
                      {"' OR 1=1 --", {}},
                      {"\xff\xfe", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(found(library, row.words) == row.names);
  }
}

TEST_CASE("the best known come first: judged, then more cited, then by number") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library,
       {paper("2401.00001").titled("deep a"), paper("2401.00002").titled("deep b"),
        paper("2401.00003").titled("deep c").in(State::queued),
        paper("2401.00004").titled("deep d").in(State::queued), paper("2401.00005").titled("other")});
  save(library, list_of("2401.00005", {"2401.00002"}));
  CHECK(found(library, "deep") == Names{"2401.00003", "2401.00004", "2401.00002", "2401.00001"});
  CHECK(found(library, "deep", 2) == Names{"2401.00003", "2401.00004"});
  CHECK(found(library, "deep", 0).empty());
  CHECK(found(library, "deep", -1).empty());
}
