// Program: another program run by a test, with its own arguments, environment, input and time limit.
//
// Never through a shell. Input and output are unnamed temporary files rather than pipes: nothing blocks,
// no thread is needed, and what a program has written so far can be read while it runs.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace papers::test {

struct ProgramCall {
  std::vector<std::string> argv;                     ///< argv[0] is a path, or is searched in PATH
  std::map<std::string, std::string> environment{};  ///< all of it, but for PATH, which is handed on
  std::string input{};                               ///< its standard input
  std::string folder{};                              ///< where it starts; "" for here
};

struct ProgramResult {
  int status = 0;          ///< exit code; 128 + signal when a signal ended it
  bool timed_out = false;  ///< it was killed because its time was over
  std::string out;
  std::string err;
};

class Program {
 public:
  /// Starts it. Throws std::system_error when there is no such program.
  explicit Program(const ProgramCall& call);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  /// Kills it if it still runs.
  ~Program();

  [[nodiscard]] pid_t pid() const { return m_pid; }
  [[nodiscard]] bool running();
  /// What it has written so far.
  [[nodiscard]] std::string out() const;
  [[nodiscard]] std::string err() const;

  /// Does nothing when it has ended already.
  void send_signal(int signal);
  /// Waits for its end; kills it when it takes longer. Asking again gives the same result.
  ProgramResult wait(std::chrono::milliseconds limit = std::chrono::minutes(2));

 private:
  pid_t m_pid = -1;
  bool m_ended = false;
  int m_status = 0;
  int m_out = -1;
  int m_err = -1;
};

/// Starts, waits, answers.
ProgramResult run_program(const ProgramCall& call, std::chrono::milliseconds limit = std::chrono::minutes(2));

}  // namespace papers::test
