#include "store/check.hpp"

#include <fstream>
#include <random>

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>

#include "library_fixture.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using namespace papers::test;

namespace {

void fill(Library& library) {
  for (int n = 0; n < 7; ++n) {
    const std::string name = "2401." + std::to_string(10000 + n);
    Item item = paper(name)
                    .also("doi:10.1145/" + std::to_string(n))
                    .titled("On the Poincaré map, part " + std::to_string(n));
    item.authors = {"Ann Lee", "José Núñez"};
    item.abstract = "An abstract " + std::string(static_cast<std::size_t>(n) * 80, 'x');
    if (n % 2 == 0) {
      item.details = {{"entrytype", "article"}, {"volume", std::to_string(n)}};
    }
    item.tags = {"tag" + std::to_string(n % 3)};
    item.notes = {{"2024-11-18T10:00:00Z", "note", "说得好 " + std::to_string(n)}};
    item.root = n % 4 == 0;
    item.state = k_states[static_cast<std::size_t>(n) % k_states.size()];
    save(library, {item});
    save(library, list_of(name, {"2401.00001", "2401.0000" + std::to_string(n % 9 + 1),
                                 "\"A title " + std::to_string(n)}));
  }
  undo(library);
}

/// All that a reader can be shown, in every way that the library can be asked.
struct Content {
  Snapshot all;
  std::vector<std::optional<Item>> found;
  std::vector<std::string> texts;
  bool operator==(const Content&) const = default;
};

void add_log(const Library& library, std::vector<std::string>& texts) {
  for (const LoggedCommand& command : library.log(0)) {
    texts.insert(texts.end(), {command.id, command.device, command.time, command.name, command.summary,
                               std::to_string(static_cast<int>(command.status))});
    for (const LoggedOperation& operation : library.operations(command.id)) {
      texts.insert(texts.end(),
                   {operation.id, operation.kind, operation.identity, operation.before, operation.after});
    }
  }
}

Content content_of(const Library& library, const std::vector<Identifier>& names) {
  Content content{snapshot(library), {}, {}};
  for (const Item& item : content.all.items) {
    for (const Item& neighbour : library.references_of(item.row)) {
      content.texts.push_back(neighbour.key);
    }
    for (const Item& neighbour : library.citing(item.row)) {
      content.texts.push_back(neighbour.key);
    }
  }
  for (const Identifier& name : names) {
    content.found.push_back(library.find(name));
  }
  for (int number = 0; number < 10; ++number) {
    content.found.push_back(library.find_number(number));
  }
  for (const Item& item : library.find_words("poincare", 50)) {
    content.texts.push_back(item.key);
  }
  const SearchTerm term{{"poincare"}};
  for (const SearchHit& hit : library.search({&term, 1})) {
    content.texts.push_back(std::to_string(hit.row));
  }
  for (const Candidate& candidate : library.candidates(k_states)) {
    content.texts.push_back(candidate.id + candidate.due + candidate.added +
                            std::to_string(candidate.cited_by));
  }
  add_log(library, content.texts);
  return content;
}

/// A library in one file, and what it holds.
struct Sample {
  std::string bytes;
  Content content;
  std::vector<Identifier> names;
};

Sample make_sample() {
  LibraryFixture fixture;
  Library library = fixture.open();
  fill(library);
  library.backup(fixture.folder() / "copy.sqlite");
  Sample sample;
  for (const Item& item : snapshot(library).items) {
    sample.names.insert(sample.names.end(), item.ids.begin(), item.ids.end());
  }
  sample.content = content_of(library, sample.names);
  sample.bytes = util::read_file(fixture.folder() / "copy.sqlite");
  return sample;
}

enum class Finding { unchanged, reported, missed };

Finding look_at(LibraryFixture& fixture, const Sample& sample, const std::string& bytes) {
  std::ofstream(fixture.places().file, std::ios::binary | std::ios::trunc) << bytes;
  try {
    Library library = fixture.open(Library::Mode::read);
    try {
      if (content_of(library, sample.names) == sample.content) {
        return Finding::unchanged;
      }
    } catch (const Failure&) {
      // what cannot be read at all must be reported too
    }
    return library.check(/*repair=*/false).damage.empty() ? Finding::missed : Finding::reported;
  } catch (const Failure&) {
    return Finding::reported;  // it cannot even be opened
  }
}

}  // namespace

