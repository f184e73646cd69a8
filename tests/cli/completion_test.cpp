// Completion in the shells themselves: what a reader sees who presses Tab.
#include <cstdlib>

#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "support/terminal.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

/// The program's folder comes first in PATH, so that shells find it by its name.
std::string path_with_program() {
  const std::string program = PAPERS_PROGRAM;
  const char* path = std::getenv("PATH");
  return program.substr(0, program.rfind('/')) + ":" + (path == nullptr ? "" : path);
}

ProgramCall in_shell(const World& world, const Words& argv) {
  ProgramCall call = world.call({});
  call.argv = argv;
  call.environment["PATH"] = path_with_program();
  return call;
}

bool has_shell(const std::string& shell) {
  try {
    return run_program({.argv = {shell, "-c", "exit 0"}}).status == 0;
  } catch (const std::exception&) {
    MESSAGE(shell, " is not installed: its completion is not tested");
    return false;
  }
}

/// Two papers with the tag "decoding", and an alias.
void furnish(const World& world) {
  REQUIRE(world.papers({"add", "2401.00001", "2401.00002", "--no-refs", "--tag", "decoding"}).status == 0);
  REQUIRE(world.papers({"config", "alias.todo", "list state:queued"}).status == 0);
}

struct Completed {
  std::string line;   ///< as typed, up to Tab
  std::string holds;  ///< among the candidates
};

const std::vector<Completed> k_completed{
    {"papers sta", "start"},
    {"papers tod", "todo"},
    {"papers --offline sta", "start"},
    {"papers --color ne", "never"},
    {"papers list --so", "--sort"},
    {"papers list --sort ye", "year"},
    {"papers export do", "dot"},
    {"papers add 2401.00003 --state qu", "queued"},
    {"papers done 1 --level re", "reproduce"},
    {"papers add x --kind co", "course"},
    {"papers set 1 --untag dec", "decoding"},
    {"papers config alias.to", "alias.todo"},
    {"papers config limits.d", "limits.depth"},
    {"papers completion z", "zsh"},
    {"papers cache cl", "clear"},
    {"papers decide 1 sw", "swap"},
    {"papers plan --week ne", "next"},
};

}  // namespace

TEST_CASE("bash completes words of every kind") {
  if (!has_shell("bash")) {
    return;
  }
  Server server(numbered_works(2));
  const World world(server);
  furnish(world);
  // As readline does it: words are parted at blanks, colons and equals signs.
  const std::string script = R"sh(
    eval "$(papers completion bash)"
    COMP_LINE="$1"; COMP_POINT=${#1}
    COMP_WORDS=()
    IFS=$'\n' read -r -d '' -a COMP_WORDS < <(printf '%s' "$1" | sed 's/[[:space:]]\+/\n/g; s/[:=]/\n&\n/g'; [[ "$1" == *[[:space:]:=] ]] && printf '\n ')
    last="${COMP_WORDS[${#COMP_WORDS[@]}-1]}"
    [[ "$last" == " " ]] && COMP_WORDS[${#COMP_WORDS[@]}-1]=""
    COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
    compopt() { :; }
    _papers
    printf '%s\n' "${COMPREPLY[@]}"
  )sh";
  auto rows = k_completed;
  rows.push_back({"papers list state:qu", "queued"});
  rows.push_back({"papers list tag:", "decoding"});
  rows.push_back({"papers list -kind:co", "code"});
  rows.push_back({"papers list --sort=ye", "year"});
  for (const Completed& row : rows) {
    CAPTURE(row.line);
    const ProgramResult result = run_program(in_shell(world, {"bash", "-c", script, "bash", row.line}));
    CAPTURE(result.out);
    CHECK(result.err.empty());
    CHECK(holds("\n" + result.out, "\n" + row.holds + "\n"));
  }
}

TEST_CASE("bash completes at its prompt, and nothing but the word changes") {
  if (!has_shell("bash")) {
    return;
  }
  Server server(numbered_works(2));
  const World world(server);
  furnish(world);
  Terminal terminal(in_shell(world, {"bash", "--norc", "--noprofile", "-i"}), 24, 80);
  terminal.type("PS1='ready> '; eval \"$(papers completion bash)\"; echo set; echo up\n");
  REQUIRE(terminal.wait_for("set\r\nup"));
  terminal.type("papers list state:que\t-n 1 tag:deco\t; echo over\n");
  CHECK(terminal.wait_for("state:queued -n 1 tag:decoding ; echo over"));
  CHECK(terminal.wait_for("Paper Number 1 of Many"));
  CHECK_FALSE(holds(terminal.shown(), "command not found"));
  terminal.type("exit\n");
  CHECK(terminal.finish() == 0);
}

TEST_CASE("fish completes words of every kind") {
  if (!has_shell("fish")) {
    return;
  }
  Server server(numbered_works(2));
  const World world(server);
  furnish(world);
  auto rows = k_completed;
  rows.push_back({"papers list state:qu", "state:queued"});
  rows.push_back({"papers list tag:", "tag:decoding"});
  rows.push_back({"papers list --sort=ye", "--sort=year"});
  for (const Completed& row : rows) {
    CAPTURE(row.line);
    const ProgramResult result =
        run_program(in_shell(world, {"fish", "--no-config", "-c",
                                     "papers completion fish | source; complete -C $argv[1]", row.line}));
    CAPTURE(result.out);
    CAPTURE(result.err);
    CHECK(holds(result.out, row.holds));
  }
}

TEST_CASE("zsh completes at its prompt") {
  if (!has_shell("zsh")) {
    return;
  }
  Server server(numbered_works(2));
  const World world(server);
  furnish(world);
  Terminal terminal(in_shell(world, {"zsh", "-f", "-i"}), 24, 80);
  terminal.type("PS1='ready> '; eval \"$(papers completion zsh)\"; echo set; echo up\n");
  REQUIRE(terminal.wait_for("set\r\nup"));
  terminal.type("papers list state:que\t-n 1 tag:deco\t; echo over\n");
  CHECK(terminal.wait_for("Paper Number 1 of Many"));
  CHECK(terminal.wait_for("over"));
  CHECK_FALSE(holds(terminal.shown(), "command not found"));
  terminal.type("papers tod\t; echo again\n");
  CHECK(terminal.wait_for("Paper Number 1 of Many"));
  terminal.type("exit\n");
  CHECK(terminal.finish() == 0);
}
