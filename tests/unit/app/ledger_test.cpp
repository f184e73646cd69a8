// The ledger: slips with their reasons, and what is decided about what slipped too often.
#include "app/ledger.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "app/choose.hpp"
#include "app/decide.hpp"
#include "app/deferral.hpp"
#include "app/links.hpp"
#include "chain.hpp"
#include "model/plan.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using app::Verdict;
using test::Desk;
using test::failure_of;

/// A reader who plans one paper week after week from 4 November 2024 on, and does not read it.
struct Putting : Desk {
  app::ThisWeek now;
  Item item = put("2401.00001", "Survey: all of it");

  explicit Putting(int weeks) {
    util::Week week = util::week_of("2024-11-04", util::WeekStart::monday);
    Change change = library.begin("plan", "plan");
    for (int n = 0; n < weeks; ++n, week = util::week_after(week, 1, util::WeekStart::monday)) {
      change.save(record_of(model::Plan{week.id, week.last, {{item.ids.front()}}, {}, {}, {}}));
    }
    change.commit();
    now = app::this_week(week.first, util::WeekStart::monday);
    clock.time = util::from_moment(week.first + "T12:00:00Z").value();
    item = again();
  }
  Item again() { return library.find(item.ids.front()).value(); }

  std::vector<Item> decide(const app::Ruling& ruling) {
    Change change = library.begin("decide", "decide");
    auto items = app::decide(change, item, ruling, now, clock.now());
    change.commit();
    item = again();
    return items;
  }
  void undo() {
    Change change = library.begin("undo", "undo");
    change.undo();
    change.commit();
    item = again();
  }
};

TEST_CASE("from the third slip on an item wants a decision") {
  for (const int weeks : {1, 2, 3, 4}) {
    CAPTURE(weeks);
    Putting putting(weeks);
    CHECK(putting.item.slips == weeks);
    const auto entries = app::ledger(putting.library);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].slips.size() == static_cast<std::size_t>(weeks));
    CHECK(entries[0].slips[0] == app::Slip{"2024-W45", ""});
    CHECK(entries[0].wants_decision == (weeks >= 3));
    CHECK(app::undecided(putting.library, putting.now).size() == (weeks >= 3 ? 1 : 0));
  }
}

TEST_CASE("a reason is kept with the newest slip, and may be taken back") {
  Putting putting(2);
  const auto note = [&](const std::string& reason) {
    Change change = putting.library.begin("slips", "slips");
    app::note_reason(change, putting.item, reason);
    change.commit();
  };
  note("a poster came in between");
  auto slips = app::ledger(putting.library)[0].slips;
  CHECK(slips[0].reason.empty());
  CHECK(slips[1].reason == "a poster came in between");
  note("");
  CHECK(app::ledger(putting.library)[0].slips[1].reason.empty());

  const Item fresh = putting.put("2401.00002", "Fresh");
  Change change = putting.library.begin("slips", "slips");
  CHECK(failure_of([&] { app::note_reason(change, fresh, "why"); }) == ExitCode::no_match);
}

TEST_CASE("a decision is kept with the number of slips, and settles the matter for three more") {
  Putting putting(3);
  putting.decide({.verdict = Verdict::skim, .because = "the method is known"});
  CHECK(putting.item.level == Level::skim);
  CHECK(putting.item.state == State::queued);
  CHECK(app::undecided(putting.library, putting.now).empty());
  const auto decisions = app::ledger(putting.library)[0].decisions;
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].verdict == Verdict::skim);
  CHECK(decisions[0].slips == 3);
  CHECK(decisions[0].because == "the method is known");

  // It slips on, for three more weeks.
  util::Week week = putting.now.week;
  for (int n = 0; n < 3; ++n, week = util::week_after(week, 1, util::WeekStart::monday)) {
    CHECK(app::undecided(putting.library, putting.now).empty());
    Change change = putting.library.begin("plan", "plan");
    change.save(record_of(model::Plan{week.id, week.last, {{putting.item.ids.front()}}, {}, {}, {}}));
    change.commit();
    const auto next = util::week_after(week, 1, util::WeekStart::monday);
    putting.now = app::this_week(next.first, util::WeekStart::monday);
    putting.clock.time = util::from_moment(next.first + "T12:00:00Z").value();
  }
  CHECK(app::undecided(putting.library, putting.now).size() == 1);
}

