#include "app/log_saying.hpp"

#include <cstdlib>
#include <ctime>
#include <utility>

#include <doctest/doctest.h>

#include "util/calendar.hpp"

namespace papers {
namespace {

using What = app::LogSaying::What;

const app::LogCalendar k_calendar{"2024-11-20", util::WeekStart::monday};

/// What the only thing of a log of 17 November 2024 is said to be.
app::LogSaying said(const std::string& heading, const std::string& entry) {
  const weekly::WeeklyLog log = weekly::parse_log("# 2024.11.17\n## " + heading + "\n- " + entry + "\n");
  const app::LogContent content = app::content_of(log);
  REQUIRE(content.things.size() == 1);
  return app::saying_of(content.things.front(), k_calendar);
}

Item heard(const std::string& heading, const std::string& entry, Item item = {}) {
  const weekly::WeeklyLog log = weekly::parse_log("# 2024.11.17\n## " + heading + "\n- " + entry + "\n");
  const app::LogContent content = app::content_of(log);
  REQUIRE(content.things.size() == 1);
  app::apply(app::saying_of(content.things.front(), k_calendar), content.things.front(), item);
  return item;
}

const std::string k_paper = "[A](https://arxiv.org/abs/2403.00835)";

TEST_CASE("section, outcome and parts together say what became of a thing") {
  struct Row {
    const char* heading;
    std::string entry;
    What what;
  };
  for (const Row& row : {
           Row{"本周进度", k_paper, What::done},
           Row{"本周进度", "[ ] " + k_paper, What::slipped},
           Row{"本周进度", "[-] " + k_paper, What::begun},
           Row{"本周进度", "未完成 " + k_paper, What::slipped},
           Row{"本周进度", "完成cs231n的module2", What::begun},
           Row{"本周进度", "完成了cs231n的所有lecture", What::done},
           Row{"本周进度", "cs231n", What::begun},
           Row{"本周进度", "完成 cs231n", What::done},
           Row{"下周规划", k_paper, What::planned},
           Row{"下周规划", "[x] " + k_paper, What::done},
           Row{"回顾", "[ ] " + k_paper, What::slipped},
           Row{"回顾", k_paper, What::wanted},
           Row{"Reading list", k_paper, What::wanted},
           Row{"Reading list", "[x] " + k_paper, What::done},
       }) {
    CAPTURE(row.heading);
    CAPTURE(row.entry);
    CHECK(said(row.heading, row.entry).what == row.what);
  }
}

TEST_CASE("what was done was done on the day of the log, what a plan shows as done by the end of its week") {
  CHECK(said("本周进度", k_paper).day == "2024-11-17");
  CHECK(said("下周规划", "[x] " + k_paper).day == "2024-11-20");  // today
  CHECK(said("下周规划", k_paper).day == "2024-11-17");
}

TEST_CASE("what is done is read, with level, minutes and takeaway") {
  const Item item = heard("本周进度", "略读 " + k_paper + "（20 分钟）：有用");
  CHECK(item.state == State::read);
  CHECK(item.finished == "2024-11-17T12:00:00Z");
  CHECK(item.level == Level::skim);
  CHECK(item.minutes == 20);
  REQUIRE(item.notes.size() == 1);
  CHECK(item.notes[0] == Note{"2024-11-17T12:00:00Z", "takeaway", "有用"});
}

TEST_CASE("what the reader filled in and decided stays") {
  Item item;
  item.state = State::dropped;
  item.minutes = 5;
  item.effort_minutes = 10;
  CHECK(heard("下周规划", k_paper + "（约 30 分钟）", item).effort_minutes == 10);
  CHECK(heard("下周规划", k_paper, item).state == State::dropped);
  CHECK(heard("本周进度", k_paper + "（30 分钟）", item).minutes == 5);
  item.state = State::read;
  item.finished = "2024-01-01T00:00:00Z";
  item.level = Level::deep;
  CHECK(heard("本周进度", k_paper, item).finished == "2024-01-01T00:00:00Z");
  CHECK(heard("本周进度", "略读 " + k_paper, item).level == Level::deep);
}

// A reader imported his own report, whose plan held what he had read since, and lost what he had entered.
TEST_CASE("what was read stays read when it is planned, whether before or after") {
  for (const char* const finished : {"2024-11-10T12:00:00Z", "2024-11-19T12:00:00Z"}) {
    Item item;
    item.state = State::read;
    item.finished = finished;
    CHECK(heard("下周规划", k_paper, item) == item);
  }
}

// A course of 20 hours, of which a report planned 2 for the week, came back as one of 2 hours.
TEST_CASE("an estimate is no effort that the reader entered, and no time that it took") {
  for (const char* const about : {"（约 120 分钟）", " (about 120 min)"}) {
    CHECK_FALSE(heard("下周规划", k_paper + about).effort_minutes);
    CHECK_FALSE(heard("下周规划", "[x] " + k_paper + about).minutes);
  }
  CHECK(heard("下周规划", k_paper + "（120 分钟）").effort_minutes == 120);
}

// "未完成 A（约 90 分钟）" said nothing of the effort.
TEST_CASE("about so many minutes is the effort of what is not done, and the time that what is done took") {
  struct Row {
    const char* heading;
    const char* front;
  };
  for (const Row& row :
       {Row{"本周进度", "未完成 "}, Row{"本周进度", "[-] "}, Row{"Reading list", ""}, Row{"回顾", "[ ] "}}) {
    CAPTURE(row.heading);
    CAPTURE(row.front);
    const Item open = heard(row.heading, row.front + k_paper + "（约 90 分钟）");
    CHECK(open.effort_minutes == 90);
    CHECK_FALSE(open.minutes);
  }
  const Item done = heard("本周进度", "完成 " + k_paper + "（约 90 分钟）");
  CHECK(done.minutes == 90);
  CHECK_FALSE(done.effort_minutes);
  Item known;
  known.effort_minutes = 10;
  CHECK(heard("Reading list", k_paper + "（约 90 分钟）", known).effort_minutes == 10);
  CHECK_FALSE(heard("下周规划", "[-] " + k_paper + "（约 90 分钟）").effort_minutes);
}

TEST_CASE("hearing the same twice notes it once") {
  const std::string entry = k_paper + "：有用";
  const Item once = heard("本周进度", entry);
  CHECK(heard("本周进度", entry, once) == once);
}

TEST_CASE("a day has a moment that lies on it in every zone") {
  const char* const old = std::getenv("TZ");
  const std::string before = old == nullptr ? "" : old;
  for (const char* zone : {"UTC", "Asia/Shanghai", "<+14>-14", "<-12>12"}) {
    setenv("TZ", zone, 1);
    tzset();
    CAPTURE(zone);
    CHECK(util::local_day(*util::from_moment(app::moment_on("2024-11-17"))) == "2024-11-17");
  }
  old == nullptr ? unsetenv("TZ") : setenv("TZ", before.c_str(), 1);
  tzset();
  CHECK(app::moment_on("").empty());
}

}  // namespace
}  // namespace papers
