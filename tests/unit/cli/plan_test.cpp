// A week planned, kept to or not, and what is decided about what slipped, as it is seen.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/cli/week_library.hpp"

namespace papers {
namespace {

using test::Week;
using Words = std::vector<std::string>;

TEST_CASE("a week is planned, lived, planned again, and shown as accepted, in both languages") {
  Week reader;
  reader.sees({"plan", "--hours", "2.5"});
  reader.on("2024-11-20");
  reader.sees({"done", "speculative", "--minutes", "40", "--takeaway", "the distribution stays the same"});
  reader.sees({"start", "cllms"});
  reader.sees({"plan", "vllm", "--hours", "4"});
  reader.sees({"plan", "--show", "--lang", "zh"});
  reader.sees({});
  reader.sees({"plan", "--week", "next", "--hours", "1"});
  test::check_golden("cli/plan.txt", reader.transcript);
}

TEST_CASE("what slips week after week asks for a decision, and gets it, as accepted") {
  Week reader;
  for (const char* monday : {"2024-11-18", "2024-11-25", "2024-12-02"}) {
    reader.on(monday);
    REQUIRE(reader.run({"plan", "cs336", "vllm", "--hours", "24"}) == 0);
  }
  reader.on("2024-12-09");
  reader.sees({});
  reader.sees({"next"});
  reader.sees({"slips"});
  reader.sees({"slips", "cs336", "--because", "a poster came in between"});
  reader.sees({"decide"});
  reader.sees({"decide", "cs336", "split", "lec 5-6", "lec 7-8"});
  reader.sees({"decide", "vllm", "skim", "--because", "only where the time goes"});
  reader.sees({"slips"});
  reader.sees({"decide"});
  reader.sees({"plan", "--hours", "6"});
  reader.sees({"done", "lec 5-6"});
  reader.sees({"done", "lec 7-8"});
  reader.sees({"show", "cs336"});
  test::check_golden("cli/decide.txt", reader.transcript);
}

TEST_CASE("a plan of more than its hours says why") {
  Week reader;
  REQUIRE(reader.run({"plan", "--hours", "2.5"}) == 0);
  CHECK(reader.out.find("beyond") == std::string::npos);
  REQUIRE(reader.run({"start", "cllms"}) == 0);
  REQUIRE(reader.run({"plan", "cllms", "--hours", "0"}) == 0);
  CHECK(reader.out.find("45 min beyond the hours: what was done or begun stays in its plan") !=
        std::string::npos);
  REQUIRE(reader.run({"plan", "--show", "--lang", "zh"}) == 0);
  CHECK(reader.out.find("超出 45 分钟：已完成和进行中的保留在计划里") != std::string::npos);
}

TEST_CASE("more than the hours is refused, and so are weeks that have ended") {
  Week reader;
  CHECK(reader.run({"plan", "vllm", "--hours", "0.5"}) == 5);
  CHECK(reader.err.find("--hours") != std::string::npos);
  CHECK(reader.run({"plan", "--week", "2024-W46"}) == 5);
  CHECK(reader.run({"plan", "--week", "someday"}) == 2);
  CHECK(reader.run({"plan", "--hours", "200"}) == 2);
  CHECK(reader.run({"plan", "--hours", "many"}) == 2);
  CHECK(reader.run({"plan", "--show"}) == 3);
  CHECK(reader.run({"plan", "nothing at all"}) == 3);
  CHECK(reader.commands() == 1);
}

TEST_CASE("every command that decides can be rehearsed and undone") {
  Week reader;
  REQUIRE(reader.run({"plan", "--hours", "6"}) == 0);
  reader.on("2024-11-25");
  const std::vector<Words> commands{{"plan", "--hours", "3"},
                                    {"defer", "medusa", "2w"},
                                    {"focus", "lm"},
                                    {"slips", "medusa", "--because", "ill"},
                                    {"decide", "medusa", "skim"},
                                    {"decide", "medusa", "swap", "vllm"},
                                    {"decide", "medusa", "park"},
                                    {"split", "cs336", "a", "b"},
                                    {"link", "vllm", "--implements", "medusa"},
                                    {"set", "medusa", "--level", "reproduce", "--done-when", "table 2"},
                                    {"done", "vllm", "--ran", "yes"}};
  REQUIRE(reader.run({"export", "jsonl"}) == 0);
  const std::string before = reader.out;
  for (Words words : commands) {
    CAPTURE(words[0]);
    CAPTURE(words[1]);
    words.emplace_back("--dry-run");
    CHECK(reader.run(words) == 0);
    CHECK_FALSE(reader.out.empty());
    CHECK(reader.err.find("nothing was changed") != std::string::npos);
    REQUIRE(reader.run({"export", "jsonl"}) == 0);
    CHECK(reader.out == before);
    words.back() = "--json";
    CHECK(reader.json(Words(words.begin(), words.end() - 1)).size() > 1);
    REQUIRE(reader.run({"export", "jsonl"}) == 0);
    CHECK(reader.out != before);
    REQUIRE(reader.run({"undo"}) == 0);
    REQUIRE(reader.run({"export", "jsonl"}) == 0);
    CHECK(reader.out == before);
  }
}

TEST_CASE("a deferred item comes back on its day") {
  Week reader;
  const auto first = [&reader] { return reader.json({"next"})["items"][0]["key"].get<std::string>(); };
  const std::string best = first();
  reader.sees({"defer", best, "2024-11-25"});
  reader.sees({"next", "--why-not", best});
  CHECK(first() != best);
  CHECK(reader.json({"show", best})["items"][0]["deferred_until"] == "2024-11-25");
  reader.on("2024-11-25");
  CHECK(first() == best);
  CHECK(reader.run({"defer", best, "2024-11-25"}) == 2);
  CHECK(reader.run({"defer", best}) == 2);
  CHECK(reader.run({"defer", best, "someday"}) == 2);
  CHECK(reader.transcript.find("deferred until 2024-11-25; end that with:") != std::string::npos);
}

TEST_CASE("a focus is said, shown and ended") {
  Week reader;
  reader.sees({"focus", "serving"});
  CHECK(reader.json({"next"})["items"][0]["key"] == "vllm");
  reader.sees({"focus"});
  reader.sees({"focus", "cllms"});
  CHECK(reader.json({"next"})["items"][0]["key"] != "vllm");
  reader.sees({"focus", "none"});
  reader.sees({"focus", "nosuch"});
  test::check_golden("cli/focus.txt", reader.transcript);
}

TEST_CASE("a stand-in that is read makes what builds on the other ready") {
  Week reader;
  const auto ready = [&reader] {
    const auto answer = reader.json({"next", "-n", "9"});
    for (const auto& item : answer["items"]) {
      if (item["key"] == "santilli2023parallel") {
        return item["terms"][7];
      }
    }
    return nlohmann::json();
  };
  CHECK(ready()["name"] == "ready");
  CHECK(ready()["value"] == 0);
  reader.sees({"link", "cs336", "--replaces", "1706.03762"});
  reader.sees({"show", "1706.03762"});
  REQUIRE(reader.run({"done", "cs336"}) == 0);
  CHECK(ready()["value"] == 1);
  CHECK(ready()["why"] == "its key reference is read");
  REQUIRE(reader.run({"unlink", "cs336", "--replaces", "1706.03762"}) == 0);
  CHECK(ready()["value"] == 0);
  CHECK(reader.run({"link", "cs336"}) == 2);
  CHECK(reader.run({"link", "cs336", "--replaces", "cs336"}) == 2);
  test::check_golden("cli/link.txt", reader.transcript);
}

TEST_CASE("code says whether it ran, and what is to be reproduced when it is done") {
  Week reader;
  REQUIRE(reader.run({"set", "vllm", "--level", "reproduce", "--done-when",
                      "within 5 % of the reported rate"}) == 0);
  REQUIRE(reader.run({"start", "vllm"}) == 0);
  reader.sees({"next"});
  reader.sees({"done", "vllm", "--ran", "no", "--minutes", "2h"});
  reader.sees({"show", "vllm"});
  reader.sees({"done", "vllm", "--ran", "yes"});
  reader.sees({"show", "vllm"});
  test::check_golden("cli/reproduce.txt", reader.transcript);
}

}  // namespace
}  // namespace papers
