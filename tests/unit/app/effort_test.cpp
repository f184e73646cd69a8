#include "app/effort.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace papers {
namespace {

using app::Effort;
using app::Pace;

Item item_of(Kind kind, std::optional<Level> level = {}, std::optional<std::string> comment = {}) {
  Item item;
  item.kind = kind;
  item.level = level;
  item.comment = std::move(comment);
  return item;
}

std::vector<TimedReading> readings(int count, int minutes, Kind kind = Kind::paper) {
  return std::vector<TimedReading>(static_cast<std::size_t>(count), {kind, Level::read, minutes, ""});
}

TEST_CASE("without any readings the table is shown, and said to be a guess") {
  const Pace pace(std::vector<TimedReading>{});
  CHECK(pace.effort(item_of(Kind::paper)) == Effort{45, Effort::From::table, 0});
  CHECK(pace.effort(item_of(Kind::paper, Level::skim)).minutes == 20);
  CHECK(pace.effort(item_of(Kind::paper), Level::skim).minutes == 20);
  CHECK(pace.effort(item_of(Kind::paper, Level::reproduce)).minutes == 480);
  CHECK(app::effort_words(pace.effort(item_of(Kind::paper))) == "about 45 min");
  CHECK(app::basis_words(pace.effort(item_of(Kind::paper))) == "usual, none timed so far");
}

TEST_CASE("deeper levels never take less, whatever the kind") {
  const Pace pace(std::vector<TimedReading>{});
  for (const Kind kind : k_kinds) {
    int last = 1;
    for (const Level level : k_levels) {
      const int minutes = pace.effort(item_of(kind), level).minutes;
      CHECK(minutes >= last);
      last = minutes;
    }
  }
}

TEST_CASE("long papers take longer, within reason") {
  const Pace pace(std::vector<TimedReading>{});
  const auto minutes = [&](const char* comment) {
    return pace.effort(item_of(Kind::paper, Level::read, comment)).minutes;
  };
  CHECK(minutes("10 pages") == 45);
  CHECK(minutes("20 pages, 5 figures") == 90);
  CHECK(minutes("2 pages") == 18);
  CHECK(minutes("400 pages") == 180);
  CHECK(minutes("accepted at ICML") == 45);
  CHECK(pace.effort(item_of(Kind::post, Level::read, "20 pages")).minutes == 20);
}

TEST_CASE("pages are found in what sources say") {
  struct Row {
    const char* comment;
    std::optional<int> pages;
  };
  for (const Row& row : {Row{"12 pages, 5 figures", 12}, Row{"ICML 2024; 14 Pages", 14}, Row{"8+4 pages", 12},
                         Row{"8 + 4 pages", 4}, Row{"9-page paper", 9}, Row{"xii, 310 pp.", 310},
                         Row{"project page: https://a.org", {}}, Row{"", {}}, Row{"pages", {}},
                         Row{"0 pages", {}}, Row{"99999 pages", {}}, Row{"webpage, 7 pages", 7}}) {
    CAPTURE(row.comment);
    CHECK(app::pages_in(row.comment) == row.pages);
  }
}

TEST_CASE("with every reading the estimate comes closer to what readings take") {
  double last = 1e9;
  for (int count = 0; count <= 12; ++count) {
    const double error = std::abs(Pace(readings(count, 90)).effort(item_of(Kind::paper)).minutes - 90.0);
    CAPTURE(count);
    CHECK(error <= last);
    last = error;
  }
  CHECK(last <= 10);
  CHECK(Pace(readings(2, 90)).effort(item_of(Kind::paper)).from == Effort::From::table);
  const Effort learned = Pace(readings(3, 90)).effort(item_of(Kind::paper));
  CHECK(learned.from == Effort::From::readings);
  CHECK(app::effort_words(learned) == "about 75 min");
  CHECK(app::basis_words(learned).empty());
  CHECK(app::basis_words(Pace(readings(1, 90)).effort(item_of(Kind::paper))) == "usual, 1 timed so far");
}

TEST_CASE("a reader slow with papers is somewhat slow with posts, until those are timed") {
  CHECK(Pace(readings(9, 90)).effort(item_of(Kind::post)).minutes > 20);
  auto both = readings(9, 90);
  for (const TimedReading& post : readings(9, 10, Kind::post)) {
    both.push_back(post);
  }
  CHECK(Pace(both).effort(item_of(Kind::post)).minutes < 15);
  CHECK(Pace(both).effort(item_of(Kind::paper)).minutes > 70);
}

TEST_CASE("what the reader says is taken as it is, and scaled for other levels") {
  const Pace pace(readings(9, 90));
  Item item = item_of(Kind::paper, Level::deep);
  item.effort_minutes = 300;
  CHECK(pace.effort(item) == Effort{300, Effort::From::reader, 9});
  CHECK(pace.effort(item, Level::skim).minutes == 40);
  CHECK(app::effort_words(pace.effort(item)) == "5 h");
}

TEST_CASE("what does not fit as a whole may fit as a skim") {
  const Pace pace(std::vector<TimedReading>{});
  CHECK_FALSE(pace.within(item_of(Kind::paper), 50)->as_skim);
  CHECK(pace.within(item_of(Kind::paper), 44)->as_skim);
  CHECK(pace.within(item_of(Kind::paper), 44)->effort.minutes == 20);
  CHECK_FALSE(pace.within(item_of(Kind::paper), 19));
  CHECK_FALSE(pace.within(item_of(Kind::task), 29));
}

TEST_CASE("nonsense does no harm") {
  const Pace pace(
      {{Kind::paper, {}, 0, ""}, {Kind::paper, {}, -5, ""}, {Kind::paper, {}, 2'000'000'000, ""}});
  const int minutes = pace.effort(item_of(Kind::paper)).minutes;
  CHECK(minutes >= 1);
  CHECK(minutes <= 100'000);
}

TEST_CASE("minutes are said as people say them") {
  for (const auto& [minutes, words] : {std::pair{1, "1 min"},
                                       {59, "59 min"},
                                       {60, "1 h"},
                                       {75, "75 min"},
                                       {120, "2 h"},
                                       {150, "2 h 30"},
                                       {605, "10 h 05"}}) {
    CHECK(app::minutes_words(minutes) == words);
  }
}

TEST_CASE("tasks and what is to be reproduced cannot be skimmed") {
  CHECK(app::can_be_skimmed(item_of(Kind::paper)));
  CHECK_FALSE(app::can_be_skimmed(item_of(Kind::task)));
  CHECK_FALSE(app::can_be_skimmed(item_of(Kind::code, Level::reproduce)));
}

}  // namespace
}  // namespace papers
