// Choosing out of a part of the queue gives what choosing out of all of it would give.

#include "app/scene.hpp"

#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/choose.hpp"
#include "app/deferral.hpp"
#include "app/focus.hpp"
#include "desk.hpp"
#include "model/plan.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::Desk;

const app::ThisWeek k_now = app::this_week("2024-11-17", util::WeekStart::monday);

std::vector<std::string> ids_of(const std::vector<app::Choice>& choices) {
  std::vector<std::string> ids;
  for (const app::Choice& choice : choices) {
    ids.push_back(format(choice.item.ids.front()));
  }
  return ids;
}

/// All of the queue, ranked with everything that ranking looks at.
std::vector<std::string> whole_order(const Library& library, const RankWeights& weights) {
  const app::Scene scene = app::scene_of(library, weights, k_now);
  std::vector<std::string> ids;
  for (const Placed& placed : rank(scene.candidates, scene.context, weights, scene.candidates.size())) {
    ids.push_back(scene.candidates[placed.candidate].id);
  }
  return ids;
}

/// A queue of many sorts: priorities, days, states, tags, slips, citations. The greater the `rarity`, the
/// fewer have a day, a tag or another state, and the longer are the sorts that priorities make.
void fill(Desk& desk, std::mt19937& random, std::size_t size = 80, std::size_t rarity = 1) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  const auto name = [](std::size_t n) { return fmt::format("2401.{:05}", n + 1); };
  Change change = desk.library.begin("test", "test");
  for (std::size_t n = 0; n < size; ++n) {
    Item item;
    item.ids = {*parse_identifier(name(n))};
    item.title = fmt::format("Paper {} of {}", n, below(9));
    item.state = below(8 * rarity) == 0 ? k_states[1 + below(5)] : State::queued;
    item.year = 2000 + static_cast<int>(below(24));
    if (below(4) == 0) {
      item.priority = k_priorities[below(3)];
    }
    if (below(6 * rarity) == 0) {
      item.due = util::add_days(k_now.today, static_cast<int>(below(30)) - 10);
    }
    if (below(5 * rarity) == 0) {
      item.tags = {"vlm"};
    }
    change.save(item);
  }
  for (std::size_t n = 0; n < size - 20; ++n) {
    ReferenceList list;
    list.citing = *parse_identifier(name(n));
    list.source = "test";
    list.fetched = "2024-11-01T00:00:00Z";
    for (int position = 1; position <= 6; ++position) {
      list.entries.push_back({position, *parse_identifier(name(below(size + 10))), "", std::nullopt, ""});
    }
    change.save(list);
  }
  for (const char* const week : {"2024-W44", "2024-W45"}) {
    model::Plan plan{week, "2024-11-03", {}, {}, {}, {}};
    for (int planned = 0; planned < 3; ++planned) {
      plan.items.push_back({*parse_identifier(name(below(size)))});
    }
    change.save(record_of(plan));
  }
  const auto item = change.library().find(*parse_identifier(name(below(size)))).value();
  app::defer(change, item, "2024-12-01", desk.clock.now());
  app::set_focus(change, k_now.week.id, app::Focus{"vlm"}, desk.clock.now());
  change.commit();
}

TEST_CASE("the best few are the beginning of the order of all") {
  std::mt19937 random(23);
  for (int round = 0; round < 6; ++round) {
    CAPTURE(round);
    Desk desk;
    fill(desk, random);
    for (const RankWeights& weights : std::vector<RankWeights>{{},
                                                               {{"relevance", 30}},
                                                               {{"unlocks", 50}},
                                                               {{"relevance", -3}},
                                                               {{"unlocks", -3}},
                                                               {{"focus", 0}}}) {
      const auto all = whole_order(desk.library, weights);
      REQUIRE(all.size() > 40);
      for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{7}, all.size() + 5}) {
        const std::vector<std::string> expected(
            all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size())));
        CHECK(ids_of(app::choose(desk.library, weights, k_now, {count})) == expected);
      }
    }
  }
}

TEST_CASE("of a long queue little is read, and the best few are still the best of all") {
  std::mt19937 random(37);
  for (int round = 0; round < 3; ++round) {
    CAPTURE(round);
    Desk desk;
    fill(desk, random, 600, 20);
    for (const RankWeights& weights :
         std::vector<RankWeights>{{}, {{"unlocks", 50}}, {{"unlocks", 50}, {"priority", 0}}}) {
      const auto all = whole_order(desk.library, weights);
      for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{40}}) {
        CAPTURE(count);
        CHECK(ids_of(app::choose(desk.library, weights, k_now, {count})) ==
              std::vector<std::string>(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)));
      }
      CHECK(app::scene_of(desk.library, weights, k_now, {.most = 1}).candidates.size() < all.size() / 2);
    }
    // Some are read only because of what urgent items lend them.
    const auto size_of = [&](double unlocks) {
      return app::scene_of(desk.library, {{"unlocks", unlocks}}, k_now, {.most = 5}).candidates.size();
    };
    CHECK(size_of(0) < size_of(50));
  }
}

