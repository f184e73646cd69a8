#include "util/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/descriptor.hpp"
#include "util/strings.hpp"

extern char** environ;  // NOLINT: POSIX has no header for it

namespace papers::util {
namespace {

constexpr std::size_t k_most_err = 64U << 10U;
constexpr int k_check_milliseconds = 100;

struct Pipe {
  Descriptor read;
  Descriptor write;
};

/// Both ends close on exec and lie above the standard streams, so that none is overwritten in the child.
Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return {};
  }
  const Descriptor read(ends[0]);
  const Descriptor write(ends[1]);
  return {Descriptor(::fcntl(read.get(), F_DUPFD_CLOEXEC, 3)),
          Descriptor(::fcntl(write.get(), F_DUPFD_CLOEXEC, 3))};
}

/// While it lives, writing to a closed pipe is an error of write() and not a signal.
class WithoutSigpipe {
 public:
  WithoutSigpipe() {
    sigemptyset(&m_sigpipe);
    sigaddset(&m_sigpipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &m_sigpipe, &m_old);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
  ~WithoutSigpipe() {
    const timespec at_once{};
    while (sigismember(&m_old, SIGPIPE) == 0 && sigtimedwait(&m_sigpipe, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &m_old, nullptr);
  }
  [[nodiscard]] const sigset_t& old() const { return m_old; }

 private:
  sigset_t m_sigpipe{};
  sigset_t m_old{};
};

std::vector<char*> c_strings(std::span<const std::string> argv) {
  std::vector<char*> pointers;
  for (const auto& argument : argv) {
    pointers.push_back(const_cast<char*>(argument.c_str()));  // NOLINT: exec takes them so and does not write
  }
  pointers.push_back(nullptr);
  return pointers;
}

Error not_started(std::string_view name, int problem) {
  return {ExitCode::failed, fmt::format("{}: cannot be started: {}", name, std::strerror(problem))};
}

Error no_such_program(std::string_view name) {
  return {ExitCode::failed, fmt::format("{}: no such program in PATH; install it first", name)};
}

/// 0, or the reason why the program did not start.
int spawn(const std::string& program, std::span<const std::string> argv, const std::array<int, 3>& streams,
          const sigset_t& mask, pid_t& pid) {
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  for (int i = 0; i < 3; ++i) {
    posix_spawn_file_actions_adddup2(&actions, streams[static_cast<std::size_t>(i)], i);
  }
  sigset_t defaults{};
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_t attributes{};
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(&attributes, &mask);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  const auto pointers = c_strings(argv);
  const int problem = ::posix_spawn(&pid, program.c_str(), &actions, &attributes, pointers.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return problem;
}

/// A running child, its three pipes and what has gone through them.
class Conversation {
 public:
  Conversation(pid_t pid, Descriptor in, Descriptor out, Descriptor err, std::string_view input)
      : m_pid(pid), m_in(std::move(in)), m_out(std::move(out)), m_err(std::move(err)), m_input(input) {
    for (const auto* end : {&m_in, &m_out, &m_err}) {
      ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    }
  }

  ChildResult finish() {
    while (m_out.valid() || m_err.valid()) {
      exchange();
    }
    m_in.close();
    wait(0);
    return std::move(m_result);
  }

 private:
  void exchange() {
    if (m_input.empty()) {
      m_in.close();
    }
    std::array<pollfd, 3> ready{pollfd{m_in.get(), POLLOUT, 0}, pollfd{m_out.get(), POLLIN, 0},
                                pollfd{m_err.get(), POLLIN, 0}};
    const int count = ::poll(ready.data(), ready.size(), k_check_milliseconds);
    if (ready[0].revents != 0 && count > 0) {
      feed();
    }
    take(m_out, m_result.out, std::string::npos);
    take(m_err, m_result.err, k_most_err);
    // A grandchild may hold the pipes open for hours (a viewer sent to the background): what
    // counts is that the child itself has ended.
    if (count == 0 && wait(WNOHANG)) {
      take(m_out, m_result.out, std::string::npos);
      take(m_err, m_result.err, k_most_err);
      m_out.close();
      m_err.close();
    }
  }

  void feed() {
    const auto written = ::write(m_in.get(), m_input.data(), m_input.size());
    if (written >= 0) {
      m_input.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EAGAIN && errno != EINTR) {
      m_input = {};  // the child does not want the rest
    }
  }

  static void take(Descriptor& from, std::string& to, std::size_t most) {
    std::array<char, 16U << 10U> buffer{};
    while (from.valid()) {
      const auto length = ::read(from.get(), buffer.data(), buffer.size());
      if (length > 0) {
        to.append(buffer.data(),
                  std::min(static_cast<std::size_t>(length), most - std::min(most, to.size())));
      } else if (length == 0 || errno != EINTR) {
        if (length == 0 || errno != EAGAIN) {
          from.close();
        }
        return;
      }
    }
  }

  bool wait(int flags) {
    int status = 0;
    while (!m_ended) {
      const auto ended = ::waitpid(m_pid, &status, flags);
      if (ended == 0) {
        return false;
      }
      if (ended == m_pid) {
        m_result.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
      }
      m_ended = ended == m_pid || errno != EINTR;
    }
    return true;
  }

  pid_t m_pid;
  Descriptor m_in;
  Descriptor m_out;
  Descriptor m_err;
  std::string_view m_input;
  ChildResult m_result;
  bool m_ended = false;
};

}  // namespace

Result<ChildResult> run_child(std::span<const std::string> argv, std::string_view input) {
  const std::string program = argv.empty() ? "" : find_program(argv[0]);
  if (program.empty()) {
    return no_such_program(argv.empty() ? "\"\"" : std::string_view(argv[0]));
  }
  const WithoutSigpipe quiet;
  auto in = make_pipe();
  auto out = make_pipe();
  auto err = make_pipe();
  if (!in.write.valid() || !out.write.valid() || !err.write.valid()) {
    return not_started(argv[0], errno);
  }
  pid_t pid = 0;
  const std::array streams{in.read.get(), out.write.get(), err.write.get()};
  if (const int problem = spawn(program, argv, streams, quiet.old(), pid); problem != 0) {
    return not_started(argv[0], problem);
  }
  in.read.close();
  out.write.close();
  err.write.close();
  return Conversation(pid, std::move(in.write), std::move(out.read), std::move(err.read), input).finish();
}

Error replace_process(std::span<const std::string> argv) {
  const std::string program = argv.empty() ? "" : find_program(argv[0]);
  if (program.empty()) {
    return no_such_program(argv.empty() ? "\"\"" : std::string_view(argv[0]));
  }
  const auto pointers = c_strings(argv);
  ::execv(program.c_str(), pointers.data());
  return not_started(argv[0], errno);
}

std::string find_program(std::string_view name) {
  const auto executable = [](const std::string& path) { return ::access(path.c_str(), X_OK) == 0; };
  if (name.empty() || name.find('\0') != std::string_view::npos) {
    return {};
  }
  if (name.find('/') != std::string_view::npos) {
    return executable(std::string(name)) ? std::string(name) : std::string();
  }
  const char* const path = std::getenv("PATH");
  for (const auto folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
    std::string candidate = fmt::format("{}/{}", folder, name);
    if (folder.starts_with('/') &&
        executable(candidate)) {  // never what happens to lie in the working folder
      return candidate;
    }
  }
  return {};
}

}  // namespace papers::util
