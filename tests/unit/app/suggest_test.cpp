#include "app/suggest.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "app/reading.hpp"
#include "unit/app/desk.hpp"
#include "unit/app/worked_example.hpp"

namespace papers {
namespace {

std::vector<std::string> names(const app::Suggestions& suggestions) {
  std::vector<std::string> list;
  for (const app::Suggestion& suggestion : suggestions.best) {
    list.push_back(format(suggestion.item.ids.front()));
  }
  return list;
}

const TermPoints& term(const app::Suggestion& suggestion, std::string_view name) {
  for (const TermPoints& points : suggestion.terms) {
    if (points.name == name) {
      return points;
    }
  }
  FAIL("no such term");
  return suggestion.terms.front();
}

void set_state(test::Desk& desk, const std::string& id, State state) {
  Item item = desk.library.find(*parse_identifier(id)).value();
  item.state = state;
  Change change = desk.library.begin("test", "test");
  change.save(item);
  change.commit();
}

long hundredths(double points) {
  return std::lround(points * 100);
}

TEST_CASE("found papers come in the order of the formula, with its score") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Suggestions all = app::suggest(desk.library, {});
  CHECK(names(all) == std::vector<std::string>{"arXiv:1501.00003", "arXiv:1601.00004", "arXiv:1001.0005",
                                               "arXiv:1201.0006", "arXiv:cs/0101007", "acl:F12"});
  const std::vector<double> scores{-0.7075, -2.2627, -2.5970, -4.1073, -4.2546, -4.5942};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    CHECK(all.best[i].relevance == doctest::Approx(scores[i]).epsilon(1e-4));
    CHECK(all.best[i].rank == static_cast<int>(i) + 1);
  }
  CHECK(all.candidates == 6);
  CHECK(all.kept == 2);
  CHECK(all.references_known == 2);
  CHECK(app::suggest(desk.library, {.most = 2}).best.size() == 2);
}

TEST_CASE("those that are asked for keep the ranks they have among all") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const std::int64_t third = app::suggest(desk.library, {}).best[2].item.row;
  const app::Suggestions one =
      app::suggest(desk.library, {.most = 10, .among = [third](std::int64_t row) { return row == third; }});
  CHECK(names(one) == std::vector<std::string>{"arXiv:1001.0005"});
  CHECK(one.best.front().rank == 3);
  CHECK(one.candidates == 6);
}

TEST_CASE("points add up to the score, and scores keep the order of the formula") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  long above = std::numeric_limits<long>::max();
  for (const app::Suggestion& suggestion : app::suggest(desk.library, {}).best) {
    long sum = 0;
    for (const TermPoints& points : suggestion.terms) {
      sum += hundredths(points.points);
      CHECK(points.weight * points.value == doctest::Approx(points.points).epsilon(1e-12));
      CHECK(points.points * 100 == doctest::Approx(static_cast<double>(hundredths(points.points))));
    }
    CHECK(sum == hundredths(suggestion.score));
    CHECK(sum <= above);
    above = sum;
  }
}

TEST_CASE("a value says how far a term lifts the paper above the median candidate, in its own unit") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Suggestions all = app::suggest(desk.library, {});
  CHECK(term(all.best[0], "near").weight == 10);
  CHECK(term(all.best[0], "cites").weight == 6);
  CHECK(term(all.best[0], "gap").weight == -3.5);
  CHECK(term(all.best[0], "title").weight == 20);
  CHECK(term(all.best[0], "gap").value < 0);  // newer than the median
  CHECK(term(all.best[0], "gap").points > 0);
}

TEST_CASE("every reason is said in words") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Suggestions all = app::suggest(desk.library, {});
  CHECK(term(all.best[0], "cites").why == "cited by 2 of your 2 papers, 1 step back");
  CHECK(term(all.best[0], "near").why == "close to 2 of your 2 kept papers");
  CHECK(term(all.best[0], "title").why == R"(shares "citation" and "graphs" with your titles)");
  CHECK(term(all.best[0], "gap").why == "5 years older than your newest");
  CHECK(term(all.best[2], "cites").why == "cited by 1 of your 2 papers and 2 others, 1 step back");
  CHECK(term(all.best[2], "title").why.empty());
  CHECK(term(all.best[4], "cites").why == "cited by 2 papers you know, 2 steps back");
  CHECK(term(all.best[5], "gap").why == "year not known");
}

TEST_CASE("with classics old papers are as welcome as new ones") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  const app::Suggestions all = app::suggest(desk.library, {.classics = true});
  CHECK(names(all).at(1) == "arXiv:1001.0005");
  CHECK(term(all.best[0], "gap").weight == 0);
  CHECK(term(all.best[0], "gap").points == 0);
}

TEST_CASE("what was judged is not suggested again, and what is kept counts from then on") {
  test::Desk desk;
  test::import_text(desk.library, desk.clock, test::k_worked_example);
  set_state(desk, "1501.00003", State::dropped);
  set_state(desk, "1601.00004", State::parked);
  set_state(desk, "1001.0005", State::queued);
  const app::Suggestions rest = app::suggest(desk.library, {});
  CHECK(names(rest) == std::vector<std::string>{"arXiv:cs/0101007", "arXiv:1201.0006", "acl:F12"});
  CHECK(rest.kept == 3);
  CHECK(term(rest.best[0], "cites").why == "cited by 1 of your 3 papers and 1 other, 2 steps back");
}

TEST_CASE("one kept paper is spoken of as one") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.cite("2403.00001", {"2303.00001"});
  const app::Suggestions one = app::suggest(desk.library, {});
  REQUIRE(one.best.size() == 1);
  CHECK(term(one.best[0], "cites").why == "cited by your one paper, 1 step back");
  CHECK(one.kept == 1);
}

TEST_CASE("unknown references are counted, and kept papers without citations are close to nothing") {
  test::Desk desk;
  desk.put("2403.00001", "root");
  desk.put("2403.00002", "its references are unknown");
  desk.cite("2403.00001", {"2303.00001", "2303.00002"});
  desk.cite("2303.00001", {"2303.00002"});
  desk.cite("2303.00002", {"2203.00003"});
  const app::Suggestions all = app::suggest(desk.library, {});
  CHECK(all.kept == 2);
  CHECK(all.references_known == 1);
  CHECK(term(all.best[0], "near").why == "close to your one kept paper with known citations");
  CHECK(app::suggest(test::Desk().library, {}).best.empty());
}

TEST_CASE("keeping queues what is not kept, and makes a root of that to which none leads") {
  for (const State state : k_states) {
    for (const std::optional<int> depth : {std::optional<int>(2), std::optional<int>()}) {
      Item item;
      item.state = state;
      item.depth = depth;
      app::keep(item);
      CHECK(item.state == (is_kept(state) ? state : State::queued));
      CHECK(item.root == (!is_kept(state) && !depth));
    }
  }
}

TEST_CASE("parking remembers why") {
  Item item;
  item.state = State::queued;
  app::park(item, "after the survey", test::FakeClock().now());
  CHECK(item.state == State::parked);
  REQUIRE(item.notes.size() == 1);
  CHECK(item.notes[0].kind == "reason");
  CHECK(item.notes[0].text == "after the survey");
  app::park(item, "", test::FakeClock().now());
  CHECK(item.notes.size() == 1);
}

}  // namespace
}  // namespace papers
