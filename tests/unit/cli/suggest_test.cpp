#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/app/worked_example.hpp"
#include "unit/cli/shell.hpp"

namespace papers {
namespace {

using test::Shell;

void fill(Shell& shell) {
  shell.input = test::k_worked_example;
  REQUIRE(shell.run({"import", "-"}) == 0);
}

TEST_CASE("suggestions are shown as accepted") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"suggest"}) == 0);
  test::check_golden("cli/suggest.txt", shell.out + "--\n" + shell.err);
  shell.terminal.columns = 50;
  REQUIRE(shell.run({"suggest", "-n", "2"}) == 0);
  test::check_golden("cli/suggest_narrow.txt", shell.out + "--\n" + shell.err);
}

TEST_CASE("suggestions in JSON have rank, score and terms that add up") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"suggest", "-n", "3", "--json"}) == 0);
  const auto answer = nlohmann::json::parse(shell.out);
  CHECK(answer["schema"] == 1);
  CHECK(answer["candidates"] == 6);
  CHECK(answer["kept"] == 2);
  CHECK(answer["references_known"] == 2);
  REQUIRE(answer["items"].size() == 3);
  int rank = 0;
  for (const auto& item : answer["items"]) {
    CHECK(item["rank"] == ++rank);
    CHECK(item["state"] == "found");
    long hundredths = 0;
    for (const auto& term : item["terms"]) {
      const double points = term["points"].get<double>();
      hundredths += std::lround(points * 100);
      CHECK(term["weight"].get<double>() * term["value"].get<double>() ==
            doctest::Approx(points).epsilon(1e-12));
      for (const char* field : {"name", "value", "weight", "why"}) {
        CHECK(term.contains(field));
      }
    }
    CHECK(hundredths == std::lround(item["score"].get<double>() * 100));
  }
}

TEST_CASE("decisions are remembered, said, and undone") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"keep", "1501.00003"}) == 0);
  CHECK(shell.out == "○ queued  #3  Citation graphs and random walks  Cole+ 2015\n");
  REQUIRE(shell.run({"park", "1601.00004", "--because", "after the survey"}) == 0);
  REQUIRE(shell.run({"drop", "1001.0005", "--because", "known well enough"}) == 0);
  REQUIRE(shell.run({"suggest", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 3);
  REQUIRE(shell.run({"show", "1001.0005", "--json"}) == 0);
  const auto dropped = nlohmann::json::parse(shell.out)["items"][0];
  CHECK(dropped["state"] == "dropped");
  CHECK(dropped["notes"][0]["kind"] == "reason");
  CHECK(dropped["notes"][0]["text"] == "known well enough");
  REQUIRE(shell.run({"show", "1501.00003", "--json"}) == 0);
  const auto kept = nlohmann::json::parse(shell.out)["items"][0];
  CHECK(kept["root"] == false);
  CHECK(kept["depth"] == 1);
  REQUIRE(shell.run({"undo", "3"}) == 0);
  REQUIRE(shell.run({"suggest", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 6);
  for (const char* command : {"keep", "park"}) {
    CAPTURE(command);
    CHECK(shell.run({command, "1501.00003", "--dry-run"}) == 0);
    CHECK(shell.err.find("nothing was changed") != std::string::npos);
  }
  REQUIRE(shell.run({"list", "state:found", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out)["items"].size() == 6);
}

TEST_CASE("when there is nothing to suggest, it says why and what would help") {
  Shell shell;
  CHECK(shell.run({"suggest"}) == 0);
  CHECK(shell.out.empty());
  CHECK(shell.err.find("papers add") != std::string::npos);
  shell.lay_out("2403.00835", "CLLMs");
  REQUIRE(shell.run({"add", "2403.00835"}) == 0);
  CHECK(shell.run({"suggest"}) == 0);
  CHECK(shell.err.find("references known for 0 of your 1 kept paper") != std::string::npos);
}

TEST_CASE("one kept paper tells little, and that is said") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"drop", "1801.00002"}) == 0);
  REQUIRE(shell.run({"suggest"}) == 0);
  CHECK(shell.err.find("keep two at least") != std::string::npos);
  REQUIRE(shell.run({"undo"}) == 0);
  REQUIRE(shell.run({"suggest"}) == 0);
  CHECK(shell.err.find("keep two at least") == std::string::npos);
}

TEST_CASE("a search that matches nothing exits 3, an empty part of the library does not") {
  Shell shell;
  fill(shell);
  for (const std::vector<std::string>& args :
       std::vector<std::vector<std::string>>{{"list", "tag:nosuch"},
                                             {"list", "nosuchword"},
                                             {"list", "state:any", "year:1066"},
                                             {"next", "--tag", "nosuch"},
                                             {"next", "--kind", "video"}}) {
    CAPTURE(args.back());
    CHECK(shell.run(args) == 3);
    CHECK(shell.out.empty());
    CHECK(shell.err.find("nothing matches") != std::string::npos);
    std::vector<std::string> as_json = args;
    as_json.emplace_back("--json");
    CHECK(shell.run(as_json) == 3);
    CHECK(nlohmann::json::parse(shell.out)["items"].empty());
  }
  CHECK(shell.run({"list", "state:paused"}) == 0);
  CHECK(shell.run({"list", "-n", "0", "tag:nosuch"}) == 3);
  CHECK(shell.run({"list", "tag:nosuch", "-q"}) == 3);
  CHECK(shell.err.find("tag:nosuch") != std::string::npos);
}

}  // namespace
}  // namespace papers
