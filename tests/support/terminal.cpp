#include "support/terminal.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <vector>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace papers::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) {
    all.push_back(text.data());
  }
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_of(const ProgramCall& call) {
  std::vector<std::string> all{"TERM=xterm"};
  if (const char* path = std::getenv("PATH"); path != nullptr && !call.environment.contains("PATH")) {
    all.push_back(std::string("PATH=") + path);
  }
  for (const auto& [name, value] : call.environment) {
    all.push_back(name + '=' + value);
  }
  return all;
}

}  // namespace

Terminal::Terminal(const ProgramCall& call, unsigned short rows, unsigned short columns) {
  std::vector<std::string> arguments = call.argv;
  std::vector<std::string> environment = environment_of(call);
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> variables = pointers(environment);
  const winsize size{rows, columns, 0, 0};
  m_pid = ::forkpty(&m_screen, nullptr, nullptr, &size);
  if (m_pid < 0) {
    throw std::system_error(errno, std::generic_category(), "forkpty");
  }
  if (m_pid == 0) {
    if (call.folder.empty() || ::chdir(call.folder.c_str()) == 0) {
      ::execvpe(argv.front(), argv.data(), variables.data());
    }
    ::_exit(127);
  }
}

Terminal::~Terminal() {
  if (m_pid > 0) {
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
  }
  ::close(m_screen);
}

void Terminal::type(std::string_view keys) {
  while (!keys.empty()) {
    const auto written = ::write(m_screen, keys.data(), keys.size());
    if (written < 0 && errno != EINTR) {
      return;
    }
    keys.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
}

/// False at the end of what it writes, and when nothing comes in time.
bool Terminal::read_some(std::chrono::milliseconds limit) {
  pollfd ready{m_screen, POLLIN, 0};
  if (::poll(&ready, 1, static_cast<int>(limit.count())) <= 0) {
    return false;
  }
  std::array<char, 4096> buffer{};
  const auto length = ::read(m_screen, buffer.data(), buffer.size());
  if (length > 0) {
    m_shown.append(buffer.data(), static_cast<std::size_t>(length));
  }
  return length > 0;
}

bool Terminal::wait_for(std::string_view text, std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (true) {
    if (const auto place = m_shown.find(text, m_seen); place != std::string::npos) {
      m_seen = place + text.size();
      return true;
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0 || !read_some(left)) {
      return false;
    }
  }
}

int Terminal::finish(std::chrono::milliseconds limit) {
  const auto end = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < end && read_some(std::chrono::seconds(1))) {
  }
  int status = 0;
  while (::waitpid(m_pid, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) {
      ::kill(m_pid, SIGKILL);
    }
    read_some(std::chrono::milliseconds(50));
  }
  while (read_some(std::chrono::milliseconds(0))) {
  }
  m_pid = -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace papers::test
