#include "util/child_process.hpp"

#include <atomic>
#include <chrono>
#include <vector>

#include <doctest/doctest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX
#include <sys/stat.h>

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

TEST_CASE("neither output without end nor a grandchild that goes on writing outlasts the limits") {
  const std::vector<Arguments> endless{
      {"yes"}, {"sh", "-c", "setsid yes & sleep 60"}, {"setsid", "-w", "yes"}};
  for (const Arguments& argv : endless) {
    CAPTURE(argv.back());
    const auto result =
        run_child(argv, "", {.time = std::chrono::milliseconds(300), .most_out = std::size_t{64} << 10U});
    REQUIRE(result.ok());
    CHECK(result->timed_out);
    CHECK(result->out.size() <= std::size_t{64} << 10U);
  }
}

TEST_CASE("an interruption ends a child that has a time limit") {
  const std::atomic<bool> interrupted{true};
  const auto result =
      run_child(Arguments{"sleep", "60"}, "", {.time = std::chrono::minutes(1), .interrupted = &interrupted});
  REQUIRE(result.ok());
  CHECK(result->timed_out);
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
  const std::string pid = result->out.substr(6, result->out.rfind('\n') - 6);
  CHECK(run({"sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do kill -0 $1 2>/dev/null || exit 0; sleep 0.1; done",
             "sh", pid})
            .status == 0);
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
