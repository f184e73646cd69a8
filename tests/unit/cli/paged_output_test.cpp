#include "cli/paged_output.hpp"

#include <doctest/doctest.h>

#include "unit/cli/shell.hpp"

namespace papers {
namespace {

using test::Shell;

/// A terminal of ten lines.
void sit_at_terminal(Shell& shell) {
  shell.terminal = {true, true, true, 80, 10};
  shell.variables["TERM"] = "xterm";
}

}  // namespace

TEST_CASE("what is longer than the screen goes through the pager, with colours, and nothing is printed") {
  Shell shell;
  sit_at_terminal(shell);
  REQUIRE(shell.run({"help"}) == 0);
  CHECK(shell.pager == std::vector<std::string>{"less", "-FRX"});
  CHECK(shell.paged.starts_with("papers - a reading queue"));
  CHECK(shell.out.empty());
}

TEST_CASE("what fits the screen is printed without a pager") {
  Shell shell;
  sit_at_terminal(shell);
  CHECK(shell.run({"list"}) == 0);
  CHECK(shell.pager.empty());
  CHECK(shell.err.find("nothing is kept yet") != std::string::npos);
  CHECK(shell.run({"--version"}) == 0);
  CHECK(shell.out.starts_with("papers "));
  CHECK(shell.pager.empty());
}

TEST_CASE("there is no pager off a terminal, on a dumb one, or when the reader wants none") {
  for (const char* why : {"pipe", "dumb", "unset", "--no-pager", "cat", "unreadable"}) {
    CAPTURE(why);
    Shell shell;
    sit_at_terminal(shell);
    std::vector<std::string> args{"help"};
    const std::string reason = why;
    shell.terminal.out = reason != "pipe";
    if (reason == "dumb") {
      shell.variables["TERM"] = "dumb";
    } else if (reason == "unset") {
      shell.variables.erase("TERM");
    } else if (reason == "cat") {
      shell.variables["PAGER"] = "cat";
    } else if (reason == "unreadable") {
      shell.variables["PAPERS_PAGER"] = "less 'x";
    } else if (reason == "--no-pager") {
      args.insert(args.begin(), reason);
    }
    CHECK(shell.run(args) == 0);
    CHECK(shell.pager.empty());
    CHECK(shell.out.starts_with("papers - a reading queue"));
  }
}

TEST_CASE("the reader chooses the pager, for papers alone or for all programs") {
  Shell shell;
  sit_at_terminal(shell);
  shell.variables["PAGER"] = "more";
  REQUIRE(shell.run({"list", "--help"}) == 0);
  CHECK(shell.pager == std::vector<std::string>{"more"});
  shell.variables["PAPERS_PAGER"] = "less -S --prompt 'a b'";
  REQUIRE(shell.run({"list", "--help"}) == 0);
  CHECK(shell.pager == std::vector<std::string>{"less", "-S", "--prompt", "a b"});
}

TEST_CASE("a pager that is not there or fails loses nothing") {
  for (const Result<int>& status :
       {Result<int>(Error{ExitCode::failed, "nopager: no such program in PATH; install it first"}),
        Result<int>(127)}) {
    Shell shell;
    sit_at_terminal(shell);
    shell.variables["PAPERS_PAGER"] = "nopager";
    shell.pager_status = status;
    CHECK(shell.run({"help"}) == 0);
    CHECK(shell.out.starts_with("papers - a reading queue"));
    CHECK(shell.err.find("nopager") != std::string::npos);
    CHECK(shell.err.find("--no-pager") != std::string::npos);
  }
}

TEST_CASE("a failure is said at once, without a pager") {
  Shell shell;
  sit_at_terminal(shell);
  CHECK(shell.run({"show", "nothing-like-it"}) == 3);
  CHECK(shell.err.find("nothing-like-it") != std::string::npos);
}

TEST_CASE("commands that change anything ask and tell at once, never through a pager") {
  Shell shell;
  sit_at_terminal(shell);
  shell.terminal.rows = 1;
  shell.lay_out("2403.00835", "CLLMs");
  CHECK(shell.run({"add", "2403.00835"}) == 0);
  CHECK(shell.pager.empty());
  CHECK(shell.out.find("CLLMs") != std::string::npos);
}

}  // namespace papers
