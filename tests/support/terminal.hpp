// Terminal: a program run on a terminal of its own (a pty), typed to by a test.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <sys/types.h>

#include "support/program.hpp"

namespace papers::test {

class Terminal {
 public:
  /// Starts it on a terminal of this size. The environment is that of the call, with PATH and TERM=xterm.
  /// Throws std::system_error.
  Terminal(const ProgramCall& call, unsigned short rows, unsigned short columns);
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  /// Kills it if it still runs.
  ~Terminal();

  void type(std::string_view keys);
  /// Reads until the screen has shown this text after what was waited for before; false when it does not
  /// come.
  bool wait_for(std::string_view text, std::chrono::milliseconds limit = std::chrono::seconds(20));
  /// Reads to the end; the exit code, 128 + signal. Kills it when it takes longer.
  int finish(std::chrono::milliseconds limit = std::chrono::seconds(20));
  /// All that it has written, escape sequences included.
  [[nodiscard]] const std::string& shown() const { return m_shown; }

 private:
  bool read_some(std::chrono::milliseconds limit);

  pid_t m_pid = -1;
  int m_screen = -1;
  std::string m_shown;
  std::size_t m_seen = 0;  ///< up to here it was waited for
};

}  // namespace papers::test
