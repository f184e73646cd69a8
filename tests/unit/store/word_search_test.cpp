#include "store/word_search.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

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

std::vector<std::string> begun(const Library& library, std::string_view words, int limit = 10) {
  std::vector<std::string> keys;
  for (const Naming& item : library.find_begun(words, limit)) {
    keys.push_back(item.key);
  }
  return keys;
}

/// So many found papers, all with this title and venue.
std::vector<Item> many(std::size_t count, const std::string& title, const std::string& venue = "") {
  std::vector<Item> items;
  for (std::size_t n = 0; n < count; ++n) {
    items.push_back(paper(fmt::format("2301.{:05}", n + 1)).titled(title));
    items.back().venue = venue.empty() ? std::nullopt : std::optional(venue);
  }
  return items;
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

TEST_CASE("words that begin as given are meant, and the inside of words only where none does") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library,
       {paper("2401.00001").titled("Transformer Circuits"), paper("2401.00002").titled("Formal Circuits"),
        paper("2401.00003").titled("C++ Templates"), paper("2401.00004").titled("Abc++ Templates"),
        paper("2401.00005").titled("GPT-4 Technical Report"), paper("2401.00006").titled("GPT 4 All"),
        paper("2401.00007").titled("多头注意力机制"), paper("2401.00008").titled("Über Décodage")});
  struct Row {
    std::string_view words;
    Names names;
  };
  const Row rows[] = {{"form", {"2401.00002"}},
                      {"form circ", {"2401.00002"}},
                      {"circ form", {"2401.00002"}},
                      {"former", {"2401.00001"}},
                      {"circ former", {"2401.00001"}},
                      {"ircuit", {"2401.00001", "2401.00002"}},
                      {"c++", {"2401.00003"}},
                      {"C+", {"2401.00003"}},
                      {"c++ templ", {"2401.00003"}},
                      {"bc++", {"2401.00004"}},
                      {"gpt-4", {"2401.00005"}},
                      {"gpt 4", {"2401.00005", "2401.00006"}},
                      {"4 gpt", {"2401.00005", "2401.00006"}},
                      {"注意", {"2401.00007"}},
                      {"uber", {"2401.00008"}},
                      {"DÉCO", {"2401.00008"}},
                      {"00008", {"2401.00008"}}};
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(found(library, row.words) == row.names);
  }
}

TEST_CASE(
    "a paper of which a name alone is known is found by its beginning, also beside titles that have it") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001"), paper("2401.00002").titled("A Reply to 2401.00001 and 10.1145/3600006"),
                 paper("2401.00003").also("doi:10.1145/3600006.1"), paper("2401.00004").also("key:Kou2024")});
  CHECK(found(library, "2401.00001") == Names{"2401.00001", "2401.00002"});
  CHECK(found(library, "10.1145/36") == Names{"2401.00002", "2401.00003"});
  CHECK(found(library, "doi:10.1145/36") == Names{"2401.00003"});
  CHECK(begun(library, "2401.0000").size() == 4);
  CHECK(begun(library, "Kou20") == begun(library, "2401.00004"));
  CHECK(begun(library, "Kou20").size() == 1);
}

TEST_CASE("what is being typed stands for what begins so: names first, and never the inside of a word") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("A Lee Side Story").by("Ann Kim").year(2020),
                 paper("2401.00002").titled("Maps").by("Ann Lee").year(2021).in(State::dropped),
                 paper("2401.00003").titled("Sleeping").by("Bo Wu").year(2022)});
  CHECK(begun(library, "lee") == Names{"lee2021maps", "kim2020lee"});
  CHECK(begun(library, "lee", 1) == Names{"lee2021maps"});
  CHECK(begun(library, "leeping").empty());
  for (const std::string_view none : {"", " ", "%%", "\xff\xfe"}) {
    CHECK(begun(library, none).empty());
  }
  CHECK(begun(library, "lee", 0).empty());
  CHECK(begun(library, "lee", -1).empty());
  const std::vector<Naming> maps = library.find_begun("map", 9);
  REQUIRE(maps.size() == 1);
  CHECK(maps[0].row == library.find_key("lee2021maps")->row);
  CHECK(maps[0].ids == std::vector{id("2401.00002")});
  CHECK(maps[0].title == "Maps");
  CHECK(maps[0].state == State::dropped);
}

TEST_CASE("of a word that very many have, the first are compared; a venue that they share hides no title") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, many(store::k_most_compared, "Deep Nets", "Science"));
  save(library, {paper("2401.00001").titled("Deep Science").in(State::queued)});
  CHECK(found(library, "deep", 1) == Names{"2301.00001"});
  CHECK(found(library, "deep", 1000).size() == store::k_most_compared);
  CHECK(found(library, "deep sci") == Names{"2401.00001"});
  CHECK(found(library, "science") == Names{"2401.00001"});
}

TEST_CASE("a change sees what it has saved, and what is undone is found no more") {
  LibraryFixture fixture;
  Library library = fixture.open();
  {
    Change change = library.begin("add", "add");
    Item item = paper("2401.00001").titled("Formal Circuits");
    change.save(item);
    CHECK(found(change.library(), "form") == Names{"2401.00001"});
    change.commit();
  }
  undo(library);
  CHECK(found(library, "form").empty());
  CHECK(begun(library, "2401").empty());
}
