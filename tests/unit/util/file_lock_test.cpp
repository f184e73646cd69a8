#include "util/file_lock.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "support/temp_folder.hpp"

using papers::Failure;
using papers::test::TempFolder;
using papers::util::FileLock;
using std::chrono::milliseconds;

namespace {

/// Another process that holds the lock until it is killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& path) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    m_pid = ::fork();
    if (m_pid == 0) {
      const auto lock = FileLock::take(path, milliseconds(0));
      [[maybe_unused]] const auto told = ::write(ends[1], lock ? "y" : "n", 1);
      ::pause();
      ::_exit(0);
    }
    char answer = 0;
    REQUIRE(::read(ends[0], &answer, 1) == 1);
    ::close(ends[0]);
    ::close(ends[1]);
    REQUIRE(answer == 'y');
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;
  ~Holder() { kill(); }

  void kill() {
    if (m_pid > 0) {
      ::kill(m_pid, SIGKILL);
      ::waitpid(m_pid, nullptr, 0);
      m_pid = 0;
    }
  }
  [[nodiscard]] pid_t pid() const { return m_pid; }

 private:
  pid_t m_pid = 0;
};

}  // namespace

TEST_CASE("a lock is held by one at a time, and free when it is let go") {
  const TempFolder folder;
  const auto path = folder.path() / "lock";
  {
    const auto lock = FileLock::take(path, milliseconds(0));
    REQUIRE(lock.has_value());
    CHECK_FALSE(FileLock::take(path, milliseconds(5)).has_value());
    CHECK(FileLock::holder(path) == ::getpid());
  }
  CHECK(FileLock::take(path, milliseconds(0)).has_value());
}

TEST_CASE("moving a lock moves what is held") {
  const TempFolder folder;
  const auto path = folder.path() / "lock";
  auto first = FileLock::take(path, milliseconds(0));
  REQUIRE(first.has_value());
  {
    const FileLock second = std::move(*first);
    first.reset();
    CHECK(second.descriptor() >= 0);
    CHECK_FALSE(FileLock::take(path, milliseconds(0)).has_value());
  }
  CHECK(FileLock::take(path, milliseconds(0)).has_value());
}

TEST_CASE("the holder is named, and the kernel lets go when it dies") {
  const TempFolder folder;
  const auto path = folder.path() / "lock";
  Holder holder(path);
  CHECK_FALSE(FileLock::take(path, milliseconds(5)).has_value());
  CHECK(FileLock::holder(path) == holder.pid());
  holder.kill();
  CHECK(FileLock::take(path, milliseconds(1000)).has_value());
}

TEST_CASE("one who lets go of a lock and wants it again at once leaves the others their turns") {
  const TempFolder folder;
  const auto path = folder.path() / "lock";
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_NONBLOCK) == 0);
  const pid_t greedy = ::fork();
  if (greedy == 0) {
    for (;;) {
      const auto lock = FileLock::take(path, milliseconds(60'000));
      [[maybe_unused]] const auto told = ::write(ends[1], "y", 1);
      ::usleep(1000);
    }
  }
  std::vector<ssize_t> rounds;  // that it had during each of our turns
  std::array<char, 1U << 16U> told{};
  while (rounds.size() < 15) {
    if (::read(ends[0], told.data(), told.size()) > 0) {  // it goes round
      CHECK(FileLock::take(path, milliseconds(60'000)).has_value());
      rounds.push_back(std::max<ssize_t>(0, ::read(ends[0], told.data(), told.size())));
    }
  }
  ::kill(greedy, SIGKILL);
  ::waitpid(greedy, nullptr, 0);
  std::sort(rounds.begin(), rounds.end());
  CHECK(rounds[rounds.size() / 2] <= 5);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("the file is private, and a symbolic link is not followed") {
  const TempFolder folder;
  const auto path = folder.path() / "lock";
  CHECK(FileLock::take(path, milliseconds(0)).has_value());
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  const auto link = folder.path() / "link";
  std::filesystem::create_symlink(path, link);
  CHECK_THROWS_WITH_AS(static_cast<void>(FileLock::take(link, milliseconds(0))),
                       doctest::Contains(link.c_str()), Failure);
  CHECK_THROWS_AS(static_cast<void>(FileLock::take(folder.path() / "no" / "lock", milliseconds(0))), Failure);
}

TEST_CASE("a pid that cannot be read is 0") {
  const TempFolder folder;
  CHECK(FileLock::holder(folder.path() / "missing") == 0);
  std::ofstream(folder.path() / "odd") << "not a number";
  CHECK(FileLock::holder(folder.path() / "odd") == 0);
  std::ofstream(folder.path() / "empty").flush();
  CHECK(FileLock::holder(folder.path() / "empty") == 0);
}
