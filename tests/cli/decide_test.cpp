// Weeks of a reader with the real program: planned, lived, slipped, decided.
#include <cmath>
#include <sstream>

#include <doctest/doctest.h>

#include "cli/world.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_refused = 5;

/// Five papers; the first cites all others, which cite nothing.
std::vector<Work> works() {
  std::vector<Work> works = numbered_works(5);
  for (std::size_t i = 1; i < works.size(); ++i) {
    works[0].references.push_back({.work = works[i].id});
  }
  return works;
}

struct Weeks {
  Server server{works()};
  World world{server};

  Weeks() {
    on("2024-11-04");
    REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "2401.00003"}).status == 0);
  }
  void on(const std::string& day) { world.set_variable("PAPERS_NOW", day + "T09:00:00Z"); }
  [[nodiscard]] std::string first() const {
    return world.json({"next"}).at("items").at(0).at("ids").at("arxiv");
  }
  [[nodiscard]] nlohmann::json item(const std::string& id) const {
    return world.json({"show", id}).at("items").at(0);
  }
  /// Plans this paper for the week of that day, and nothing else.
  void plan(const std::string& day, const std::string& id) {
    on(day);
    const ProgramResult planned = world.papers({"plan", id, "--hours", "0.75"});
    CAPTURE(planned.err);
    REQUIRE(planned.status == 0);
    REQUIRE(holds(planned.out, "45 min"));
  }
};

Words words_of(const std::string& command) {
  std::istringstream in(command);
  Words words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return {words.begin() + 1, words.end()};
}

}  // namespace

TEST_CASE("a paper that slips four weeks rises to the top, and asks for a decision from the third on") {
  Weeks weeks;
  const std::string slipping = "2401.00003";  // planned and never done
  REQUIRE(weeks.first() != slipping);
  int slips = 0;
  double last = -1;
  for (const char* monday : {"2024-11-04", "2024-11-11", "2024-11-18", "2024-11-25"}) {
    weeks.plan(monday, slipping);
    CHECK(weeks.item(slipping).at("slips") == slips);
    const auto decide = weeks.world.json({"decide"}).at("items");
    CHECK(decide.size() == (slips >= 3 ? 1 : 0));
    const auto queue = weeks.world.json({"next", "-n", "9"});
    for (const auto& item : queue.at("items")) {
      if (item.at("ids").at("arxiv") == slipping) {
        const double score = item.at("score").get<double>();
        CHECK(score > last);
        last = score;
      }
    }
    ++slips;
  }
  weeks.on("2024-12-01");  // Sunday: the week has not ended
  CHECK(weeks.item(slipping).at("slips") == 3);
  weeks.on("2024-12-02");
  CHECK(weeks.item(slipping).at("slips") == 4);
  CHECK(weeks.first() == slipping);
  CHECK(holds(weeks.world.papers({"next"}).out, "slipped 4 times"));
  CHECK(holds(weeks.world.papers({}).out, "slipped 4 times: split, skim"));
  CHECK(holds(weeks.world.papers({"plan", "--hours", "0.1"}).out, "split, skim, swap, park or drop?"));
  CHECK(holds(weeks.world.papers({"list", "slips:4.."}).out, "Number 3"));

  REQUIRE(weeks.world.papers({"decide", slipping, "skim"}).status == 0);
  CHECK(weeks.item(slipping).at("level") == "skim");
  CHECK(weeks.world.json({"decide"}).at("items").empty());
  CHECK(weeks.world.json({"slips"}).at("items").at(0).at("decisions").at(0).at("decision") == "skim");
  REQUIRE(weeks.world.papers({"undo"}).status == 0);
  CHECK(weeks.world.json({"decide"}).at("items").size() == 1);
  weeks.world.check_is_clean();
}

TEST_CASE("deferred before the week ends is no slip, and out of sight until its day") {
  Weeks weeks;
  weeks.plan("2024-11-04", "2401.00002");
  REQUIRE(weeks.world.papers({"defer", "2401.00002", "2024-12-02"}).status == 0);
  for (const char* day : {"2024-11-11", "2024-12-01"}) {
    weeks.on(day);
    CHECK(weeks.item("2401.00002").at("slips") == 0);
    CHECK(weeks.world.json({"next", "-n", "9"}).at("items").size() == 2);
    CHECK(holds(weeks.world.papers({"next", "--why-not", "2401.00002"}).out, "deferred until 2024-12-02"));
  }
  weeks.on("2024-12-02");
  CHECK(weeks.world.json({"next", "-n", "9"}).at("items").size() == 3);
  weeks.world.check_is_clean();
}

