// What the library keeps for ranking: relevance, readiness, and the leading candidates of every sort.

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include <doctest/doctest.h>

#include "papers/relevance.hpp"

#include "library_fixture.hpp"
#include "model/link.hpp"

using namespace papers;
using namespace papers::test;

namespace {

constexpr std::array k_readable{State::queued, State::reading, State::paused};

std::vector<Candidate> all_candidates(const Library& library) {
  return library.candidates(k_readable);
}

Candidate candidate_of(const Library& library, std::string_view name) {
  const auto rows = std::vector{library.find(id(name))->row};
  const auto found = library.candidates_at(rows, k_states);
  REQUIRE(found.size() == 1);
  return found.front();
}

/// The score and parts of each kept paper, straight from the formula.
std::map<std::int64_t, Relevance> judged(const Library& library) {
  const Snapshot all = snapshot(library);
  std::map<std::int64_t, Node> nodes;
  std::vector<KnownPaper> known;
  for (const Item& item : all.items) {
    nodes.emplace(item.row, known.size());
    known.push_back({format(item.ids.front()), item.title, item.year,
                     is_kept(item.state) ? Role::kept : Role::other, item.number.value_or(0)});
  }
  std::vector<Arc> arcs;
  for (const auto& [citing, cited] : all.citations) {
    arcs.emplace_back(nodes.at(citing), nodes.at(cited));
  }
  std::map<std::int64_t, Relevance> result;
  for (const Relevance& one : relevance_of_kept(CitationGraph(known.size(), arcs), known).papers) {
    result.emplace(all.items[one.node].row, one);
  }
  return result;
}

Record replacing(std::string_view from, std::string_view to) {
  return record_of(model::Link{id(from), model::Relation::replaces, id(to)});
}

/// Rank order within a sort.
auto order_key(const Candidate& one) {
  return std::tuple(-one.relevance, -one.cited_by, one.added, one.id);
}

auto sort_of(const Candidate& one) {
  return std::tuple(one.state, one.priority, one.due, one.keys_read, one.key_references);
}

}  // namespace

TEST_CASE("kept papers are as relevant as the others say; nothing else has a relevance") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").titled("Parallel decoding").year(2024).root(),
                 paper("2401.00002").titled("Parallel Jacobi decoding").year(2023).root(),
                 paper("2401.00003").titled("Lattices").year(1999).in(State::read)});
  save(library, list_of("2401.00001", {"2401.00002", "2401.00004"}));
  save(library, list_of("2401.00003", {"2401.00004", "2401.00005"}));
  const auto expected = judged(library);
  REQUIRE(expected.size() == 3);
  for (const auto& [row, relevance] : expected) {
    const auto found = library.candidates_at(std::vector{row}, k_states);
    REQUIRE(found.size() == 1);
    CHECK(found.front().relevance == doctest::Approx(relevance.score).epsilon(1e-5));
    const auto standing = library.standing(row);
    REQUIRE(standing);
    CHECK(standing->near == doctest::Approx(relevance.near.value).epsilon(1e-5));
    CHECK(standing->title == doctest::Approx(relevance.title.value).epsilon(1e-5));
    CHECK(standing->close_to == static_cast<int>(relevance.close_to));
    CHECK(standing->walks == 2);
    CHECK(standing->kept == 2);
    CHECK(standing->cited_by_kept == static_cast<int>(relevance.cited_by_kept));
    CHECK(standing->years_older == relevance.years_older);
    CHECK(standing->shared_words == relevance.shared_words);
  }
  CHECK_FALSE(library.standing(library.find(id("2401.00004"))->row));
  CHECK(library.check(/*repair=*/false).damage.empty());

  const auto range = library.relevance_range(k_readable);
  REQUIRE(range);
  CHECK(range->first == candidate_of(library, "2401.00002").relevance);
  CHECK(range->second == candidate_of(library, "2401.00001").relevance);
}

TEST_CASE("what has no known citation is as relevant as the paper in the middle, and has no standing") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item post = paper("https://example.org/post").titled("A post").in(State::queued);
  post.kind = Kind::post;
  save(library, {post});
  CHECK(candidate_of(library, "https://example.org/post").relevance == 0);
  save(library, {paper("2401.00001").year(2024).root(), paper("2401.00002").year(2000).root(),
                 paper("2401.00003").year(2010).root()});
  save(library, list_of("2401.00001", {"2401.00002", "2401.00003"}));
  std::vector<double> scores;
  for (const auto& [row, relevance] : judged(library)) {
    scores.push_back(relevance.score);
  }
  std::sort(scores.begin(), scores.end());
  REQUIRE(scores.size() == 3);
  CHECK(candidate_of(library, "https://example.org/post").relevance ==
        doctest::Approx(scores[1]).epsilon(1e-5));
  CHECK_FALSE(library.standing(library.find(id("https://example.org/post"))->row));
}

