// What the reader says of a week or a day: its focus, and what is not to be proposed before.
#include "app/focus.hpp"

#include <set>

#include <doctest/doctest.h>

#include "app/choose.hpp"
#include "app/deferral.hpp"
#include "app/links.hpp"
#include "desk.hpp"

namespace papers {
namespace {

using test::Desk;

const app::ThisWeek k_now = app::this_week("2024-11-18", util::WeekStart::monday);

void set_focus(Desk& desk, const std::optional<app::Focus>& focus) {
  Change change = desk.library.begin("focus", "focus");
  app::set_focus(change, k_now.week.id, focus, desk.clock.now());
  change.commit();
}

void defer(Desk& desk, const Item& item, const std::optional<std::string>& until) {
  Change change = desk.library.begin("defer", "defer");
  app::defer(change, item, until, desk.clock.now());
  change.commit();
}

std::string first_title(const Desk& desk, const app::ThisWeek& now) {
  const auto best = app::choose(desk.library, {}, now, {1});
  return best.empty() ? "" : best.front().item.title;
}

TEST_CASE("a focus is of one week, replaced and taken away") {
  Desk desk;
  CHECK_FALSE(app::focus_of(desk.library, "2024-W47"));
  set_focus(desk, app::Focus{"vlm"});
  CHECK(app::focus_of(desk.library, "2024-W47") == app::Focus{"vlm"});
  CHECK_FALSE(app::focus_of(desk.library, "2024-W48"));
  set_focus(desk, app::Focus{"", *parse_identifier("2401.00001")});
  CHECK(app::focus_of(desk.library, "2024-W47")->item == *parse_identifier("2401.00001"));
  set_focus(desk, std::nullopt);
  CHECK_FALSE(app::focus_of(desk.library, "2024-W47"));
}

TEST_CASE("the focus on a tag brings the items that have it; on an item, what it cites and its parts too") {
  Desk desk;
  const Item paper = desk.put("2401.00001", "A paper");
  Item tagged = desk.put("2401.00002", "Tagged");
  tagged.tags = {"vlm"};
  const Item cited = desk.put("2401.00003", "Cited");
  const Item part = desk.put("https://example.org/part", "A part");
  desk.cite("2401.00001", {"2401.00003"});
  Change change = desk.library.begin("test", "test");
  change.save(tagged);
  app::add_link(change, part, model::Relation::part_of, paper, desk.clock.now());
  change.commit();
  CHECK(app::rows_in_focus(desk.library, {"vlm"}) == std::vector{tagged.row});
  const auto rows = app::rows_in_focus(desk.library, {"", paper.ids.front()});
  CHECK(std::set<std::int64_t>(rows.begin(), rows.end()) ==
        std::set<std::int64_t>{paper.row, cited.row, part.row});
  CHECK(app::rows_in_focus(desk.library, {"nothing"}).empty());
  CHECK(app::rows_in_focus(desk.library, {"", *parse_identifier("2401.99999")}).empty());
  CHECK(app::focus_words(desk.library, {"", paper.ids.front()}) == "A paper");

  set_focus(desk, app::Focus{"vlm"});
  CHECK(first_title(desk, k_now) == "Tagged");
  CHECK(app::choose(desk.library, {}, k_now, {1}).front().terms[3].why == "in the week's focus, vlm");
  // The next week begins without one.
  CHECK(first_title(desk, app::this_week("2024-11-25", util::WeekStart::monday)) == "Cited");
}

TEST_CASE("what is deferred is not proposed before its day") {
  Desk desk;
  const Item first = desk.put("2401.00001", "First");
  desk.put("2401.00002", "Second");
  desk.cite("2401.00002", {"2401.00001"});
  REQUIRE(first_title(desk, k_now) == "First");
  defer(desk, first, "2024-11-20");
  CHECK(first_title(desk, k_now) == "Second");
  CHECK(first_title(desk, app::this_week("2024-11-19", util::WeekStart::monday)) == "Second");
  CHECK(first_title(desk, app::this_week("2024-11-20", util::WeekStart::monday)) == "First");
  CHECK(app::deferred_until(desk.library, first) == "2024-11-20");
  defer(desk, first, "2024-12-01");
  CHECK(app::deferred_until(desk.library, first) == "2024-12-01");
  defer(desk, first, std::nullopt);
  CHECK(first_title(desk, k_now) == "First");
  CHECK_FALSE(app::deferred_until(desk.library, first));
}

TEST_CASE("records that make no sense say nothing") {
  Desk desk;
  const Item item = desk.put("2401.00001", "A paper");
  Change change = desk.library.begin("test", "test");
  change.save(Record{"deferral", "arXiv:2401.00001", R"({"until":"someday"})"});
  change.save(Record{"deferral", "nobody", R"({"until":"2030-01-01"})"});
  change.save(Record{"focus", "2024-W47", R"({"tag":7})"});
  change.commit();
  CHECK(app::deferred(desk.library, "2024-11-18").empty());
  CHECK_FALSE(app::focus_of(desk.library, "2024-W47"));
  CHECK(first_title(desk, k_now) == "A paper");
}

}  // namespace
}  // namespace papers
