#include "store/derived.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

namespace {

std::optional<int> depth_of(const Library& library, std::string_view name) {
  return library.find(id(name))->depth;
}

/// Depths by repeated relaxation: slow and plain.
std::vector<std::optional<int>> plain_depths(const Snapshot& all) {
  std::vector<std::optional<int>> depths(1000);
  for (const Item& item : all.items) {
    if (item.root && is_kept(item.state)) {
      depths[static_cast<std::size_t>(item.row)] = 0;
    }
  }
  std::set<std::int64_t> dropped;
  for (const Item& item : all.items) {
    if (item.state == State::dropped) {
      dropped.insert(item.row);
    }
  }
  for (std::size_t round = 0; round < all.items.size(); ++round) {
    for (const auto& [citing, cited] : all.citations) {
      if (dropped.contains(citing)) {
        continue;
      }
      const auto from = depths[static_cast<std::size_t>(citing)];
      auto& to = depths[static_cast<std::size_t>(cited)];
      if (from && (!to || *to > *from + 1)) {
        to = *from + 1;
      }
    }
  }
  return depths;
}

}  // namespace

TEST_CASE("depth is the fewest steps from a kept root, and nothing where no root leads") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").root(), paper("2401.00002"), paper("2401.00005")});
  save(library, list_of("2401.00001", {"2401.00002", "2401.00003"}));
  save(library, list_of("2401.00002", {"2401.00003", "2401.00004", "2401.00001"}));
  CHECK(depth_of(library, "2401.00001") == 0);
  CHECK(depth_of(library, "2401.00003") == 1);
  CHECK(depth_of(library, "2401.00004") == 2);
  CHECK_FALSE(depth_of(library, "2401.00005"));

  SUBCASE("a second root brings papers nearer") {
    Item second = library.find(id("2401.00002")).value();
    second.root = true;
    second.state = State::queued;
    save(library, {second});
    CHECK(depth_of(library, "2401.00004") == 1);
  }
  SUBCASE("what is dropped is reached, but its references are not followed") {
    Item between = library.find(id("2401.00002")).value();
    between.state = State::dropped;
    save(library, {between});
    CHECK(depth_of(library, "2401.00002") == 1);
    CHECK(depth_of(library, "2401.00003") == 1);
    CHECK_FALSE(depth_of(library, "2401.00004"));
    between = library.find(id("2401.00002")).value();
    between.state = State::parked;
    save(library, {between});
    CHECK(depth_of(library, "2401.00004") == 2);
  }
  SUBCASE("a dropped root is none") {
    Item root = library.find(id("2401.00001")).value();
    root.state = State::dropped;
    save(library, {root});
    CHECK_FALSE(depth_of(library, "2401.00001"));
    CHECK_FALSE(depth_of(library, "2401.00004"));
  }
}

TEST_CASE("derived fields of a change are those of before until it settles") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("add", "add");
  Item root = paper("2401.00001").root();
  change.save(root);
  change.save(list_of("2401.00001", {"2401.00002"}));
  CHECK_FALSE(change.library().find(id("2401.00002"))->depth);
  change.settle();
  CHECK(change.library().find(id("2401.00002"))->depth == 1);
  CHECK(change.library().find(id("2401.00002"))->cited_by == 1);
  CHECK(change.library().find(id("2401.00001"))->references->known == 1);
}

TEST_CASE("depth and in-degree of random graphs are those that plain counting gives") {
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    LibraryFixture fixture;
    Library library = fixture.open();
    const auto any_paper = [&] { return "2401." + std::to_string(10000 + random() % 40); };
    for (int step = 0; step < 12; ++step) {
      Change change = library.begin("step", "step");
      Item item = paper(any_paper());
      item = change.library().find(item.ids.front()).value_or(item);
      item.root = random() % 3 == 0;
      item.state = k_states[random() % k_states.size()];
      change.save(item);
      std::vector<std::string> cited;
      for (std::size_t n = random() % 8; n > 0; --n) {
        cited.push_back(any_paper());
      }
      change.save(list_of(format(item.ids.front()), cited, random() % 2 == 0 ? "seed" : "crossref"));
      change.commit();
    }
    const Snapshot all = snapshot(library);
    const auto depths = plain_depths(all);
    for (const Item& item : all.items) {
      CHECK(item.depth == depths[static_cast<std::size_t>(item.row)]);
      CHECK(item.cited_by == std::count_if(all.citations.begin(), all.citations.end(),
                                           [&](const auto& edge) { return edge.second == item.row; }));
    }
  }
}
