// The contract of --dry-run, for every command that changes anything: its own examples are run with it.
#include <algorithm>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "unit/cli/shell.hpp"
#include "util/atomic_file.hpp"
#include "util/command_words.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

using test::Shell;
using Words = std::vector<std::string>;

/// The words after `papers` of each example of a command; comments, pipes and redirections left out.
std::vector<Words> examples_of(const cli::Command& command) {
  std::vector<Words> all;
  for (const std::string_view line : util::split(command.examples, '\n')) {
    Words words;
    for (std::string& word : value_or_throw(util::command_words(line.substr(0, line.find(" #"))))) {
      if (word == "|" || word == "<" || word == ">") {
        break;
      }
      words.push_back(std::move(word));
    }
    const bool own = words.size() > 1 && words[0] == "papers" && words[1] == command.name;
    if (own) {
      all.emplace_back(words.begin() + 1, words.end());
    }
  }
  return all;
}

/// Papers of the numbers and names that examples speak of, some being read.
void furnish(Shell& shell) {
  const std::vector<std::pair<std::string, std::string>> works{
      {"2403.00835", "CLLMs: Consistency Large Language Models"},
      {"2401.10774", "Medusa: Simple Inference Acceleration"},
      {"2305.10427", "Accelerating Transformer Inference"},
      {"1706.03762", "Attention Is All You Need"}};
  Words add{"add", "-q"};
  for (const auto& [id, title] : works) {
    shell.lay_out(id, title);
    add.push_back(id);
  }
  REQUIRE(shell.run(add) == 0);
  REQUIRE(shell.run({"start", "1"}) == 0);
  REQUIRE(shell.run({"ask", "what is a Jacobi iteration?"}) == 0);
  for (int n = 1; n <= 10; ++n) {  // as many as an example of `undo` takes back
    REQUIRE(shell.run({"set", "2", "--tag", "mine" + std::to_string(n)}) == 0);
  }
  REQUIRE(shell.run({"undo"}) == 0);
  shell.input = "2409.00001\n";  // for "-"
}

/// All that a command could have changed: what the library holds and did, the configuration, other files.
std::string everything(Shell& shell) {
  std::string all;
  for (const Words& words : std::vector<Words>{{"export", "jsonl"}, {"log", "--json"}}) {
    REQUIRE(shell.run(words) == 0);
    all += shell.out;
  }
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shell.folder.path())) {
    const std::string name = entry.path().string();
    if (entry.is_regular_file() && name.find(".sqlite") == std::string::npos && !name.ends_with(".lock")) {
      files.push_back(name + ": " + util::read_file(entry.path()));
    }
  }
  std::sort(files.begin(), files.end());
  return all + util::join(files, "\n");
}

}  // namespace

TEST_CASE("no example of a command that changes anything changes anything with --dry-run") {
  Shell shell;
  furnish(shell);
  const std::string before = everything(shell);
  for (const cli::Command* command : cli::commands()) {
    const auto examples = command->changes ? examples_of(*command) : std::vector<Words>{};
    CAPTURE(command->name);
    CHECK(examples.empty() != command->changes);
    for (Words words : examples) {
      words.emplace_back("--dry-run");
      words.emplace_back("-y");
      CAPTURE(util::join(words, " "));
      const int code = shell.run(words);
      CAPTURE(shell.err);
      CHECK(code != 2);  // an example is understood
      CHECK(everything(shell) == before);
    }
  }
}

TEST_CASE("the examples of commands that only read are understood") {
  Shell shell;
  furnish(shell);
  for (const cli::Command* command : cli::commands()) {
    if (command->changes || command->name == "export" || command->name == "lookup") {
      continue;  // export writes where the examples say; lookup needs references
    }
    for (const Words& words : examples_of(*command)) {
      if (std::find(words.begin(), words.end(), "-o") != words.end()) {
        continue;  // would write a file here
      }
      CAPTURE(util::join(words, " "));
      const int code = shell.run(words);
      CAPTURE(shell.err);
      CHECK(code != 2);
    }
  }
}

}  // namespace papers
