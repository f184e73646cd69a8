// What would put an item first does put it first: every remedy is carried out and the order looked at.
#include "app/why_not.hpp"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/deferral.hpp"
#include "app/focus.hpp"
#include "app/reading.hpp"
#include "desk.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::Desk;

const app::ThisWeek k_now = app::this_week("2024-11-18", util::WeekStart::monday);

constexpr int k_most_reading = 3;

app::WhyNot why_not(const Desk& desk, const Item& item) {
  return app::why_not(desk.library, {}, k_now, item, k_most_reading);
}

std::int64_t first_of(const Library& library) {
  const auto best = app::choose(library, {}, k_now, {1});
  return best.empty() ? 0 : best.front().item.row;
}

/// The word after an option; nothing when it is not there.
std::optional<std::string> after(const std::vector<std::string>& words, const std::string& option) {
  const auto place = std::find(words.begin(), words.end(), option);
  return place == words.end() ? std::nullopt : std::optional(*(place + 1));
}

/// What the command line would do with these words.
void carry_out(Desk& desk, const Item& item, const std::vector<std::string>& words) {
  Change change = desk.library.begin(words[0], words[0]);
  Item changed = item;
  if (words[0] == "set") {
    CHECK_FALSE(app::set_fields(changed,
                                {.title = {},
                                 .priority = after(words, "--priority"),
                                 .due = after(words, "--due"),
                                 .effort = {},
                                 .level = {},
                                 .kind = {},
                                 .tags = {},
                                 .untags = {}},
                                k_now.today));
  } else if (words[0] == "start") {
    app::start(changed, desk.clock.now());
  } else {
    REQUIRE(words[0] == "focus");
    app::set_focus(change, k_now.week.id, app::Focus{words[1]}, desk.clock.now());
  }
  change.save(changed);
  change.commit();
}

void undo(Desk& desk) {
  Change change = desk.library.begin("undo", "undo");
  REQUIRE(change.undo());
  change.commit();
}

/// Forty papers that cite one another, some urgent, some tagged.
void fill(Desk& desk, std::mt19937& random) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  const auto name = [](std::size_t n) { return fmt::format("2401.{:05}", n + 1); };
  Change change = desk.library.begin("test", "test");
  for (std::size_t n = 0; n < 40; ++n) {
    Item item;
    item.ids = {*parse_identifier(name(n))};
    item.title = fmt::format("Paper {}", n);
    item.state = below(9) == 0 ? State::paused : State::queued;
    item.year = 2000 + static_cast<int>(below(24));
    if (below(6) == 0) {
      item.priority = k_priorities[below(3)];
    }
    if (below(6) == 0) {
      item.due = util::add_days(k_now.today, static_cast<int>(below(40)));
    }
    if (below(3) == 0) {
      item.tags = {below(2) == 0 ? "vlm" : "decoding"};
    }
    change.save(item);
  }
  for (std::size_t n = 0; n < 30; ++n) {
    ReferenceList list;
    list.citing = *parse_identifier(name(n));
    list.source = "test";
    list.fetched = "2024-11-01T00:00:00Z";
    for (int position = 1; position <= 5; ++position) {
      list.entries.push_back({position, *parse_identifier(name(below(45))), "", std::nullopt, ""});
    }
    change.save(list);
  }
  change.commit();
}

TEST_CASE("every remedy puts the item first when it is carried out") {
  std::mt19937 random(41);
  std::size_t tried = 0;
  for (int round = 0; round < 4; ++round) {
    Desk desk;
    fill(desk, random);
    for (int n = 0; n < 40; n += 3) {
      CAPTURE(n);
      const auto item = desk.library.find(*parse_identifier(fmt::format("2401.{:05}", n + 1))).value();
      for (const app::Remedy& remedy : why_not(desk, item).remedies) {
        CAPTURE(remedy.command);
        REQUIRE(first_of(desk.library) != item.row);
        carry_out(desk, item, remedy.command);
        CHECK(first_of(desk.library) == item.row);
        undo(desk);
        ++tried;
      }
    }
  }
  CHECK(tried > 40);
}

