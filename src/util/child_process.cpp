#include "util/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/descriptor.hpp"
#include "util/process_start.hpp"
#include "util/strings.hpp"

namespace papers::util {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t k_most_err = 64U << 10U;
constexpr int k_check_milliseconds = 100;
constexpr int k_wait_milliseconds = 10;
constexpr std::chrono::milliseconds k_grace{200};      ///< for words that come after the child's own end
constexpr std::chrono::milliseconds k_patience{1000};  ///< for the end of what was killed
constexpr int k_most_reads = 64;  ///< in a row, more than a pipe holds: whoever writes without end must wait

volatile std::sig_atomic_t g_held_signal = 0;

void hold_signal(int signal) {
  g_held_signal = signal;
}

/// While it lives, what would end us is put off: a child in a group of its own hears no Ctrl-C, and would be
/// left behind. Afterwards the signal has the effect that it would have had.
class HeldSignals {
 public:
  explicit HeldSignals(bool wanted) : m_wanted(wanted) {
    if (m_wanted) {
      g_held_signal = 0;
      each([](int signal, struct sigaction& before) { hold(signal, before); });
    }
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() {
    if (m_wanted) {
      each([](int signal, struct sigaction& before) { ::sigaction(signal, &before, nullptr); });
      if (g_held_signal != 0) {
        std::raise(g_held_signal);
      }
    }
  }
  [[nodiscard]] bool came() const { return m_wanted && g_held_signal != 0; }

 private:
  static constexpr std::array k_signals{SIGINT, SIGQUIT, SIGTERM, SIGHUP};

  static void hold(int signal, struct sigaction& before) {
    struct sigaction action {};
    action.sa_handler = hold_signal;
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) {  // nohup means it
      ::sigaction(signal, &action, nullptr);
    }
  }

  void each(void (*apply)(int, struct sigaction&)) {
    for (std::size_t i = 0; i < k_signals.size(); ++i) {
      apply(k_signals[i], m_before[i]);
    }
  }

  bool m_wanted;
  std::array<struct sigaction, k_signals.size()> m_before{};
};

/// A running child, its three pipes and what has gone through them.
class Conversation {
 public:
  Conversation(pid_t pid, Descriptor in, Descriptor out, Descriptor err, std::string_view input,
               const ChildLimits& limits, const HeldSignals& signals)
      : m_pid(pid),
        m_in(std::move(in)),
        m_out(std::move(out)),
        m_err(std::move(err)),
        m_input(input),
        m_limits(limits),
        m_signals(signals),
        m_begun(SteadyClock::now()) {
    for (const auto* end : {&m_in, &m_out, &m_err}) {
      ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    }
  }

  ChildResult finish() {
    while (m_out.valid() || m_err.valid()) {
      const bool is_quiet = !exchange();
      end_what_must_end();
      part(is_quiet);
    }
    m_in.close();
    while (m_limits.time && !wait(WNOHANG) && !is_over(m_killed, k_patience)) {
      ::poll(nullptr, 0, k_wait_milliseconds);  // it closed its streams and went on
      end_what_must_end();
    }
    if (!m_limits.time) {
      wait(0);
    }
    return std::move(m_result);
  }

 private:
  using Moment = std::optional<SteadyClock::time_point>;

  static bool is_over(const Moment& since, std::chrono::milliseconds time) {
    return since && SteadyClock::now() - *since > time;
  }

  /// Whether there was anything to pass on.
  bool exchange() {
    if (m_input.empty()) {
      m_in.close();
    }
    std::array<pollfd, 3> ready{pollfd{m_in.get(), POLLOUT, 0}, pollfd{m_out.get(), POLLIN, 0},
                                pollfd{m_err.get(), POLLIN, 0}};
    const int count = ::poll(ready.data(), ready.size(), k_check_milliseconds);
    if (ready[0].revents != 0 && count > 0) {
      feed();
    }
    take_all();
    return count != 0;
  }

  void take_all() {
    take(m_out, m_result.out, m_limits.most_out);
    take(m_err, m_result.err, k_most_err);
  }

