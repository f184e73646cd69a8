#include "util/child_process.hpp"

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

TEST_CASE("a grandchild that lives on does not keep its caller waiting") {
  const auto result = run({"sh", "-c", "sleep 30 & echo $!"});
  CHECK(result.status == 0);
  CHECK(run({"kill", result.out.substr(0, result.out.find('\n'))}).status == 0);
}

TEST_CASE("a program that is not there is named") {
  const auto missing = run_child(Arguments{"no-such-program-here"}, "");
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message.find("no-such-program-here: no such program") == 0);
  CHECK_FALSE(run_child({}, "").ok());
  CHECK(replace_process(Arguments{"no-such-program-here"}).message.find("no-such-program-here") == 0);
  CHECK_FALSE(replace_process({}).message.empty());
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
