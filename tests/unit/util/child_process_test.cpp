#include "util/child_process.hpp"

#include <chrono>
#include <csignal>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

using namespace papers::util;
using papers::test::TempFolder;

namespace {

using Arguments = std::vector<std::string>;

ChildResult run(const Arguments& argv, std::string_view input = "") {
  auto result = run_child(argv, input);
  REQUIRE(result.ok());
  return *result;
}

/// Whether the process, a number on a line of its own, ends within some seconds. One that nobody has waited
/// for has ended, too.
bool ends(const std::string& pid) {
  constexpr const char* k_look =
      "for i in $(seq 50); do kill -0 $1 2>/dev/null || exit 0; "
      "grep -q '^State:.*Z' /proc/$1/status 2>/dev/null && exit 0; sleep 0.1; done; exit 1";
  return run({"sh", "-c", k_look, "sh", pid.substr(0, pid.find('\n'))}).status == 0;
}

/// In a process of its own: runs a child that tells its number and goes on, until a signal comes.
[[noreturn]] void run_until_interrupted(const std::filesystem::path& file) {
  const Arguments argv{"sh", "-c", "echo $$ > \"$1.part\"; mv \"$1.part\" \"$1\"; sleep 60", "sh",
                       file.string()};
  static_cast<void>(run_child(argv, "", {.time = std::chrono::seconds(30)}));
  ::_exit(0);
}

}  // namespace

TEST_CASE("a child gets its arguments and input as they are, and no shell sees them") {
  const auto result = run({"sh", "-c", "printf '%s|' \"$@\"; cat", "sh", "a b", "$(id)", ""}, {"in\0put", 6});
  CHECK(result.status == 0);
  CHECK(result.out == std::string("a b|$(id)||in\0put", 17));
  CHECK(result.err.empty());
}

TEST_CASE("more input and output than any pipe holds passes without standing still") {
  const std::string input(3U << 20U, 'x');
  CHECK(run({"cat"}, input).out == input);
  CHECK(run({"sh", "-c", "head -c 1000000 /dev/zero; cat >/dev/null"}, input).out.size() == 1000000);
}

TEST_CASE("a child that does not want its input is no reason to die") {
  const auto result = run({"sh", "-c", "exec <&-; echo done"}, std::string(1U << 20U, 'x'));
  CHECK(result.status == 0);
  CHECK(result.out == "done\n");
}

TEST_CASE("what goes wrong in the child is told by its exit code, signal and first errors") {
  CHECK(run({"sh", "-c", "exit 3"}).status == 3);
  CHECK(run({"sh", "-c", "kill -9 $$"}).status == 137);
  const auto loud = run({"sh", "-c", "head -c 200000 /dev/zero >&2; echo out"});
  CHECK(loud.err.size() == 64U << 10U);
  CHECK(loud.out == "out\n");
}

TEST_CASE("a grandchild that lives on does not keep its caller waiting") {
  const auto result = run({"sh", "-c", "sleep 30 & echo $!"});
  CHECK(result.status == 0);
  CHECK(run({"kill", result.out.substr(0, result.out.find('\n'))}).status == 0);
}

TEST_CASE("a child that takes too long is ended with all that it started") {
  const auto begun = std::chrono::steady_clock::now();
  const Arguments argv{"sh", "-c", "echo early; sleep 60 & echo $!; wait"};
  const auto result = run_child(argv, "", {.time = std::chrono::milliseconds(300)});
  REQUIRE(result.ok());
  CHECK(result->timed_out);
  CHECK(result->status == 128 + 9);
  CHECK(result->out.starts_with("early\n"));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(30));
  CHECK(ends(result->out.substr(6)));
}

TEST_CASE("output without end is kept to its limit, and ends with the time") {
  const auto begun = std::chrono::steady_clock::now();
  const ChildLimits limits{.time = std::chrono::milliseconds(300), .most_out = 1000};
  const auto result = run_child(Arguments{"yes"}, "", limits);
  REQUIRE(result.ok());
  CHECK(result->timed_out);
  CHECK(result->out.size() == 1000);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}

