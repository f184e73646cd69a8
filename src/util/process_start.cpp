#include "util/process_start.hpp"

#include <cstring>
#include <ctime>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/child_process.hpp"

extern char** environ;  // NOLINT: POSIX has no header for it

namespace papers::util {
namespace {

/// "NAME=value" for each variable that the child has.
std::vector<std::string> environment_with(const Variables& variables) {
  std::vector<std::string> all;
  for (char** place = environ; *place != nullptr; ++place) {  // NOLINT: a C array
    const std::string_view entry(*place);
    if (!variables.contains(std::string(entry.substr(0, entry.find('='))))) {
      all.emplace_back(entry);
    }
  }
  for (const auto& [name, value] : variables) {
    all.push_back(name + '=' + value);
  }
  return all;
}

/// What is set about the child before it begins.
class Attributes {
 public:
  explicit Attributes(const ProcessStart& start) {
    posix_spawn_file_actions_init(&m_actions);
    for (int i = 0; i < 3; ++i) {
      posix_spawn_file_actions_adddup2(&m_actions, start.streams[static_cast<std::size_t>(i)], i);
    }
    sigset_t defaults{};
    sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGINT, SIGQUIT}) {
      sigaddset(&defaults, signal);
    }
    int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    flags |= start.group_of_its_own ? POSIX_SPAWN_SETPGROUP : 0;
    posix_spawnattr_init(&m_attributes);
    posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags));
    posix_spawnattr_setpgroup(&m_attributes, 0);
    posix_spawnattr_setsigmask(&m_attributes, start.mask);
    posix_spawnattr_setsigdefault(&m_attributes, &defaults);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() {
    posix_spawnattr_destroy(&m_attributes);
    posix_spawn_file_actions_destroy(&m_actions);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &m_actions; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &m_attributes; }

 private:
  posix_spawn_file_actions_t m_actions{};
  posix_spawnattr_t m_attributes{};
};

}  // namespace

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

WithoutSigpipe::WithoutSigpipe() {
  sigemptyset(&m_sigpipe);
  sigaddset(&m_sigpipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &m_sigpipe, &m_old);
}

WithoutSigpipe::~WithoutSigpipe() {
  const timespec at_once{};
  while (sigismember(&m_old, SIGPIPE) == 0 && sigtimedwait(&m_sigpipe, nullptr, &at_once) > 0) {
  }
  pthread_sigmask(SIG_SETMASK, &m_old, nullptr);
}

Result<pid_t> start_process(const ProcessStart& start) {
  const std::string name = start.argv.empty() ? "\"\"" : start.argv.front();
  const std::string program = start.argv.empty() ? "" : find_program(name);
  if (program.empty()) {
    return no_such_program(name);
  }
  const Attributes how(start);
  const auto argv = c_strings(start.argv);
  const std::vector<std::string> environment = environment_with(start.variables);
  pid_t pid = 0;
  const int problem = ::posix_spawn(&pid, program.c_str(), how.actions(), how.attributes(), argv.data(),
                                    c_strings(environment).data());
  return problem == 0 ? Result<pid_t>(pid) : not_started(name, problem);
}

Error not_started(std::string_view name, int problem) {
  return {ExitCode::failed, fmt::format("{}: cannot be started: {}", name, std::strerror(problem))};
}

Error no_such_program(std::string_view name) {
  return {ExitCode::failed, fmt::format("{}: no such program in PATH; install it first", name)};
}

std::vector<char*> c_strings(std::span<const std::string> texts) {
  std::vector<char*> pointers;
  for (const auto& text : texts) {
    pointers.push_back(const_cast<char*>(text.c_str()));  // NOLINT: exec takes them so and does not write
  }
  pointers.push_back(nullptr);
  return pointers;
}

int exit_code_of(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace papers::util
