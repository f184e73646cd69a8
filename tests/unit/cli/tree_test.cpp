#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/golden.hpp"
#include "unit/app/worked_example.hpp"
#include "unit/cli/shell.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using test::Shell;

void fill(Shell& shell) {
  shell.input = test::k_worked_example;
  REQUIRE(shell.run({"import", "-"}) == 0);
}

/// Adds a reference known by title only, and one whose title is wide and whose references nobody asked for.
void add_oddities(Shell& shell) {
  shell.input = R"({"type":"unresolved","from":"arXiv:1801.00002","title":"A handbook of walks"}
{"type":"paper","id":"arXiv:2001.00009","title":"深度学习综述：一个很长的标题，它不适合任何一行，因此必须被截断","year":2020,"authors":["张 三"]}
{"type":"cites","from":"arXiv:2001.00001","to":"arXiv:2001.00009","source":"other"})";
  REQUIRE(shell.run({"import", "-"}) == 0);
}

TEST_CASE("trees are shown as accepted, at any width") {
  Shell shell;
  fill(shell);
  add_oddities(shell);
  std::string all;
  for (const std::size_t columns : {120U, 80U, 60U}) {
    shell.terminal.columns = columns;
    REQUIRE(shell.run({"tree", "2001.00001"}) == 0);
    all += shell.out + "--\n";
    const std::string out = shell.out;
    for (const std::string_view line : util::split(out, '\n')) {
      CHECK(util::width(line) <= columns);
    }
  }
  shell.terminal.columns = 80;
  REQUIRE(shell.run({"tree", "2001.00001", "--depth", "1", "-n", "2"}) == 0);
  all += shell.out + "--\n";
  REQUIRE(shell.run({"tree", "cs/0101007"}) == 0);
  test::check_golden("cli/tree.txt", all + shell.out);
}

TEST_CASE("a tree in JSON is nested under items") {
  Shell shell;
  fill(shell);
  add_oddities(shell);
  REQUIRE(shell.run({"tree", "2001.00001", "--depth", "1", "--json"}) == 0);
  const auto answer = nlohmann::json::parse(shell.out);
  CHECK(answer["schema"] == 1);
  CHECK(answer["depth"] == 1);
  REQUIRE(answer["items"].size() == 1);
  const auto& root = answer["items"][0];
  CHECK(root["id"] == "arXiv:2001.00001");
  CHECK(root["steps"] == 0);
  CHECK(root["below"] == "open");
  REQUIRE(root["items"].size() == 4);
  CHECK(root["items"][0]["below"] == "limit");
  CHECK(root["items"][0]["folded"]["papers"] == 3);
  CHECK(root["items"][0]["folded"]["title_only"] == 1);
  CHECK(root["items"][0]["items"].empty());
}

TEST_CASE("a path is shown as accepted, with what it leaves out") {
  Shell shell;
  fill(shell);
  REQUIRE(shell.run({"path", "2001.00001"}) == 0);
  test::check_golden("cli/path.txt", shell.out + "--\n" + shell.err);
  REQUIRE(shell.run({"path", "2001.00001", "--depth", "1", "--json"}) == 0);
  const auto answer = nlohmann::json::parse(shell.out);
  CHECK(answer["target"] == "arXiv:2001.00001");
  CHECK(answer["excused"] == nlohmann::json::array({"arXiv:1801.00002"}));
  CHECK(answer["items"].back()["why"] == "what you want to read");
  CHECK(shell.run({"path", "2001.00001", "--depth", "3"}) == 2);
}

TEST_CASE("what is no item has no tree and no path") {
  Shell shell;
  CHECK(shell.run({"tree", "2403.00835"}) == 3);
  CHECK(shell.run({"path", "2403.00835"}) == 3);
  CHECK(shell.err.find("2403.00835") != std::string::npos);
}

}  // namespace
}  // namespace papers