TEST_CASE("a grandchild that left the group and writes without end keeps nobody waiting") {
  for (const char* then : {"exit 3", "sleep 60"}) {
    CAPTURE(then);
    const auto begun = std::chrono::steady_clock::now();
    const Arguments argv{"sh", "-c", std::string("setsid yes & echo $!; ") + then};
    const auto result = run_child(argv, "", {.time = std::chrono::seconds(1), .most_out = 1000});
    REQUIRE(result.ok());
    CHECK(result->status == (std::string(then) == "exit 3" ? 3 : 128 + SIGKILL));
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
  }
}

TEST_CASE("a signal that asks us to end ends the child first, and then has its effect") {
  for (const int signal : {SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const TempFolder folder;
    const auto file = folder.path() / "pid";
    const pid_t pid = ::fork();
    REQUIRE(pid >= 0);
    if (pid == 0) {
      std::signal(signal, SIG_DFL);
      run_until_interrupted(file);
    }
    for (int i = 0; i < 200 && !std::filesystem::exists(file); ++i) {
      ::usleep(50'000);
    }
    REQUIRE(std::filesystem::exists(file));
    CHECK(::kill(pid, signal) == 0);
    int status = 0;
    REQUIRE(::waitpid(pid, &status, 0) == pid);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == signal);
    CHECK(ends(read_file(file)));
  }
}

TEST_CASE("time for a child that closed its streams and goes on runs out, too") {
  const Arguments argv{"sh", "-c", "exec <&- >&- 2>&-; sleep 60"};
  const auto result = run_child(argv, "", {.time = std::chrono::milliseconds(300)});
  REQUIRE(result.ok());
  CHECK(result->timed_out);
  CHECK_FALSE(run_child(Arguments{"true"}, "", {.time = std::chrono::seconds(60)})->timed_out);
}

TEST_CASE("a child is told other values of variables") {
  const auto result = run_child(Arguments{"sh", "-c", "echo $PAPERS_TOLD $PATH"}, "",
                                {.variables = {{"PAPERS_TOLD", "a b"}, {"PATH", "/nowhere"}}});
  REQUIRE(result.ok());
  CHECK(result->out == "a b /nowhere\n");
}

TEST_CASE("a pager shows the text on our standard output, and its exit code is told") {
  CHECK(*show_through(Arguments{"sh", "-c", "test \"$(cat)\" = text"}, "text", {}) == 0);
  CHECK(*show_through(Arguments{"sh", "-c", "exit 3"}, std::string(1U << 20U, 'x'), {}) == 3);
  CHECK(*show_through(Arguments{"sh", "-c", "test \"$LESS\" = FRX"}, "", {{"LESS", "FRX"}}) == 0);
  CHECK_FALSE(show_through(Arguments{"no-such-program-here"}, "text", {}).ok());
}

TEST_CASE("a program in front has our streams, and its exit code or signal is told") {
  CHECK(*run_in_front(Arguments{"true"}) == 0);
  CHECK(*run_in_front(Arguments{"sh", "-c", "exit $1", "sh", "4"}) == 4);
  CHECK(*run_in_front(Arguments{"sh", "-c", "kill -9 $$"}) == 137);
}

TEST_CASE("a program that is not there is named") {
  const auto missing = run_child(Arguments{"no-such-program-here"}, "");
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message.find("no-such-program-here: no such program") == 0);
  CHECK_FALSE(run_child({}, "").ok());
  const auto in_front = run_in_front(Arguments{"no-such-program-here"});
  REQUIRE_FALSE(in_front.ok());
  CHECK(in_front.error().message.find("no-such-program-here: no such program") == 0);
  CHECK_FALSE(run_in_front({}).ok());
}

TEST_CASE("a file that is no program is named with the reason") {
  const TempFolder folder;
  const auto path = folder.path() / "file";
  write_file(path, std::string("\0\0", 2));
  REQUIRE(::chmod(path.c_str(), 0755) == 0);
  const auto result = run_child(Arguments{path.string()}, "");
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message.find("cannot be started") != std::string::npos);
}

TEST_CASE("programs are searched in the folders of PATH, never in the working folder") {
  CHECK(find_program("sh").ends_with("/sh"));
  CHECK(find_program("/bin/sh") == "/bin/sh");
  CHECK(find_program("no-such-program-here").empty());
  CHECK(find_program("").empty());
  CHECK(find_program(std::string_view("sh\0x", 4)).empty());
  const std::string old = getenv("PATH");
  setenv("PATH", ":.:relative", 1);
  CHECK(find_program("sh").empty());
  setenv("PATH", old.c_str(), 1);
}
