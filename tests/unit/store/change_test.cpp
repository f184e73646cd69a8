// What a Change promises: all or nothing, also when its process is killed and when others write.
#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <thread>

#include <SQLiteCpp/Transaction.h>
#include <doctest/doctest.h>
#include <sys/resource.h>

#include "child.hpp"
#include "library_fixture.hpp"
#include "store/database.hpp"

using namespace papers;
using namespace papers::test;

namespace {

std::string paper_number(int n) {
  return "24" + std::to_string(10 + n / 90000) + "." + std::to_string(10000 + n % 90000);
}

/// Command n: two papers and, every other time, a list of five references.
void run_command(Library& library, int n) {
  Change change = library.begin("add", "add " + std::to_string(n));
  Item first = paper(paper_number(2 * n)).titled("First of " + std::to_string(n)).root();
  first.abstract = std::string(static_cast<std::size_t>(n % 7) * 500, 'a');
  Item second = paper(paper_number(2 * n + 1)).in(State::queued);
  change.save(first);
  change.save(second);
  if (n % 2 == 0) {
    ReferenceList list = list_of(paper_number(2 * n), {});
    for (int i = 1; i <= 5; ++i) {
      list.entries.push_back(
          {i, Identifier{Scheme::other, "acl:P" + std::to_string(n % 50 + i), 0}, "", {}, ""});
    }
    change.save(list);
  }
  change.commit();
}

/// Whether command n is there: wholly, or not at all.
bool is_present(const Library& library, int n) {
  const auto first = library.find(id(paper_number(2 * n)));
  const auto second = library.find(id(paper_number(2 * n + 1)));
  REQUIRE(first.has_value() == second.has_value());
  if (first) {
    REQUIRE(first->references.has_value() == (n % 2 == 0));
    REQUIRE(library.references_of(first->row).size() == (n % 2 == 0 ? 5 : 0));
  }
  return first.has_value();
}

}  // namespace

TEST_CASE("a change that is not committed leaves no trace") {
  LibraryFixture fixture;
  Library library = fixture.open();
  {
    Change change = library.begin("add", "add");
    Item item = paper("2401.00001");
    change.save(item);
    CHECK(change.library().find(id("2401.00001")));
    CHECK_FALSE(change.empty());
  }
  CHECK(snapshot(library).items.empty());
  CHECK(library.log(0).empty());
}

TEST_CASE("an empty change leaves no entry in the log") {
  LibraryFixture fixture;
  Library library = fixture.open();
  library.begin("add", "add").commit();
  CHECK(library.log(0).empty());
}

TEST_CASE("a change outlives its library, and its lock ends with the commit") {
  LibraryFixture fixture;
  auto library = std::make_unique<Library>(fixture.open());
  Change change = library->begin("add", "add");
  library.reset();
  Item item = paper("2401.00001");
  change.save(item);
  change.commit();
  CHECK_THROWS_AS(change.save(item), Failure);
  Library other = fixture.open();
  save(other, {paper("2401.00002")});
  CHECK(snapshot(other).items.size() == 2);
}

TEST_CASE("a reader sees what is committed, and only that, while another writes") {
  LibraryFixture fixture;
  Library writer = fixture.open();
  const Library reader = fixture.open(Library::Mode::read);
  Change change = writer.begin("add", "add");
  Item item = paper("2401.00001");
  change.save(item);
  CHECK_FALSE(reader.find(id("2401.00001")));
  change.commit();
  CHECK(reader.find(id("2401.00001")));
}

/// Tries again when the lock was not free in time, as a reader does who is told so: how long that takes
/// depends on what else the machine does.
void save_when_free(Library& library, const Item& item) {
  for (;;) {
    try {
      save(library, {item});
      return;
    } catch (const Failure& failure) {
      if (failure.code() != ExitCode::try_later) {
        throw;
      }
    }
  }
}

