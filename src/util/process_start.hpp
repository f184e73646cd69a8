// Starting another program: an argument vector, never a shell; pipes that no other child inherits.
#pragma once

#include <array>
#include <csignal>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "papers/result.hpp"

#include "util/descriptor.hpp"

namespace papers::util {

/// Additional or other values of environment variables.
using Variables = std::map<std::string, std::string>;

struct Pipe {
  Descriptor read;
  Descriptor write;
};

/// Both ends close on exec and lie above the standard streams, so that none is overwritten in the child. Not
/// valid when there are no descriptors left (errno tells).
[[nodiscard]] Pipe make_pipe();

/// While it lives, writing to a closed pipe is an error of write() and not a signal.
class WithoutSigpipe {
 public:
  WithoutSigpipe();
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
  ~WithoutSigpipe();
  [[nodiscard]] const sigset_t& old() const { return m_old; }

 private:
  sigset_t m_sigpipe{};
  sigset_t m_old{};
};

struct ProcessStart {
  std::span<const std::string> argv;  ///< argv[0] is searched in PATH
  std::array<int, 3> streams{0, 1, 2};
  Variables variables = {};       ///< besides those of this process
  const sigset_t* mask;           ///< signals that are blocked in the child
  bool group_of_its_own = false;  ///< so that it can be ended with all that it started
};

/// The child's process id. Signals that this process ignores for the time being have their usual effect in
/// it. The error names the program.
[[nodiscard]] Result<pid_t> start_process(const ProcessStart& start);

[[nodiscard]] Error not_started(std::string_view name, int problem);
[[nodiscard]] Error no_such_program(std::string_view name);

/// For exec: pointers into `texts`, which must stay, and a null.
[[nodiscard]] std::vector<char*> c_strings(std::span<const std::string> texts);

/// The exit code of a status of waitpid; 128 + signal when one ended the child.
[[nodiscard]] int exit_code_of(int status);

}  // namespace papers::util