TEST_CASE("what why-not says is true when it is done, on every day of a month") {
  Weeks weeks;
  REQUIRE(weeks.world.papers({"set", "2401.00002", "--due", "2024-12-01"}).status == 0);
  std::size_t tried = 0;
  for (const char* day : {"2024-11-04", "2024-11-20", "2024-12-05"}) {
    weeks.on(day);
    for (const char* id : {"2401.00001", "2401.00002", "2401.00003"}) {
      const auto answer = weeks.world.json({"next", "--why-not", id});
      for (const std::string command : answer.at("would_be_first")) {
        CAPTURE(command);
        REQUIRE(weeks.first() != id);
        REQUIRE(weeks.world.papers(words_of(command)).status == 0);
        CHECK(weeks.first() == id);
        REQUIRE(weeks.world.papers({"undo"}).status == 0);
        ++tried;
      }
    }
  }
  CHECK(tried >= 6);
}

TEST_CASE("the due day presses more every day, before it and after") {
  Weeks weeks;
  REQUIRE(weeks.world.papers({"set", "2401.00003", "--due", "2024-12-01"}).status == 0);
  double last = 0;
  for (const char* day : {"2024-11-04", "2024-11-10", "2024-11-24", "2024-11-30", "2024-12-01", "2024-12-02",
                          "2024-12-31", "2025-06-01"}) {
    CAPTURE(day);
    weeks.on(day);
    const auto queue = weeks.world.json({"next", "-n", "9"});
    for (const auto& item : queue.at("items")) {
      if (item.at("ids").at("arxiv") == "2401.00003") {
        CHECK(item.at("terms").at(0).at("name") == "due");
        CHECK(item.at("terms").at(0).at("points").get<double>() > last);
        last = item.at("terms").at(0).at("points").get<double>();
      }
    }
  }
  CHECK(last > 0);
}

TEST_CASE("a plan stays within its hours; more is refused with exit 5 and changes nothing") {
  Weeks weeks;
  const ProgramResult planned = weeks.world.papers({"plan", "--hours", "2"});
  CHECK(planned.status == 0);
  CHECK(weeks.world.json({"plan", "--show"}).at("minutes").get<int>() <= 120);
  CHECK(holds(planned.out, "does not fit"));
  const ProgramResult refused =
      weeks.world.papers({"plan", "2401.00001", "2401.00002", "2401.00003", "--hours", "2"});
  CHECK(refused.status == k_refused);
  CHECK(holds(refused.err, "30 min"));
  CHECK(weeks.world.json({"plan", "--show"}).at("hours") == 2);
  CHECK(holds(weeks.world.papers({"plan", "--show", "--lang", "zh"}).out, "周"));
  weeks.world.check_is_clean();
}

TEST_CASE("a fourth item is not begun silently") {
  Weeks weeks;
  REQUIRE(weeks.world.papers({"keep", "2401.00004"}).status == 0);
  for (const char* id : {"2401.00001", "2401.00002", "2401.00003"}) {
    REQUIRE(weeks.world.papers({"start", id}).status == 0);
  }
  const ProgramResult refused = weeks.world.papers({"start", "2401.00004"});
  CHECK(refused.status == k_refused);
  CHECK(holds(refused.err, "papers pause"));
  CHECK(weeks.item("2401.00004").at("state") == "queued");
}

TEST_CASE("plans, decisions, links, deferrals and foci go through JSON Lines without loss") {
  Weeks weeks;
  for (const char* monday : {"2024-11-04", "2024-11-11", "2024-11-18"}) {
    weeks.plan(monday, "2401.00001");
  }
  weeks.on("2024-11-26");
  for (const Words& words :
       {Words{"slips", "2401.00001", "--because", "a poster"},
        {"decide", "2401.00001", "split", "proofs", "experiments"},
        {"link", "2401.00003", "--replaces", "2401.00002"},
        {"defer", "2401.00003", "1w"},
        {"set", "2401.00002", "--level", "reproduce", "--done-when", "table 2", "--tag", "lm"},
        {"focus", "lm"},
        {"plan", "--hours", "3"}}) {
    CAPTURE(words[0]);
    REQUIRE(weeks.world.papers(words).status == 0);
  }
  const ProgramResult exported = weeks.world.papers({"export", "jsonl"});
  REQUIRE(exported.status == 0);
  World other;
  other.set_variable("PAPERS_NOW", "2024-11-26T09:00:00Z");
  REQUIRE(other.papers({"import", "-"}, exported.out).status == 0);
  CHECK(other.papers({"export", "jsonl"}).out == exported.out);
  for (const Words& words :
       {Words{"next", "-n", "9", "--json"}, {"slips", "--json"}, {"plan", "--show", "--json"}}) {
    CHECK(other.papers(words).out == weeks.world.papers(words).out);
  }
  other.check_is_clean();
}