TEST_CASE("a library that is well is reported so, with what it holds") {
  LibraryFixture fixture;
  Library library = fixture.open();
  fill(library);
  const CheckReport report = library.check(/*repair=*/false);
  CHECK(report.damage.empty());
  CHECK(report.items == static_cast<int>(snapshot(library).items.size()));
  CHECK(report.reference_lists == static_cast<int>(snapshot(library).lists.size()));
  CHECK(report.commands == static_cast<int>(library.log(0).size()));
}

TEST_CASE("every flipped bit that changes what a reader sees is reported") {
  const Sample sample = make_sample();
  LibraryFixture fixture;
  std::mt19937 random(3);
  int reported = 0;
  for (int n = 0; n < 2000; ++n) {
    std::string bytes = sample.bytes;
    const std::size_t bit = random() % (8 * bytes.size());
    bytes[bit / 8] = static_cast<char>(static_cast<unsigned char>(bytes[bit / 8]) ^ (1U << (bit % 8)));
    const Finding finding = look_at(fixture, sample, bytes);
    CHECK_MESSAGE(finding != Finding::missed, "bit ", bit % 8, " of byte ", bit / 8);
    reported += finding == Finding::reported ? 1 : 0;
  }
  CHECK(reported > 100);
}

TEST_CASE("pages that are gone, swapped or overwritten are reported") {
  const Sample sample = make_sample();
  LibraryFixture fixture;
  std::mt19937 random(5);
  constexpr std::size_t page = 4096;
  const std::size_t pages = sample.bytes.size() / page;
  for (int n = 0; n < 200; ++n) {
    std::string bytes = sample.bytes;
    const std::size_t at = page * (random() % pages);
    const std::size_t other = page * (random() % pages);
    switch (n % 4) {
      case 0:
        bytes.replace(at, page, page, '\0');
        break;
      case 1:
        bytes.replace(at, page, sample.bytes, other, page);
        break;
      case 2:
        bytes.resize(at + random() % page);
        break;
      default:
        bytes.replace(at, 64, 64, static_cast<char>(random()));
        break;
    }
    CHECK_MESSAGE(look_at(fixture, sample, bytes) != Finding::missed, "case ", n % 4, " at page ", at / page);
  }
}

TEST_CASE("a damaged item is named, and repair leaves it alone") {
  LibraryFixture fixture;
  Library library = fixture.open();
  fill(library);
  {
    SQLite::Database other(fixture.places().file.string(), SQLite::OPEN_READWRITE);
    other.exec("UPDATE items SET rating = 1 WHERE identity = 'arXiv:2401.10004'");
  }
  for (const bool repair : {false, true}) {
    const CheckReport report = library.check(repair);
    REQUIRE(report.damage.size() == 1);
    CHECK(report.damage[0].find("arXiv:2401.10004") != std::string::npos);
  }
  CHECK(library.find(id("2401.10004"))->rating == 1);
}

TEST_CASE("a root in a row that cannot be is reported") {
  LibraryFixture fixture;
  Library library = fixture.open();
  fill(library);
  {
    SQLite::Database other(fixture.places().file.string(), SQLite::OPEN_READWRITE);
    other.exec("UPDATE items SET row = -1000000 WHERE identity = 'arXiv:2401.10000'");
  }
  REQUIRE(library.find_row(-1'000'000)->root);
  CHECK_FALSE(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("derived data that is wrong is reported, and made anew by a repair") {
  for (const char* const damage :
       {"UPDATE items SET depth = 7", "UPDATE items SET cited_by = cited_by + 1",
        "UPDATE items SET references_known = 3", "DELETE FROM cites", "DELETE FROM item_ids",
        "UPDATE item_words SET words = 'x'", "DELETE FROM cited_titles",
        "UPDATE reference_lists SET stated = 1", "INSERT INTO cites VALUES (1, 999, 1, 1)"}) {
    CAPTURE(damage);
    LibraryFixture fixture;
    Library library = fixture.open();
    fill(library);
    const Snapshot before = snapshot(library);
    {
      SQLite::Database other(fixture.places().file.string(), SQLite::OPEN_READWRITE);
      other.exec(damage);
    }
    CHECK_FALSE(library.check(/*repair=*/false).damage.empty());
    const CheckReport report = library.check(/*repair=*/true);
    CHECK(report.damage.empty());
    CHECK_FALSE(report.repaired.empty());
    CHECK(snapshot(library) == before);
    CHECK(library.check(/*repair=*/true).repaired.empty());
  }
}
