// Clock: the time of day, the passing of time, and waiting, as one replaceable thing.
#pragma once

#include <chrono>

namespace papers {

using Time = std::chrono::sys_seconds;

class Clock {
 public:
  virtual ~Clock() = default;

  /// The time of day, UTC.
  [[nodiscard]] virtual Time now() const = 0;

  /// Time that only moves forward and is shared by all processes of this machine since it
  /// started; unaffected by changes of the time of day.
  [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;

  /// Waits. May return early when the command is being interrupted.
  virtual void sleep_for(std::chrono::milliseconds duration) = 0;
};

}  // namespace papers
