#include "util/atomic_file.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "util/descriptor.hpp"

namespace papers::util {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string_view what, int problem) {
  throw Failure(ExitCode::failed, fmt::format("{}: {}: {}", path.string(), what, std::strerror(problem)));
}

/// A file that goes away again unless it was kept.
class Draft {
 public:
  Draft(const fs::path& target, mode_t mode)
      : m_path(draft_path(target)),
        m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (m_file.valid() && !m_kept) {
      ::unlink(m_path.c_str());
    }
  }
  [[nodiscard]] int descriptor() const { return m_file.get(); }
  [[nodiscard]] bool rename_to(const fs::path& target) {
    m_kept = ::rename(m_path.c_str(), target.c_str()) == 0;
    return m_kept;
  }

 private:
  // Hidden, and unique over the processes of this machine and the threads of this one.
  static fs::path draft_path(const fs::path& target) {
    static std::atomic<unsigned> count = 0;
    const std::string stem = target.filename().string().substr(0, 200);
    return target.parent_path() / fmt::format(".{}.{}-{}.tmp", stem, ::getpid(), ++count);
  }

  fs::path m_path;
  Descriptor m_file;
  bool m_kept = false;
};

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno != EINTR) {
      return false;
    }
    content.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
  return true;
}

void write_device(const fs::path& path, std::string_view content) {
  const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!device.valid() || !write_all(device.get(), content)) {
    fail(path, "cannot be written", errno);
  }
}

void replace_file(const fs::path& path, std::string_view content, mode_t mode, bool keep_mode) {
  Draft draft(path, mode);
  if (draft.descriptor() < 0) {
    fail(path, "cannot be written", errno);
  }
  if ((keep_mode && ::fchmod(draft.descriptor(), mode) != 0) || !write_all(draft.descriptor(), content) ||
      ::fsync(draft.descriptor()) != 0 || !draft.rename_to(path)) {
    fail(path, "cannot be written", errno);
  }
  sync_folder(path.parent_path());
}

}  // namespace

// File systems that cannot sync folders say EINVAL.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.valid() && ::fsync(opened.get()) != 0 && errno != EINVAL) {
    fail(folder, "cannot be synced", errno);
  }
}

void write_file(const fs::path& path, std::string_view content, bool is_private) {
  struct stat old {};
  if (::stat(path.c_str(), &old) != 0) {
    replace_file(path, content, is_private ? 0600 : 0666, /*keep_mode=*/false);
  } else if (S_ISREG(old.st_mode)) {
    const mode_t mode = is_private ? 0600 : old.st_mode & 0777U;
    replace_file(fs::canonical(path), content, mode, /*keep_mode=*/!is_private);
  } else {
    write_device(path, content);  // a terminal, a pipe, /dev/null: nothing to preserve, never to be replaced
  }
}

std::string read_file(const fs::path& path, std::size_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) {
    fail(path, "cannot be read", errno);
  }
  struct stat status {};
  std::string content;
  if (::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
    content.reserve(std::min(static_cast<std::size_t>(status.st_size), max_bytes) + 1);
  }
  std::string buffer(64U << 10U, '\0');
  for (;;) {
    const auto length = ::read(file.get(), buffer.data(), buffer.size());
    if (length < 0 && errno != EINTR) {
      fail(path, "cannot be read", errno);
    }
    if (length == 0) {
      return content;
    }
    content.append(buffer, 0, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    if (content.size() > max_bytes) {
      throw Failure(ExitCode::failed,
                    fmt::format("{}: larger than {} bytes, the most that is read", path.string(), max_bytes));
    }
  }
}

void make_private_folder(const fs::path& path) {
  if (path.empty() || fs::is_directory(path)) {
    return;
  }
  make_private_folder(path.parent_path());
  if (::mkdir(path.c_str(), 0700) != 0) {
    const int problem = errno;
    if (!fs::is_directory(path)) {
      fail(path, "the folder cannot be made", problem);
    }
  }
}

}  // namespace papers::util
