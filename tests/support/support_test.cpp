// What the other tests stand on.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <system_error>

#include <doctest/doctest.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): SIGINT is POSIX here

#include "support/hostile_strings.hpp"
#include "support/program.hpp"
#include "support/temp_folder.hpp"

using papers::test::decode_hostile;
using papers::test::hostile_strings;
using papers::test::HostileString;
using papers::test::Program;
using papers::test::ProgramResult;
using papers::test::run_program;
using papers::test::TempFolder;

TEST_CASE("a program gets its arguments, environment, input and folder, and nothing else") {
  const TempFolder folder;
  const ProgramResult result =
      run_program({.argv = {"sh", "-c", "echo \"$1\" \"$A\"; pwd; cat; env | wc -l >&2", "sh", "x y"},
                   .environment = {{"A", "b c"}},
                   .input = "in\n",
                   .folder = folder.path()});
  CHECK(result.status == 0);
  CHECK(result.out == "x y b c\n" + folder.path().string() + "\nin\n");
  CHECK_FALSE(result.err.empty());
}

TEST_CASE("a program's end is told: exit code, signal, or the end of patience") {
  CHECK(run_program({.argv = {"sh", "-c", "exit 75"}}).status == 75);
  CHECK(run_program({.argv = {"sh", "-c", "kill -9 $$"}}).status == 128 + SIGKILL);
  const ProgramResult late = run_program({.argv = {"sleep", "600"}}, std::chrono::milliseconds(20));
  CHECK(late.timed_out);
  CHECK(late.status == 128 + SIGKILL);
  CHECK_THROWS_AS(run_program({.argv = {"/no/such/program"}}), std::system_error);
}

TEST_CASE("a program in the background can be watched and interrupted") {
  Program program(
      {.argv = {"sh", "-c", "trap 'echo stopped; exit 130' INT; echo ready; while :; do sleep 0.01; done"}});
  while (program.out().empty() && program.running()) {
  }
  program.send_signal(SIGINT);
  CHECK(program.wait().status == 130);
  CHECK(program.wait().out == "ready\nstopped\n");
}

TEST_CASE("large output and large input do not block") {
  const std::string large(4U << 20U, 'x');
  CHECK(run_program({.argv = {"cat"}, .input = large}).out == large);
}

TEST_CASE("a folder is fresh, and gone with its content afterwards") {
  std::filesystem::path path;
  {
    const TempFolder one;
    const TempFolder other;
    CHECK(one.path() != other.path());
    CHECK(std::filesystem::is_empty(one.path()));
    path = one.path();
    std::filesystem::create_directory(path / "sub");
    std::ofstream(path / "sub" / "file") << "x";
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a folder stays when an exception is on its way") {
  std::filesystem::path path;
  try {
    const TempFolder folder;
    path = folder.path();
    throw std::runtime_error("away");
  } catch (const std::runtime_error&) {
    CHECK(std::filesystem::exists(path));
  }
  std::filesystem::remove_all(path);
}

TEST_CASE("hostile strings are always at hand, each under a name of its own") {
  std::set<std::string> names;
  std::set<char> sinks;
  for (const HostileString& hostile : hostile_strings()) {
    CAPTURE(hostile.name);
    CHECK(names.insert(hostile.name).second);
    if (hostile.name.starts_with("own-")) {
      sinks.insert(hostile.sinks.begin(), hostile.sinks.end());
    }
  }
  CHECK(std::ranges::count_if(names, [](const auto& name) { return name.starts_with("own-"); }) >= 60);
  CHECK(std::string(sinks.begin(), sinks.end()) == "CDFHJLMQSTUX");
}

TEST_CASE("the notation of hostile strings says any bytes") {
  CHECK(decode_hostile(R"(a\\n\n\r\t)") == "a\\n\n\r\t");
  CHECK(decode_hostile(R"(\x00\xff)") == std::string("\0\xff", 2));
  CHECK(decode_hostile(R"(\u{9b}\u{202e}\u{e0001})") == "\u009b\u202e\U000e0001");
  CHECK(decode_hostile(R"(\R{3}{ab\x7f})") ==
        "ab\x7f"
        "ab\x7f"
        "ab\x7f");
  for (const char* broken : {"\\", "\\q", "\\u{9b", "\\u9b}", "\\R{2}x", "\\xzz"}) {
    CAPTURE(broken);
    CHECK_THROWS_AS((void)decode_hostile(broken), std::exception);
  }
}
