// Child: a forked process of a test, stopped and killed at will.
#pragma once

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <optional>
#include <stdexcept>

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace papers::test {

/// One way, from a child to its parent.
class Pipe {
 public:
  Pipe() {
    if (::pipe(m_ends) != 0) {
      throw std::runtime_error("no pipe");
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_writer();
    ::close(m_ends[0]);
  }
  void close_writer() {
    if (m_ends[1] >= 0) {
      ::close(m_ends[1]);
      m_ends[1] = -1;
    }
  }
  void write(std::int32_t value) const {
    if (::write(m_ends[1], &value, sizeof value) != sizeof value) {
      ::_exit(3);
    }
  }
  /// Nothing when all writers have gone.
  [[nodiscard]] std::optional<std::int32_t> read() const {
    std::int32_t value = 0;
    ssize_t size = 0;
    do {
      size = ::read(m_ends[0], &value, sizeof value);
    } while (size < 0 && errno == EINTR);
    return size == sizeof value ? std::optional(value) : std::nullopt;
  }

 private:
  int m_ends[2] = {-1, -1};
};

class Child {
 public:
  /// Runs `body` in a process of its own, which exits with its result, or with 99 when it throws.
  template <class Body>
  explicit Child(const Body& body) : m_pid(::fork()) {
    if (m_pid < 0) {
      throw std::runtime_error("no process");
    }
    if (m_pid == 0) {
      try {
        ::_exit(body());
      } catch (...) {
        ::_exit(99);
      }
    }
  }
  Child(Child&& other) noexcept : m_pid(other.m_pid) { other.m_pid = 0; }
  Child& operator=(Child&&) = delete;
  ~Child() {
    if (m_pid > 0) {
      signal(SIGKILL);
      wait();
    }
  }
  [[nodiscard]] pid_t pid() const { return m_pid; }
  void signal(int number) const { ::kill(m_pid, number); }
  /// Its exit code, or 128 plus the signal that ended it.
  int wait() {
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t m_pid;
};

}  // namespace papers::test