  /// Closes the pipes when what counts has ended, the child itself. A grandchild may hold them open for hours
  /// (a viewer sent to the background), and may write to them all the time.
  void part(bool is_quiet) {
    if (wait(WNOHANG) && !m_quit) {
      m_quit = SteadyClock::now();
    }
    if (m_killed || (m_quit && is_quiet) || is_over(m_quit, k_grace)) {
      take_all();
      m_out.close();
      m_err.close();
    }
  }

  void end_what_must_end() {
    if (!m_limits.time || m_ended || m_killed) {
      return;
    }
    m_result.interrupted = m_signals.came();
    m_result.timed_out = !m_result.interrupted && is_over(m_begun, *m_limits.time);
    if (m_result.interrupted || m_result.timed_out) {
      kill();
    }
  }

  /// With all that it started: the child leads a group of its own then.
  void kill() {
    m_killed = SteadyClock::now();
    m_result.status = exit_code_of(SIGKILL);
    ::kill(-m_pid, SIGKILL);
    ::kill(m_pid, SIGKILL);  // it may have gone over to another group
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
    for (int reads = 0; from.valid() && reads < k_most_reads; ++reads) {
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
        m_result.status = exit_code_of(status);
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
  const ChildLimits& m_limits;
  const HeldSignals& m_signals;
  SteadyClock::time_point m_begun;
  Moment m_quit;    ///< when it was first seen to have ended
  Moment m_killed;  ///< because its time was over, or ours
  ChildResult m_result;
  bool m_ended = false;
};

/// While it lives, Ctrl-C is the child's affair.
class WithoutKeyboardSignals {
 public:
  WithoutKeyboardSignals()
      : m_interrupt(std::signal(SIGINT, SIG_IGN)), m_quit(std::signal(SIGQUIT, SIG_IGN)) {}
  WithoutKeyboardSignals(const WithoutKeyboardSignals&) = delete;
  WithoutKeyboardSignals& operator=(const WithoutKeyboardSignals&) = delete;
  ~WithoutKeyboardSignals() {
    std::signal(SIGINT, m_interrupt);
    std::signal(SIGQUIT, m_quit);
  }

 private:
  void (*m_interrupt)(int);
  void (*m_quit)(int);
};

int exit_code_after(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return exit_code_of(status);
}

}  // namespace

Result<ChildResult> run_child(std::span<const std::string> argv, std::string_view input,
                              const ChildLimits& limits) {
  const WithoutSigpipe quiet;
  const HeldSignals signals(limits.time.has_value());
  auto in = make_pipe();
  auto out = make_pipe();
  auto err = make_pipe();
  if (!in.write.valid() || !out.write.valid() || !err.write.valid()) {
    return not_started(argv.empty() ? "\"\"" : std::string_view(argv[0]), errno);
  }
  const auto pid = start_process({.argv = argv,
                                  .streams = {in.read.get(), out.write.get(), err.write.get()},
                                  .variables = limits.variables,
                                  .mask = &quiet.old(),
                                  .group_of_its_own = limits.time.has_value()});
  if (!pid) {
    return pid.error();
  }
  in.read.close();
  out.write.close();
  err.write.close();
  return Conversation(*pid, std::move(in.write), std::move(out.read), std::move(err.read), input, limits,
                      signals)
      .finish();
}

Result<int> show_through(std::span<const std::string> argv, std::string_view text,
                         const Variables& variables) {
  const WithoutSigpipe quiet;
  auto in = make_pipe();
  if (!in.write.valid()) {
    return not_started(argv.empty() ? "\"\"" : std::string_view(argv[0]), errno);
  }
  const WithoutKeyboardSignals patient;
  const auto pid = start_process(
      {.argv = argv, .streams = {in.read.get(), 1, 2}, .variables = variables, .mask = &quiet.old()});
  if (!pid) {
    return pid.error();
  }
  in.read.close();
  while (!text.empty()) {
    const auto written = ::write(in.write.get(), text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      break;  // the reader has seen enough
    }
    text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  in.write.close();
  return exit_code_after(*pid);
}

Result<int> run_in_front(std::span<const std::string> argv) {
  const WithoutSigpipe quiet;
  const WithoutKeyboardSignals patient;
  const auto pid = start_process({.argv = argv, .mask = &quiet.old()});
  return pid ? Result<int>(exit_code_after(*pid)) : pid.error();
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
