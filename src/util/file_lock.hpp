// FileLock: an exclusive flock between processes. The kernel lets go of it when its holder dies,
// so there is no such thing as a stale lock.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "papers/clock.hpp"

namespace papers::util {

class FileLock {
 public:
  /// Takes the lock, waiting up to `patience`; nothing when somebody else still holds it then. Those who wait
  /// have their turns in no particular order, but all before one who had it and wants it again.
  /// The file is made (0600) when missing, and holds the pid of the holder for messages.
  /// Never follows a symbolic link. Throws Failure when the file cannot be opened.
  static std::optional<FileLock> take(const std::filesystem::path& path, std::chrono::milliseconds patience);

  /// The pid that the holder wrote, 0 when unreadable.
  static int holder(const std::filesystem::path& path);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  [[nodiscard]] int descriptor() const { return m_descriptor; }

 private:
  explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

}  // namespace papers::util
