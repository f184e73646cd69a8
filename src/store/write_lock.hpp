// WriteLock: the right to change a library, held by one process of the machine at a time.
//
// A lock of its own rather than SQLite's: those who wait get their turns (SQLite's own waiting starves some
// of them, and is slower: 16 processes with 100 durable commits each took 7.3 s instead of 3.3 s), and no
// commit can ever overlap a checkpoint (see database.hpp).
#pragma once

#include <chrono>
#include <filesystem>

#include "util/file_lock.hpp"

namespace papers::store {

inline constexpr std::chrono::milliseconds k_write_patience = std::chrono::seconds(15);

class WriteLock {
 public:
  /// Waits for the lock of the library `file`. Throws Failure (try_later) that names the pid of
  /// the holder when `patience` has passed.
  explicit WriteLock(const std::filesystem::path& file,
                     std::chrono::milliseconds patience = k_write_patience);

  /// The lock file: "library.lock" beside "library.sqlite".
  [[nodiscard]] static std::filesystem::path path_for(const std::filesystem::path& file);

 private:
  util::FileLock m_lock;
};

}  // namespace papers::store
