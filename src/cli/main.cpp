// The one place that touches the process: environment, standard streams, signals, the real clock.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "app/load_sources.hpp"
#include "app/memory.hpp"
#include "cli/app.hpp"
#include "util/calendar.hpp"
#include "util/child_process.hpp"

namespace {

using namespace papers;

std::atomic<bool> g_interrupted{false};

/// The first Ctrl-C (or a polite kill, or a closed terminal) asks the command to keep what it has; a second
/// one ends it.
void on_interrupt(int signal) {
  if (g_interrupted.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

/// From when the network is used; before that there is nothing to keep, and Ctrl-C just ends the command.
void keep_what_came_on_interrupt() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) {  // nohup means it
      sigaction(signal, &action, nullptr);
    }
  }
}

/// Asks for the memory that a short command needs in one go, and keeps it: page by page, as each is first
/// touched, it costs several times as much. The limits are the highest that glibc would set for itself in
/// time.
void take_memory() {
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
  constexpr std::size_t k_page = 4096;
  constexpr std::size_t k_bytes = 128 * k_page;
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  void* const block = std::malloc(k_bytes);
  void* first = block;
  std::size_t space = k_bytes;
  if (std::align(k_page, k_page, first, space) != nullptr) {
    madvise(first, space - space % k_page, MADV_POPULATE_WRITE);  // refused before Linux 5.14, and not missed
  }
  std::free(block);
#endif
}

/// A file opened later must never get the number of a standard stream that was closed.
void reopen_closed_streams() {
  for (const int descriptor : {0, 1, 2}) {
    if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
      static_cast<void>(open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY));
    }
  }
}

/// Of a pager it says that none is wanted, as with git.
bool means_something_when_empty(std::string_view name) {
  return name == "PAPERS_PAGER" || name == "PAGER";
}

std::optional<std::string> variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());  // NOLINT(concurrency-mt-unsafe): one thread
  const bool is_set = value != nullptr && (*value != '\0' || means_something_when_empty(name));
  return is_set ? std::optional<std::string>(value) : std::nullopt;
}

class RealClock final : public Clock {
 public:
  explicit RealClock(std::optional<Time> fixed) : m_fixed(fixed) {}

  [[nodiscard]] Time now() const override {
    return m_fixed ? *m_fixed : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  [[nodiscard]] std::chrono::milliseconds monotonic() const override {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) +
           std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
  }
  void sleep_for(std::chrono::milliseconds duration) override {
    constexpr std::chrono::milliseconds k_step{50};
    for (auto left = duration; left.count() > 0 && !g_interrupted; left -= k_step) {
      std::this_thread::sleep_for(std::min(left, k_step));
    }
  }

 private:
  std::optional<Time> m_fixed;
};

cli::Terminal look_at_terminal() {
  cli::Terminal terminal{isatty(0) == 1, isatty(1) == 1, isatty(2) == 1};
  winsize size{};
  if (terminal.out && ioctl(1, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.columns = size.ws_col;
    terminal.rows = size.ws_row > 0 ? size.ws_row : terminal.rows;
  } else if (const auto columns = variable("COLUMNS")) {
    const int number = std::atoi(columns->c_str());
    terminal.columns = number > 0 ? static_cast<std::size_t>(number) : terminal.columns;
  }
  constexpr std::size_t k_least = 40;
  terminal.columns = std::max(terminal.columns, k_least);
  return terminal;
}

/// As git does, less is told to stop at the end of a short text, to let colours through and to leave the text
/// on the screen, unless the reader has told it otherwise.
Result<int> page(std::span<const std::string> command, const std::string& text) {
  std::map<std::string, std::string> told;
  if (!variable("LESS")) {
    told["LESS"] = "FRX";
  }
  return util::show_through(command, text, told);
}

/// The binary, beside which its parts lie; by the name it was called by where there is no /proc.
std::filesystem::path running_program(const char* name) {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::weakly_canonical(util::find_program(name), error) : program;
}

}  // namespace

int main(int argc, char** argv) {
  take_memory();
  app::spare_memory();
  reopen_closed_streams();
  std::ios::sync_with_stdio(false);
  tzset();
  const auto wanted_now = variable("PAPERS_NOW");
  const auto now = wanted_now ? util::from_moment(*wanted_now) : std::nullopt;
  if (wanted_now && !now) {
    std::cerr << "papers: PAPERS_NOW is not a moment; expected e.g. 2024-11-17T09:00:00Z\n";
    return static_cast<int>(ExitCode::usage);
  }
  RealClock clock(now);
  const auto open_sources = [](const std::filesystem::path& parts, const SourceSettings& settings) {
    keep_what_came_on_interrupt();
    return app::load_sources(parts, settings);
  };
  cli::Environment environment{std::cin,          std::cout,
                               std::cerr,         clock,
                               variable,          look_at_terminal(),
                               g_interrupted,     running_program(argv[0]),
                               open_sources,      page,
                               util::run_in_front};
  const std::vector<std::string> args(argv + 1, argv + argc);
  return cli::run(args, environment);
}
