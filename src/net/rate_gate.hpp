// RateGate: the pause between two requests to one service, kept by all processes of the user together.
//
// Two files in a private folder: a lock held while a request is under way (so there is one connection
// at a time), and the monotonic time at which the last one began or ended. That clock is the same for all
// processes, ignores changes of the time of day and starts anew with the machine, so a stored time
// may lie in the future; then the full interval is kept, never more.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "papers/clock.hpp"

namespace papers::net {

class RateGate {
 public:
  /// `name` becomes part of file names: letters, digits, '.', '-' and '_'.
  RateGate(const std::filesystem::path& folder, const std::string& name, std::chrono::milliseconds interval);

  /// The lock file; see util::FileLock.
  [[nodiscard]] const std::filesystem::path& lock_file() const { return m_lock_file; }

  /// How long to wait before the next request; between 0 and the interval, which a damaged file costs whole.
  /// Asked with the lock held.
  [[nodiscard]] std::chrono::milliseconds delay(std::chrono::milliseconds now) const;

  /// Notes that a request begins or has ended. Called with the lock held. Throws Failure.
  void mark(std::chrono::milliseconds now) const;

 private:
  std::filesystem::path m_lock_file;
  std::filesystem::path m_time_file;
  std::chrono::milliseconds m_interval;
};

}  // namespace papers::net
