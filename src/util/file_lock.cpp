#include "util/file_lock.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "util/strings.hpp"

namespace papers::util {
namespace {

using Deadline = std::chrono::steady_clock::time_point;

constexpr std::chrono::microseconds k_first_pause{100};
constexpr std::chrono::microseconds k_longest_pause{2000};
constexpr std::chrono::microseconds k_pause_in_line{5000};

[[noreturn]] void fail(const std::filesystem::path& path, int problem) {
  throw Failure(ExitCode::failed,
                fmt::format("{}: cannot be locked: {}", path.string(), std::strerror(problem)));
}

bool try_lock(int descriptor, const std::filesystem::path& path) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    return true;
  }
  if (errno != EWOULDBLOCK && errno != EINTR) {
    fail(path, errno);
  }
  return false;
}

/// Waiting is done in two steps, to be the next one and then for the lock: otherwise a process that lets
/// go and wants the lock back at once would nearly always get it, for all others are asleep at that
/// moment. The place of the next one is a lock of the other kind on the same file; flock and fcntl do not see
/// each other. Where there are no such locks nobody stands in line, and all is as it was.
bool change_place(int descriptor, short type) {
  struct flock place {};
  place.l_type = type;
  place.l_whence = SEEK_SET;
  place.l_len = 1;
  return ::fcntl(descriptor, F_OFD_SETLK, &place) == 0 || (errno != EAGAIN && errno != EACCES);
}

/// Tries until it works, with pauses that grow from the first to the longest; false when time is up.
template <class Attempt>
bool try_until(Deadline deadline, std::chrono::microseconds pause, std::chrono::microseconds longest,
               Attempt&& attempt) {
  while (!attempt()) {
    const auto left =
        std::chrono::ceil<std::chrono::microseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      return false;
    }
    std::this_thread::sleep_for(std::min(pause, left));
    pause = std::min(2 * pause, longest);
  }
  return true;
}

bool wait_for_lock(int descriptor, const std::filesystem::path& path, Deadline deadline) {
  // All who are in line wait equally long, so that nobody who has just come has better chances.
  if (!try_until(deadline, k_pause_in_line, k_pause_in_line,
                 [&] { return change_place(descriptor, F_WRLCK); })) {
    return false;
  }
  const bool locked =
      try_until(deadline, k_first_pause, k_longest_pause, [&] { return try_lock(descriptor, path); });
  change_place(descriptor, F_UNLCK);
  return locked;
}

// Only a courtesy to readers of messages: the lock holds although the pid cannot be written.
void write_pid(int descriptor) {
  const std::string pid = fmt::format("{}\n", ::getpid());
  if (::ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const auto written = ::pwrite(descriptor, pid.data(), pid.size(), 0);
  }
}

}  // namespace

std::optional<FileLock> FileLock::take(const std::filesystem::path& path,
                                       std::chrono::milliseconds patience) {
  FileLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (lock.m_descriptor < 0) {
    fail(path, errno);
  }
  const bool locked = patience.count() == 0 ? try_lock(lock.m_descriptor, path)
                                            : wait_for_lock(lock.m_descriptor, path,
                                                            std::chrono::steady_clock::now() + patience);
  if (!locked) {
    return std::nullopt;
  }
  write_pid(lock.m_descriptor);
  return lock;
}

int FileLock::holder(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) {
    return 0;
  }
  const FileLock closes(descriptor);
  std::array<char, 32> text{};
  const auto length = ::read(descriptor, text.data(), text.size());
  return length <= 0 ? 0 : to_int(trim({text.data(), static_cast<std::size_t>(length)})).value_or(0);
}

FileLock::FileLock(FileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(m_descriptor, other.m_descriptor);
  return *this;
}

FileLock::~FileLock() {
  if (m_descriptor >= 0) {
    ::close(m_descriptor);
  }
}

}  // namespace papers::util