TEST_CASE("relevance follows what is kept, and undo") {
  LibraryFixture fixture;
  Library library = fixture.open();
  save(library, {paper("2401.00001").root(), paper("2401.00002").root(), paper("2401.00003").root()});
  save(library, list_of("2401.00001", {"2401.00002", "2401.00003"}));
  const double before = candidate_of(library, "2401.00002").relevance;
  Item first = library.find(id("2401.00001")).value();
  first.state = State::dropped;
  save(library, {first});
  CHECK(candidate_of(library, "2401.00002").relevance != before);
  CHECK_FALSE(library.standing(first.row));
  CHECK(library.check(/*repair=*/false).damage.empty());
  undo(library);
  CHECK(candidate_of(library, "2401.00002").relevance == before);
  while (undo(library)) {
  }
  CHECK(library.candidates(k_states).empty());
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("readiness counts the three most cited references, as soon as one of them is read") {
  LibraryFixture fixture;
  Library library = fixture.open();
  const auto keys = [&](std::string_view name) {
    const Candidate one = candidate_of(library, name);
    return std::pair(one.keys_read, one.key_references);
  };
  const auto set_state = [&](std::string_view name, State state) {
    Item item = library.find(id(name)).value();
    item.state = state;
    save(library, {item});
  };
  save(library, {paper("2401.00001").root(), paper("2401.00002").root()});
  save(library, list_of("2401.00001", {"2401.00011", "2401.00012", "2401.00013", "2401.00014"}));
  save(library, list_of("2401.00002", {"2401.00014", "2401.00013"}));
  CHECK(keys("2401.00001") == std::pair(0, 0));

  set_state("2401.00012", State::read);  // as often cited as 00011, whose identity comes first
  CHECK(keys("2401.00001") == std::pair(0, 0));
  set_state("2401.00011", State::dropped);  // done, but prepares nobody
  CHECK(keys("2401.00001") == std::pair(0, 0));
  set_state("2401.00014", State::read);
  CHECK(keys("2401.00001") == std::pair(2, 3));
  CHECK(keys("2401.00002") == std::pair(1, 2));

  SUBCASE("a paper that comes to be cited more often takes a place among the three") {
    save(library, {paper("2401.00003").root()});
    save(library, list_of("2401.00003", {"2401.00012"}));
    CHECK(keys("2401.00001") == std::pair(2, 3));
    set_state("2401.00014", State::queued);
    CHECK(keys("2401.00001") == std::pair(1, 3));
  }
  SUBCASE("what is replaced by something read need not be read") {
    save(library, {paper("https://example.org/post").in(State::queued)});
    save(library, replacing("https://example.org/post", "2401.00013"));
    CHECK(keys("2401.00002") == std::pair(1, 2));
    set_state("https://example.org/post", State::read);
    CHECK(keys("2401.00002") == std::pair(2, 2));
    undo(library);
    undo(library);
    CHECK(keys("2401.00002") == std::pair(1, 2));
  }
  SUBCASE("what is no longer to be read is not ready either") {
    set_state("2401.00001", State::read);
    CHECK(keys("2401.00001") == std::pair(0, 0));
  }
  CHECK(library.check(/*repair=*/false).damage.empty());
}

TEST_CASE("after any commands the library says what it would say if all were made anew") {
  std::mt19937 random(17);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  for (int round = 0; round < 6; ++round) {
    CAPTURE(round);
    LibraryFixture fixture;
    Library library = fixture.open();
    const auto any_paper = [&] { return "2401." + std::to_string(10000 + below(15)); };
    for (int step = 0; step < 25; ++step) {
      CAPTURE(step);
      if (below(5) == 0 && undo(library)) {
        continue;
      }
      Change change = library.begin("step", "step");
      Item item = paper(any_paper());
      item = change.library().find(item.ids.front()).value_or(item);
      item.state = k_states[below(k_states.size())];
      item.title = below(3) == 0 ? "Parallel decoding " + std::to_string(below(9)) : item.title;
      item.year = 1990 + static_cast<int>(below(30));
      item.tags = below(2) == 0 ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{"b"};
      change.save(item);
      if (below(2) == 0) {
        change.save(list_of(format(item.ids.front()), {any_paper(), any_paper(), any_paper(), any_paper()}));
      }
      if (below(4) == 0) {
        change.save(replacing(any_paper(), any_paper()));
      }
      if (below(4) == 0) {
        change.save(Record{"plan", "2024-W4" + std::to_string(below(9)),
                           R"({"items":[{"id":")" + any_paper() + R"("},{"id":"2401.99999"}]})"});
      }
      change.commit();
      const auto report = library.check(/*repair=*/false);
      CHECK(report.damage == std::vector<std::string>{});
    }
  }
}

TEST_CASE("what is due by a day comes soonest first, whatever its priority, and only what can be read") {
  std::mt19937 random(41);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  LibraryFixture fixture;
  Library library = fixture.open();
  std::vector<Item> items;
  for (int n = 0; n < 120; ++n) {
    Item item = paper("2401." + std::to_string(20000 + n)).in(k_states[below(k_states.size())]);
    item.priority = below(2) == 0 ? std::optional(k_priorities[below(3)]) : std::nullopt;
    item.due = below(3) == 0 ? std::nullopt : std::optional("2024-11-2" + std::to_string(below(10)));
    items.push_back(item);
  }
  std::vector<std::tuple<std::string, int, std::int64_t>> expected;  // day, number, row
  for (const Item& item : save(library, items)) {
    const bool readable = std::find(k_readable.begin(), k_readable.end(), item.state) != k_readable.end();
    if (readable && item.due && *item.due <= "2024-11-26") {
      expected.emplace_back(*item.due, item.number.value(), item.row);
    }
  }
  std::sort(expected.begin(), expected.end());
  REQUIRE(expected.size() > 20);
  std::vector<std::int64_t> rows;
  std::transform(expected.begin(), expected.end(), std::back_inserter(rows),
                 [](const auto& one) { return std::get<2>(one); });
  CHECK(library.rows_due_by("2024-11-26") == rows);
  CHECK(library.rows_due_by("2024-11-19").empty());
}

TEST_CASE("the leading candidates hold the best of every sort") {
  std::mt19937 random(19);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  LibraryFixture fixture;
  Library library = fixture.open();
  std::vector<Item> items;
  for (int n = 0; n < 150; ++n) {
    Item item =
        paper("2401." + std::to_string(20000 + n)).in(k_readable[below(6) / 3 + (below(9) == 0 ? 1 : 0)]);
    item.year = 1990 + static_cast<int>(below(30));
    item.priority = below(3) == 0 ? std::optional(k_priorities[below(3)]) : std::nullopt;
    item.due = below(4) == 0 ? std::optional("2024-11-2" + std::to_string(below(3))) : std::nullopt;
    items.push_back(item);
  }
  save(library, items);
  for (int n = 0; n < 60; ++n) {
    std::vector<std::string> cited;
    for (int reference = 0; reference < 5; ++reference) {
      cited.push_back("2401." + std::to_string(20000 + below(200)));
    }
    save(library, list_of("2401." + std::to_string(20000 + n), cited));
  }
  Item read = library.find(id("2401.20003")).value();
  read.state = State::read;
  save(library, {read});

  std::map<decltype(sort_of(Candidate{})), std::vector<Candidate>> sorts;
  for (const Candidate& one : all_candidates(library)) {
    sorts[sort_of(one)].push_back(one);
  }
  CHECK(sorts.size() > 20);
  CHECK(
      std::any_of(sorts.begin(), sorts.end(), [](const auto& sort) { return std::get<3>(sort.first) > 0; }));
  for (const std::size_t most : {1U, 2U, 5U, 1000U}) {
    CAPTURE(most);
    std::vector<std::string> expected;
    for (auto& [sort, members] : sorts) {
      std::sort(members.begin(), members.end(),
                [](const Candidate& a, const Candidate& b) { return order_key(a) < order_key(b); });
      for (std::size_t i = 0; i < std::min(most, members.size()); ++i) {
        expected.push_back(members[i].id);
      }
    }
    std::vector<std::string> found;
    std::set<decltype(sort_of(Candidate{}))> begun;
    const auto leading = library.leading_candidates(k_readable, most);
    for (std::size_t i = 0; i < leading.size(); ++i) {
      found.push_back(leading[i].id);
      const bool goes_on = i > 0 && sort_of(leading[i]) == sort_of(leading[i - 1]);
      CHECK((goes_on ? order_key(leading[i - 1]) < order_key(leading[i])
                     : begun.insert(sort_of(leading[i])).second));
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(found == expected);
  }
  CHECK(library.leading_candidates({}, 3).empty());
  CHECK(library.leading_candidates(k_readable, 0).empty());
}

TEST_CASE("what was timed comes newest first; tags and citations find their rows") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Item first = paper("2401.00001").in(State::read);
  first.minutes = 30;
  first.finished = "2024-11-01T00:00:00Z";
  first.comment = "12 pages";
  Item second = paper("2401.00002").in(State::read);
  second.minutes = 60;
  second.level = Level::deep;
  second.finished = "2024-11-02T00:00:00Z";
  second.tags = {"vlm"};
  Item untimed = paper("2401.00003").in(State::read);
  untimed.finished = "2024-11-03T00:00:00Z";
  Item unread = paper("2401.00004").in(State::paused);
  unread.minutes = 5;
  unread.tags = {"decoding", "vlm"};
  const auto saved = save(library, {first, second, untimed, unread});
  const auto timed = library.timed_readings(10);
  REQUIRE(timed.size() == 2);
  CHECK(timed[0].minutes == 60);
  CHECK(timed[0].level == Level::deep);
  CHECK(timed[1].comment == "12 pages");
  CHECK_FALSE(timed[1].level);
  CHECK(library.timed_readings(1).size() == 1);

  CHECK(library.rows_tagged("vlm") == std::vector{saved[1].row, saved[3].row});
  CHECK(library.rows_tagged("nothing").empty());
  unread = saved[3];
  unread.tags = {"decoding"};
  save(library, {unread});
  CHECK(library.rows_tagged("vlm") == std::vector{saved[1].row});

  save(library, list_of("2401.00001", {"2401.00003", "2401.00002", "2401.00003"}));
  CHECK(library.rows_cited_by(saved[0].row) == std::vector{saved[1].row, saved[2].row});
}
