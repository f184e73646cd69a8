#include "store/possible_versions.hpp"

#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "store/title_index.hpp"

using namespace papers;
using namespace papers::test;

namespace {

constexpr const char* k_title = "Parallel Decoding by Fixed Points of Small Models";

std::vector<std::string> pairs(const Library& library) {
  std::vector<std::string> names;
  for (const PossibleVersion& pair : library.possible_versions()) {
    names.push_back(format(library.find_row(pair.a)->ids.front()) + " " +
                    format(library.find_row(pair.b)->ids.front()));
  }
  return names;
}

}  // namespace

TEST_CASE("papers with the same title, first author and year may be versions of one work") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item task = paper("url:https://example.org/").titled(k_title).by("Ana Brandt").year(2024);
  task.kind = Kind::post;
  save(library, {paper("2401.00001").titled(k_title).by("Ana Brandt").year(2023),
                 paper("2401.00002").titled(k_title).by("Li Wu").year(2023),
                 paper("2401.00003").titled(k_title).by("Ana Brandt").year(2019),
                 paper("2401.00004").titled(k_title).by("Ana Brandt").year(2024).in(State::dropped), task,
                 paper("doi:10.1/x")
                     .titled("parallel decoding by fixed-points of small models")
                     .by("A. Brandt")
                     .year(2024)});
  CHECK(pairs(library) == std::vector<std::string>{"arXiv:2401.00001 doi:10.1/x"});
}

TEST_CASE("what the reader told apart is not asked again, under whatever names") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled(k_title), paper("2401.00002").also("doi:10.1/x").titled(k_title),
                 paper("2401.00003").titled(k_title)});
  CHECK(pairs(library).size() == 3);
  save(library, {"different", "1", R"({"a":"doi:10.1/x","b":"2401.00001"})"});
  save(library, {"different", "2", R"({"a":"2401.00003","b":"acl:gone"})"});
  save(library, {"different", "3", R"({"a":7})"});
  CHECK(pairs(library) ==
        std::vector<std::string>{"arXiv:2401.00001 arXiv:2401.00003", "arXiv:2401.00002 arXiv:2401.00003"});
}

TEST_CASE("a title that very many share says nothing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  std::vector<Item> items;
  for (int n = 0; n <= store::k_most_namesakes; ++n) {
    items.push_back(paper("2401." + std::to_string(10000 + n)).titled(k_title));
  }
  save(library, items);
  CHECK(pairs(library).empty());
  undo(library);
  items.pop_back();
  save(library, items);
  CHECK(pairs(library).size() == items.size() * (items.size() - 1) / 2);
}