TEST_CASE("swapping queues the stand-in with the urgency of the item, links it, and parks the item") {
  Putting putting(3);
  Item urgent = putting.item;
  urgent.priority = Priority::high;
  Change change = putting.library.begin("set", "set");
  change.save(urgent);
  change.commit();
  putting.item = putting.again();
  const Item post = putting.put("https://example.org/post", "A post on it", State::found);
  const auto items = putting.decide({.verdict = Verdict::swap, .stand_in = post});
  REQUIRE(items.size() == 2);
  CHECK(putting.item.state == State::parked);
  const Item other = putting.library.find_row(post.row).value();
  CHECK(other.state == State::queued);
  CHECK(other.priority == Priority::high);
  const auto links = app::links_of(putting.library, putting.item);
  REQUIRE(links.size() == 1);
  CHECK(app::words_for(links[0]) == "is replaced by");
  putting.undo();
  CHECK(putting.item.state == State::queued);
  CHECK(app::links_of(putting.library, putting.item).empty());
  CHECK(putting.library.find_row(post.row)->state == State::found);
  CHECK(app::undecided(putting.library, putting.now).size() == 1);
  CHECK(failure_of([&] { putting.decide({.verdict = Verdict::swap}); }) == ExitCode::usage);
  CHECK(failure_of([&] { putting.decide({.verdict = Verdict::swap, .stand_in = putting.item}); }) ==
        ExitCode::usage);
}

TEST_CASE("splitting, parking and dropping do what they say, and take the item out of the queue") {
  for (const Verdict verdict : {Verdict::split, Verdict::park, Verdict::drop}) {
    CAPTURE(name_of(verdict));
    Putting putting(3);
    const auto items = putting.decide(
        {verdict,
         verdict == Verdict::split ? std::vector<std::string>{"a", "b"} : std::vector<std::string>{},
         {},
         ""});
    CHECK(items.size() == (verdict == Verdict::split ? 3 : 1));
    CHECK(putting.item.state == (verdict == Verdict::drop ? State::dropped : State::parked));
    CHECK(app::undecided(putting.library, putting.now).empty());
    CHECK(app::ledger(putting.library)[0].decisions.at(0).verdict == verdict);
    const auto next = app::choose(putting.library, {}, putting.now, {5});
    CHECK(next.size() == (verdict == Verdict::split ? 2 : 0));
    putting.undo();
    CHECK(app::choose(putting.library, {}, putting.now, {5}).size() == 1);
  }
}

TEST_CASE("parking or dropping by whatever command is a decision, once it slipped so often") {
  for (const int weeks : {2, 3}) {
    Putting putting(weeks);
    Item after = putting.item;
    after.state = State::dropped;
    Change change = putting.library.begin("drop", "drop");
    change.save(after);
    app::follow_state(change, putting.item, after, putting.now, putting.clock.now());
    change.commit();
    CHECK(app::ledger(putting.library)[0].decisions.size() == (weeks == 3 ? 1 : 0));
  }
}

TEST_CASE("what is deferred or cannot be read now does not ask for a decision") {
  Putting putting(4);
  Change change = putting.library.begin("defer", "defer");
  app::defer(change, putting.item, "2025-06-01", putting.clock.now());
  change.commit();
  CHECK(app::ledger(putting.library).size() == 1);
  CHECK(app::undecided(putting.library, putting.now).empty());
  CHECK(app::undecided(putting.library, app::this_week("2025-06-01", util::WeekStart::monday)).size() == 1);
}

TEST_CASE("what slipped for four weeks comes before anything fresh of its kind, however relevant") {
  Putting putting(4);
  for (int n = 1; n <= 6; ++n) {
    putting.put("2402.0000" + std::to_string(n), "Fresh " + std::to_string(n));
  }
  // All the others cite one another; nothing cites what slipped.
  for (int n = 2; n <= 6; ++n) {
    putting.cite("2402.0000" + std::to_string(n), {"2402.00001"});
  }
  const auto best = app::choose(putting.library, {}, putting.now, {1});
  REQUIRE(best.size() == 1);
  CHECK(best[0].item.title == "Survey: all of it");
  const auto slips = std::find_if(best[0].terms.begin(), best[0].terms.end(),
                                  [](const TermPoints& term) { return term.name == "slips"; });
  CHECK(slips->why == "slipped 4 times");
}

TEST_CASE("decisions that make no sense are left out, and told apart by their field") {
  Desk desk;
  Change change = desk.library.begin("test", "test");
  change.save(Record{"decision", "a", R"({"item":"2401.00001","decision":"sleep"})"});
  change.save(Record{"decision", "b", R"({"item":"2401.00001","decision":"skim","slips":3})"});
  change.commit();
  CHECK(app::decisions(desk.library).size() == 1);
  const auto wrong = app::decision_of({"decision", "a", R"({"item":"2401.00001","decision":"sleep"})"});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message.find("decision") != std::string::npos);
}

}  // namespace
}  // namespace papers