TEST_CASE("what is supposed of an item has the same end, whether little or all is read") {
  std::mt19937 random(43);
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  const auto first_of = [](const app::Scene& scene, const RankWeights& weights) {
    const auto best = rank(scene.candidates, scene.context, weights, 1);
    return best.empty() ? "" : scene.candidates[best.front().candidate].id;
  };
  Desk desk;
  fill(desk, random, 600, 20);
  std::set<std::string> winners;
  for (int n = 0; n < 60; ++n) {
    CAPTURE(n);
    const auto item = desk.library.find(*parse_identifier(fmt::format("2401.{:05}", below(600) + 1))).value();
    app::Supposition supposed{item.row, item.priority, item.due.value_or(""), item.state};
    if (n % 3 == 0) {
      supposed.focus = app::Focus{"vlm"};
    } else {
      supposed.priority = Priority::high;
      supposed.due = util::add_days(k_now.today, static_cast<int>(below(20)) - 10);
      supposed.state = n % 3 == 1 ? State::reading : item.state;
    }
    const RankWeights weights = n % 2 == 0 ? RankWeights{} : RankWeights{{"unlocks", 20}};
    const std::string first =
        first_of(app::scene_of(desk.library, weights, k_now, {.most = 1, .supposing = supposed}), weights);
    CHECK(first == first_of(app::scene_of(desk.library, weights, k_now, {.supposing = supposed}), weights));
    winners.insert(first);
  }
  CHECK(winners.size() > 10);
}

TEST_CASE("rare wishes are found however far behind, in the order of the whole") {
  std::mt19937 random(29);
  Desk desk;
  fill(desk, random);
  const auto wanted = [](const Item& item) { return item.row % 13 == 5; };
  std::vector<std::string> expected;
  for (const std::string& id : whole_order(desk.library, {})) {
    if (wanted(desk.library.find(*parse_identifier(id)).value())) {
      expected.push_back(id);
    }
  }
  REQUIRE(expected.size() > 3);
  CHECK(ids_of(app::choose(desk.library, {}, k_now, {100, wanted})) == expected);
  CHECK(ids_of(app::choose(desk.library, {}, k_now, {2, wanted})) ==
        std::vector<std::string>(expected.begin(), expected.begin() + 2));
  CHECK(app::choose(desk.library, {}, k_now, {3, [](const Item&) { return false; }}).empty());
}

TEST_CASE("the urgency of all papers that cite it is summed, and nothing else") {
  Desk desk;
  desk.put("2401.00001", "Urgent: a paper");
  desk.put("2401.00002", "Late");
  desk.put("2401.00003", "Idle");
  Item cited = desk.put("2401.00009", "Cited by all");
  for (const char* const name : {"2401.00001", "2401.00002", "2401.00003"}) {
    desk.cite(name, {"2401.00009"});
  }
  CHECK(app::scene_of(desk.library, {}, k_now).at_row(cited.row)->dependants == 0);

  Item urgent = desk.library.find(*parse_identifier("2401.00001")).value();
  urgent.priority = Priority::high;
  Item late = desk.library.find(*parse_identifier("2401.00002")).value();
  late.due = "2024-11-10";
  Change change = desk.library.begin("test", "test");
  change.save(urgent);
  change.save(late);
  change.commit();
  CHECK(app::scene_of(desk.library, {}, k_now).at_row(cited.row)->dependants == doctest::Approx(1 + 0.8));
  const auto choices = app::choose(desk.library, {}, k_now, {4});
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [&](const app::Choice& choice) { return choice.item.row == cited.row; });
  REQUIRE(found != choices.end());
  const auto unlocks = std::find_if(found->terms.begin(), found->terms.end(),
                                    [](const TermPoints& term) { return term.name == "unlocks"; });
  CHECK(unlocks->points == doctest::Approx(1.29));
  CHECK(unlocks->why == "Urgent and Late build on it");
}

TEST_CASE("places in the queue are those of the order") {
  std::mt19937 random(31);
  Desk desk;
  fill(desk, random);
  const auto places = app::places_in_queue(desk.library, {}, k_now);
  const auto all = whole_order(desk.library, {});
  CHECK(places.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(places.at(desk.library.find(*parse_identifier(all[i]))->row) == static_cast<int>(i) + 1);
  }
}

TEST_CASE("an item that nobody cites says so in words, one that is cited says by whom") {
  Desk desk;
  desk.put("2401.00001", "One");
  desk.put("2401.00002", "Two");
  desk.put("https://example.org/post", "A post");
  desk.cite("2401.00001", {"2401.00002"});
  const auto choices = app::choose(desk.library, {}, k_now, {3});
  REQUIRE(choices.size() == 3);
  CHECK(choices[0].item.title == "Two");
  CHECK(choices[0].terms[4].name == "relevance");
  CHECK(choices[0].terms[4].value == 1);
  CHECK(choices[0].terms[4].why.find("cited by 1 of your 2 papers, 1 step back") == std::string::npos);
  CHECK(choices[0].terms[4].why.find("cited by 1 of your 2") == 0);
  CHECK(choices[0].standing);
  CHECK(choices[2].item.title == "A post");
  CHECK_FALSE(choices[2].standing);
}

}  // namespace
}  // namespace papers
