// How anything in papers says that it failed.
//
// Three ways, by what the caller does about it:
//   absent is normal      std::optional
//   the caller chooses    Result<T> (result.hpp) with an Error
//   cannot go on          throw Failure; caught once, in cli::run
//
// A message is one line for the reader: it names the value, what was expected
// and the next step. It never holds a secret, and is escaped by whoever prints it.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace papers {

/// The exit codes of every command; part of the contract with scripts.
enum class ExitCode : int {
  done = 0,
  failed = 1,
  usage = 2,
  no_match = 3,    ///< nothing matched, or more than one thing did
  partly = 4,      ///< what worked is kept, the rest is named
  refused = 5,     ///< a limit that the reader set said no
  try_later = 75,  ///< network, rate limit or a lock; what arrived is kept
  interrupted = 130,
};

struct Error {
  ExitCode code = ExitCode::failed;
  std::string message;
};

/// Thrown where a command cannot go on; carries the exit code with the message.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& message) : std::runtime_error(message), m_code(code) {}
  explicit Failure(const Error& error) : Failure(error.code, error.message) {}
  [[nodiscard]] ExitCode code() const { return m_code; }

 private:
  ExitCode m_code;
};

}  // namespace papers
