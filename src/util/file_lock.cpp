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

constexpr std::chrono::milliseconds k_first_pause{1};
constexpr std::chrono::milliseconds k_longest_pause{50};

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
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (auto pause = k_first_pause; !try_lock(lock.m_descriptor, path);
       pause = std::min(2 * pause, k_longest_pause)) {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::min(pause, left));
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
