#include "store/write_lock.hpp"

#include <chrono>
#include <csignal>

#include <doctest/doctest.h>

#include "papers/error.hpp"

#include "child.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using namespace papers::test;
using papers::store::WriteLock;

namespace {

constexpr std::chrono::milliseconds k_short{200};

/// A process that takes the lock, says so and holds it for good.
Child holder_of(const std::filesystem::path& file, Pipe& pipe) {
  Child child([&] {
    const WriteLock lock(file);
    pipe.write(1);
    ::pause();
    return 0;
  });
  pipe.close_writer();
  REQUIRE(pipe.read() == 1);
  return child;
}

}  // namespace

TEST_CASE("the lock file lies beside the library and takes its name") {
  CHECK(WriteLock::path_for("/a/library.sqlite") == "/a/library.lock");
}

TEST_CASE("who waits in vain is told the pid of the holder, and to try later") {
  const TempFolder folder;
  const auto file = folder.path() / "library.sqlite";
  Pipe pipe;
  const Child holder = holder_of(file, pipe);
  holder.signal(SIGSTOP);
  try {
    const WriteLock lock(file, k_short);
    FAIL("two processes hold the lock");
  } catch (const Failure& failure) {
    CHECK(failure.code() == ExitCode::try_later);
    CHECK(std::string(failure.what()).find(std::to_string(holder.pid())) != std::string::npos);
  }
}

TEST_CASE("when the holder is killed the next one gets the lock") {
  const TempFolder folder;
  const auto file = folder.path() / "library.sqlite";
  for (int round = 0; round < 20; ++round) {
    Pipe pipe;
    Child holder = holder_of(file, pipe);
    holder.signal(SIGKILL);
    holder.wait();
    CHECK_NOTHROW(WriteLock(file, k_short));
  }
}

TEST_CASE("a symbolic link in place of the lock is not followed") {
  const TempFolder folder;
  std::filesystem::create_symlink(folder.path() / "elsewhere", folder.path() / "library.lock");
  CHECK_THROWS_AS(WriteLock(folder.path() / "library.sqlite", k_short), Failure);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "elsewhere"));
}
