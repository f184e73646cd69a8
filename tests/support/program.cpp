#include "support/program.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX, not C++
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace papers::test {
namespace {

constexpr std::chrono::milliseconds k_poll{2};

[[noreturn]] void fail(int error, const std::string& what) {
  throw std::system_error(error, std::generic_category(), what);
}

/// A file without a name, gone with its last descriptor.
int unnamed_file() {
  std::string name = std::filesystem::temp_directory_path() / "papers-program-XXXXXX";
  const int file = ::mkostemp(name.data(), O_CLOEXEC);
  if (file < 0) {
    fail(errno, name);
  }
  ::unlink(name.c_str());
  return file;
}

int file_holding(const std::string& content) {
  const int file = unnamed_file();
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t written = ::write(file, content.data() + done, content.size() - done);
    if (written < 0) {
      fail(errno, "writing the input of a program");
    }
    done += static_cast<std::size_t>(written);
  }
  ::lseek(file, 0, SEEK_SET);
  return file;
}

std::string content_of(int file) {
  std::string content;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::pread(file, buffer.data(), buffer.size(), static_cast<off_t>(content.size()));
    if (got <= 0) {
      return content;
    }
    content.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// The NULL-terminated vector of C strings that POSIX asks for; borrows from `texts`.
std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) {
    all.push_back(text.data());
  }
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_of(const ProgramCall& call) {
  std::vector<std::string> all;
  if (const char* const path = std::getenv("PATH"); path != nullptr && !call.environment.contains("PATH")) {
    all.push_back(std::string("PATH=") + path);
  }
  for (const auto& [name, value] : call.environment) {
    all.push_back(name + "=" + value);
  }
  return all;
}

/// What happens in the child between fork and exec.
class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&m_actions); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { ::posix_spawn_file_actions_destroy(&m_actions); }

  void replace(int from, int to) { ::posix_spawn_file_actions_adddup2(&m_actions, from, to); }
  void go_to(const std::string& folder) {
    ::posix_spawn_file_actions_addchdir_np(&m_actions, folder.c_str());
  }
  /// Sockets of a test's server must not stay open in a program that it runs.
  void close_from(int first) { ::posix_spawn_file_actions_addclosefrom_np(&m_actions, first); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &m_actions; }

 private:
  posix_spawn_file_actions_t m_actions{};
};

int status_of(int wait_status) {
  return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

}  // namespace

Program::Program(const ProgramCall& call) : m_out(unnamed_file()), m_err(unnamed_file()) {
  const int input = file_holding(call.input);
  FileActions actions;
  actions.replace(input, STDIN_FILENO);
  actions.replace(m_out, STDOUT_FILENO);
  actions.replace(m_err, STDERR_FILENO);
  if (!call.folder.empty()) {
    actions.go_to(call.folder);
  }
  actions.close_from(STDERR_FILENO + 1);
  std::vector<std::string> argv = call.argv;
  std::vector<std::string> environment = environment_of(call);
  const int error = ::posix_spawnp(&m_pid, call.argv.at(0).c_str(), actions.get(), nullptr,
                                   pointers(argv).data(), pointers(environment).data());
  ::close(input);
  if (error != 0) {
    ::close(m_out);
    ::close(m_err);
    fail(error, call.argv.at(0));
  }
}

Program::~Program() {
  if (running()) {
    send_signal(SIGKILL);
    wait();
  }
  ::close(m_out);
  ::close(m_err);
}

bool Program::running() {
  int status = 0;
  if (!m_ended && ::waitpid(m_pid, &status, WNOHANG) == m_pid) {
    m_ended = true;
    m_status = status_of(status);
  }
  return !m_ended;
}

std::string Program::out() const {
  return content_of(m_out);
}

std::string Program::err() const {
  return content_of(m_err);
}

void Program::send_signal(int signal) {
  if (running()) {
    ::kill(m_pid, signal);
  }
}

ProgramResult Program::wait(std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  bool timed_out = false;
  while (running()) {
    if (!timed_out && std::chrono::steady_clock::now() >= end) {
      timed_out = true;
      send_signal(SIGKILL);
    }
    std::this_thread::sleep_for(k_poll);
  }
  return {m_status, timed_out, out(), err()};
}

ProgramResult run_program(const ProgramCall& call, std::chrono::milliseconds limit) {
  return Program(call).wait(limit);
}

}  // namespace papers::test
