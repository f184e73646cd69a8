#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "unit/app/worked_example.hpp"
#include "unit/cli/shell.hpp"

namespace papers {
namespace {

using test::Shell;

void fill(Shell& shell) {
  shell.input = test::k_worked_example;
  REQUIRE(shell.run({"import", "-"}) == 0);
}

nlohmann::json graph_of(Shell& shell, std::vector<std::string> options) {
  options.insert(options.begin(), {"export", "json"});
  REQUIRE(shell.run(options) == 0);
  return nlohmann::json::parse(shell.out);
}

TEST_CASE("roots, depth, number and filter decide what is exported") {
  Shell shell;
  fill(shell);
  CHECK(graph_of(shell, {})["nodes"].size() == 8);
  const auto shallow = graph_of(shell, {"--depth", "1"});
  CHECK(shallow["nodes"].size() == 5);
  CHECK(shallow["depth"] == 1);
  CHECK(graph_of(shell, {"--root", "1001.0005"})["nodes"].size() == 3);
  CHECK(graph_of(shell, {"--root", "1001.0005", "--root", "1501.00003", "--depth", "0"})["nodes"].size() ==
        2);
  const auto few = graph_of(shell, {"--max-nodes", "3"});
  CHECK(few["nodes"].size() == 3);
  CHECK(few["all_papers"] == 8);
  CHECK(graph_of(shell, {"--max-nodes", "3", "--full"})["nodes"].size() == 8);
  CHECK(graph_of(shell, {"--filter", "state:found", "--filter", "year:2015.."})["nodes"].size() == 2);
}

TEST_CASE("a filter that nothing fits is no empty drawing") {
  Shell shell;
  fill(shell);
  CHECK(shell.run({"export", "dot", "--filter", "tag:nosuch"}) == 3);
  CHECK(shell.out.empty());
  CHECK(shell.err.find("--filter") != std::string::npos);
  const std::string file = (shell.folder.path() / "graph.dot").string();
  CHECK(shell.run({"export", "dot", "--filter", "tag:nosuch", "-o", file}) == 3);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a format that cannot leave anything out refuses to be asked for a part") {
  Shell shell;
  fill(shell);
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"jsonl", "--filter", "year:2015.."},
                                             {"jsonl", "--root", "1001.0005"},
                                             {"jsonl", "--depth", "1"},
                                             {"jsonl", "--since", "2024-01-01"},
                                             {"jsonl", "--max-nodes", "3"},
                                             {"csl", "--max-nodes", "3"}}) {
    CAPTURE(words[0]);
    CAPTURE(words[1]);
    CHECK(shell.run({"export", words[0], words[1], words[2]}) == 2);
    CHECK(shell.err.find(words[1] + ": " + words[0]) != std::string::npos);
    CHECK(shell.out.empty());
  }
}

TEST_CASE("the day from which news are marked is typed as people speak of days that have been") {
  Shell shell;
  fill(shell);
  struct Row {
    const char* word;
    const char* day;
  };
  for (const Row& row : {Row{"2024-11", "2024-11-01"}, Row{"2w", "2024-11-03"}}) {
    CAPTURE(row.word);
    const auto graph = graph_of(shell, {"--since", row.word});
    CHECK(graph == graph_of(shell, {"--since", row.day}));
    CHECK(graph != graph_of(shell, {}));
  }
  CHECK(shell.run({"export", "json", "--since", "tomorrow"}) == 2);
}

TEST_CASE("in a list the roots that are named must fit the filter as well") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"export", "csl", "--root", "1001.0005", "--filter", "state:any", "--filter",
                     "year:2015.."}) == 3);
  REQUIRE(shell.run({"export", "csl", "--root", "1001.0005", "--filter", "state:any", "--filter",
                     "year:..2011"}) == 0);
  for (const auto& item : nlohmann::json::parse(shell.out)) {
    CHECK(item["issued"]["date-parts"][0][0] <= 2011);
  }
}

TEST_CASE("pictures are not shown to a terminal, texts come as JSON when that is asked for") {
  Shell shell;
  fill(shell);
  CHECK(shell.run({"export", "png", "--json"}) == 2);
  CHECK(shell.err.find("papers export png -o reading.png") != std::string::npos);
  shell.terminal.out = true;
  CHECK(shell.run({"export", "pdf"}) == 2);
  shell.terminal.out = false;
  REQUIRE(shell.run({"export", "md", "--json"}) == 0);
  const auto said = nlohmann::json::parse(shell.out);
  CHECK(said["format"] == "md");
  REQUIRE(shell.run({"export", "md"}) == 0);
  CHECK(said["text"] == shell.out);
  REQUIRE(shell.run({"export", "csl", "--json"}) == 0);
  CHECK(nlohmann::json::parse(shell.out).is_array());
}

TEST_CASE("the drawing says what it covers") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"export", "dot", "--depth", "1"}) == 0);
  CHECK(shell.out.find(R"(2 roots, depth 1, 5 of 5 papers\nreferences known for 5 of 5)") !=
        std::string::npos);
  CHECK(shell.out.find(R"(PageRank\n+2 older (2001))") != std::string::npos);
}

}  // namespace
}  // namespace papers