TEST_CASE("sixteen processes with twenty-five commits each lose nothing") {
  LibraryFixture fixture;
  fixture.open();
  std::vector<Child> children;
  for (int process = 0; process < 16; ++process) {
    children.emplace_back([&] {
      Library library = fixture.open();
      for (int n = 0; n < 25; ++n) {
        save_when_free(library, paper(paper_number(1000 * process + n)).in(State::queued));
      }
      return 0;
    });
  }
  for (Child& child : children) {
    CHECK(child.wait() == 0);
  }
  Library library = fixture.open();
  CHECK(library.count(State::queued) == 400);
  CHECK(library.log(0).size() == 400);
  CHECK(library.find_number(400));
  CHECK_FALSE(library.find_number(401));
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("processes that start on an empty folder at once make one library") {
  for (int round = 0; round < 10; ++round) {
    LibraryFixture fixture;
    std::vector<Child> children;
    for (int process = 0; process < 4; ++process) {
      children.emplace_back([&] {
        Library library = fixture.open();
        save(library, {paper(paper_number(process))});
        return 0;
      });
    }
    for (Child& child : children) {
      CHECK(child.wait() == 0);
    }
    CHECK(snapshot(fixture.open()).items.size() == 4);
  }
}

TEST_CASE("a writer killed at any moment loses nothing that it had acknowledged, and tears nothing") {
  LibraryFixture fixture;
  fixture.open();
  std::mt19937 random(11);
  std::set<int> acknowledged;
  constexpr int k_opened = -1;
  int next = 0;
  for (int kill = 1; kill <= 200; ++kill) {
    Pipe pipe;
    Child child([&] {
      Library library = fixture.open();
      pipe.write(k_opened);
      for (int n = next;; ++n) {
        run_command(library, n);
        pipe.write(n);
      }
      return 0;
    });
    pipe.close_writer();
    const auto take = [&](int n) {
      if (n != k_opened) {
        acknowledged.insert(n);
        next = n + 1;
      }
    };
    // Some die while they open the library, most while they write, and some have written for certain.
    for (int wait = kill % 10 == 0 ? 2 : kill % 2; wait > 0; --wait) {
      take(pipe.read().value_or(k_opened));
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    child.signal(SIGKILL);
    REQUIRE(child.wait() == 128 + SIGKILL);
    while (const auto n = pipe.read()) {
      take(*n);
    }
    // A reader comes first: what was committed may be in the write-ahead log alone.
    const Library reader = fixture.open(Library::Mode::read);
    for (const int n : acknowledged) {
      REQUIRE(is_present(reader, n));
    }
    if (is_present(reader, next)) {  // it was committed but not yet acknowledged
      acknowledged.insert(next++);
    }
    REQUIRE_FALSE(is_present(reader, next));
    if (kill % 20 == 0) {
      REQUIRE(fixture.open().check(/*repair=*/false).damage.empty());
    }
    if (acknowledged.size() > 60) {  // old ones have been looked at often enough
      acknowledged.erase(acknowledged.begin(), std::prev(acknowledged.end(), 20));
    }
  }
  CHECK(next > 0);
  CHECK(fixture.open().log(0).size() == static_cast<std::size_t>(next));
}

TEST_CASE("when the disk takes no more, the command fails with the file's name and nothing is changed") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("Before")});
  const Snapshot before = snapshot(library);
  Child child([&] {
    // Writing beyond the limit fails like writing to a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{std::filesystem::file_size(fixture.folder() / "library.sqlite-wal") + 100'000,
                       RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Library full = fixture.open();
    try {
      Change change = full.begin("add", "add");
      for (int n = 0; n < 2000; ++n) {
        Item item = paper(paper_number(n));
        item.abstract = std::string(5000, 'a');
        change.save(item);
      }
      change.commit();
    } catch (const Failure& failure) {
      const std::string said = failure.what();
      return said.find("library.sqlite") != std::string::npos && failure.code() == ExitCode::failed &&
                     snapshot(full) == before
                 ? 7
                 : 8;
    }
    return 9;
  });
  CHECK(child.wait() == 7);
  CHECK(snapshot(library) == before);
  save(library, {paper("2401.00002")});
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("a change that leaves a long log empties it, unless a reader needs it: then the next change does") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const auto log_bytes = [&] { return std::filesystem::file_size(fixture.folder() / "library.sqlite-wal"); };
  const auto save_much = [&](int from) {
    Change change = library.begin("add", "add");
    for (int n = from; n < from + 1000; ++n) {
      Item item = paper(paper_number(n));
      item.abstract = std::string(8000, 'a');
      change.save(item);
    }
    change.commit();
  };
  save_much(0);
  CHECK(log_bytes() == 0);
  {
    const store::Database reader(fixture.places().file, store::Database::Access::read);
    const SQLite::Transaction reading(reader.connection());
    static_cast<void>(reader.connection().execAndGet("SELECT count(*) FROM items"));
    save_much(1000);
    CHECK(log_bytes() > 6'000'000);
  }
  save(library, {paper("2401.00002")});
  CHECK(log_bytes() == 0);
  CHECK(library.check(/*repair=*/false).damage.empty());
}