TEST_CASE("the day that it names is the latest that does") {
  std::mt19937 random(43);
  Desk desk;
  fill(desk, random);
  std::size_t tried = 0;
  for (int n = 0; n < 40; n += 4) {
    const auto item = desk.library.find(*parse_identifier(fmt::format("2401.{:05}", n + 1))).value();
    for (const app::Remedy& remedy : why_not(desk, item).remedies) {
      const auto day = after(remedy.command, "--due");
      if (!day || *day > util::add_days(k_now.today, 360)) {
        continue;
      }
      auto words = remedy.command;
      *std::find(words.begin(), words.end(), *day) = util::add_days(*day, 1);
      carry_out(desk, item, words);
      CHECK(first_of(desk.library) != item.row);
      undo(desk);
      ++tried;
    }
  }
  CHECK(tried > 3);
}

TEST_CASE("place and terms are those of the whole order") {
  std::mt19937 random(47);
  Desk desk;
  fill(desk, random);
  const auto places = app::places_in_queue(desk.library, {}, k_now);
  for (const auto& [row, place] : places) {
    const auto answer = why_not(desk, desk.library.find_row(row).value());
    REQUIRE(answer.item);
    CHECK(answer.item->rank == place);
    CHECK(answer.candidates == places.size());
    CHECK(answer.first->item.row == first_of(desk.library));
    double sum = 0;
    for (const TermPoints& term : answer.item->terms) {
      sum += term.points;
    }
    CHECK(sum == doctest::Approx(answer.item->score));
    CHECK((place == 1) == (row == first_of(desk.library)));
    CHECK((place > 1 || answer.remedies.empty()));
  }
}

TEST_CASE("what cannot be proposed says why, and the way out") {
  Desk desk;
  desk.put("2401.00001", "Queued");
  const auto obstacle = [&](const Item& item) {
    const auto answer = why_not(desk, item);
    CHECK_FALSE(answer.item);
    CHECK(answer.remedies.empty());
    return answer.obstacle;
  };
  CHECK(obstacle(desk.put("2401.00002", "Found", State::found)).find("papers keep") != std::string::npos);
  CHECK(obstacle(desk.put("2401.00003", "Parked", State::parked)).find("papers keep") != std::string::npos);
  CHECK(obstacle(desk.put("2401.00004", "Dropped", State::dropped)).find("papers keep") != std::string::npos);
  CHECK(obstacle(desk.put("2401.00005", "Read", State::read)).find("papers start") != std::string::npos);
  const Item deferred = desk.put("2401.00006", "Deferred");
  Change change = desk.library.begin("defer", "defer");
  app::defer(change, deferred, "2024-12-01", desk.clock.now());
  change.commit();
  CHECK(obstacle(deferred).find("deferred until 2024-12-01") != std::string::npos);
}

TEST_CASE("beginning it is no remedy where nothing more may be begun") {
  Desk desk;
  Item urgent = desk.put("2401.00001", "Urgent");
  urgent.priority = Priority::high;
  Change change = desk.library.begin("set", "set");
  change.save(urgent);
  change.commit();
  const Item other = desk.put("2401.00002", "Other");
  const auto names_start = [&](int most_reading) {
    const auto remedies = app::why_not(desk.library, {}, k_now, other, most_reading).remedies;
    return std::any_of(remedies.begin(), remedies.end(),
                       [](const app::Remedy& remedy) { return remedy.command.front() == "start"; });
  };
  CHECK(names_start(1));
  desk.put("2401.00003", "Dull", State::reading);
  CHECK(names_start(2));
  CHECK_FALSE(names_start(1));
}

TEST_CASE("when no single step helps, none is named") {
  Desk desk;
  Item urgent = desk.put("2401.00001", "Urgent");
  urgent.due = "2024-01-01";
  urgent.priority = Priority::high;
  urgent.state = State::reading;
  Change change = desk.library.begin("set", "set");
  change.save(urgent);
  change.commit();
  const Item other = desk.put("2401.00002", "Other");
  CHECK(why_not(desk, other).remedies.empty());
}

}  // namespace
}  // namespace papers
