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

/// Both streams on one screen, as a terminal has them.
class Screen {
 public:
  explicit Screen(Shell& shell)
      : m_environment{m_in,
                      out,
                      err,
                      shell.clock,
                      [&shell](std::string_view name) {
                        const auto place = shell.variables.find(std::string(name));
                        return place == shell.variables.end() ? std::nullopt : std::optional(place->second);
                      },
                      shell.terminal,
                      shell.interrupted,
                      "",
                      nullptr,
                      [this](std::span<const std::string> /*command*/, const std::string& text) {
                        out << "<" << text << ">" << std::flush;
                        return Result<int>(0);
                      }} {}
  cli::Environment& environment() { return m_environment; }
  [[nodiscard]] std::string shown() const { return m_buffer.str(); }

 private:
  std::istringstream m_in;
  std::stringbuf m_buffer;

 public:
  std::ostream out{&m_buffer};
  std::ostream err{&m_buffer};

 private:
  cli::Environment m_environment;
};

}  // namespace

TEST_CASE("what is longer than the screen goes through the pager, with colours, and nothing is printed") {
  Shell shell;
  sit_at_terminal(shell);
  REQUIRE(shell.run({"help"}) == 0);
  CHECK(shell.pager == std::vector<std::string>{"less", "-FRX"});
  CHECK(shell.paged.starts_with("papers - a reading queue"));
  CHECK(shell.out.empty());
}

TEST_CASE("what fits the screen is printed in its order when all is said") {
  Shell shell;
  sit_at_terminal(shell);
  Screen screen(shell);
  {
    const cli::PagedOutput output(screen.environment(), /*wanted=*/true);
    screen.out << "one\n";
    screen.err << "two\n";
    screen.out << "three\n";
    CHECK(screen.shown().empty());
  }
  CHECK(screen.shown() == "one\ntwo\nthree\n");
}

TEST_CASE("what the pager shows comes first, and then the rest") {
  Shell shell;
  sit_at_terminal(shell);
  shell.terminal.rows = 2;
  Screen screen(shell);
  {
    const cli::PagedOutput output(screen.environment(), /*wanted=*/true);
    screen.out << "one\n";
    screen.err << "two\n";
    screen.out << "three\n";
  }
  CHECK(screen.shown() == "<one\nthree\n>two\n");
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
  for (const char* why : {"pipe", "dumb", "unset", "--no-pager", "cat", "empty", "unreadable"}) {
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
    } else if (reason == "empty") {
      shell.variables["PAGER"] = "more";
      shell.variables["PAPERS_PAGER"] = "";
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

TEST_CASE("that the usual pager is not there is no news to a reader who chose none") {
  Shell shell;
  sit_at_terminal(shell);
  shell.pager_status = Error{ExitCode::failed, "less: no such program in PATH; install it first"};
  CHECK(shell.run({"help"}) == 0);
  CHECK(shell.out.starts_with("papers - a reading queue"));
  CHECK(shell.err.empty());
}

TEST_CASE("what was printed before a failure is shown, and so is the failure") {
  Shell shell;
  sit_at_terminal(shell);
  Screen screen(shell);
  try {
    const cli::PagedOutput output(screen.environment(), /*wanted=*/true);
    screen.out << "found\n";
    throw Failure(ExitCode::failed, "and lost\n");
  } catch (const Failure& failure) {
    screen.err << failure.what();
  }
  CHECK(screen.shown() == "found\nand lost\n");
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
