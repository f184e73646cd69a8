#include "store/library_file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "store/database.hpp"
#include "util/descriptor.hpp"

namespace papers::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view what) {
  throw Failure(ExitCode::failed, fmt::format("{} {}", file.string(), what));
}

util::Descriptor open_file(const std::filesystem::path& file, int flags, mode_t mode = 0) {
  util::Descriptor descriptor(::open(file.c_str(), flags | O_CLOEXEC, mode));
  if (!descriptor.valid()) {
    refuse(file, fmt::format("cannot be opened: {}", std::strerror(errno)));
  }
  return descriptor;
}

// The first 100 bytes of an SQLite file; https://www.sqlite.org/fileformat.html, section 1.3.
using Header = std::array<unsigned char, 100>;
constexpr std::string_view k_magic{"SQLite format 3\0", 16};
constexpr std::size_t k_write_version_at = 18;  ///< 1: rollback journal, 2: write-ahead log
constexpr std::size_t k_application_id_at = 68;

std::uint32_t big_endian(const Header& header, std::size_t at) {
  return (std::uint32_t{header[at]} << 24U) | (std::uint32_t{header[at + 1]} << 16U) |
         (std::uint32_t{header[at + 2]} << 8U) | std::uint32_t{header[at + 3]};
}

Header read_header(const std::filesystem::path& file) {
  const util::Descriptor descriptor = open_file(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  Header header{};
  if (::read(descriptor.get(), header.data(), header.size()) != static_cast<ssize_t>(header.size()) ||
      std::memcmp(header.data(), k_magic.data(), k_magic.size()) != 0) {
    refuse(file, "is not a library of papers, and is left alone; move it away or choose another place");
  }
  return header;
}

void refuse_foreign(const std::filesystem::path& file) {
  const Header header = read_header(file);
  if (big_endian(header, k_application_id_at) != static_cast<std::uint32_t>(k_application_id)) {
    refuse(file, "is a database of another program, and is left alone; move it away or choose another place");
  }
  if (header[k_write_version_at] == 1 && has_content(wal_of(file))) {
    refuse(wal_of(file), "does not belong to the library beside it (was a backup restored?); move it away");
  }
}

}  // namespace

std::filesystem::path resolve_library(const std::filesystem::path& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  struct stat facts {};
  if (::lstat(absolute.c_str(), &facts) == 0 && S_ISLNK(facts.st_mode) && facts.st_uid != ::geteuid()) {
    refuse(absolute, "is a symbolic link of another user, and is not followed");
  }
  const std::filesystem::path resolved = std::filesystem::weakly_canonical(absolute, error);
  return error ? absolute : resolved;
}

bool library_is_there(const std::filesystem::path& file) {
  struct stat facts {};
  if (::lstat(file.c_str(), &facts) != 0) {
    if (errno != ENOENT) {
      refuse(file, fmt::format("cannot be looked at: {}", std::strerror(errno)));
    }
    if (has_content(wal_of(file))) {
      refuse(file,
             "is missing, but its -wal file is there; restore the library or a backup beside it, or move it "
             "away");
    }
    return false;
  }
  if (!S_ISREG(facts.st_mode)) {
    refuse(file, "is not a file; move it away or choose another place for the library");
  }
  refuse_foreign(file);
  return true;
}

void create_private_file(const std::filesystem::path& file) {
  const util::Descriptor descriptor = open_file(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  if (::fchmod(descriptor.get(), 0600) != 0) {
    refuse(file, fmt::format("cannot be made private: {}", std::strerror(errno)));
  }
}

void sync_file(const std::filesystem::path& file) {
  const util::Descriptor descriptor = open_file(file, O_RDONLY);
  if (::fsync(descriptor.get()) != 0) {
    refuse(file, fmt::format("cannot be flushed to the disk: {}", std::strerror(errno)));
  }
}

void move_into_place(const std::filesystem::path& from, const std::filesystem::path& to) {
  sync_file(from);
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    const int reason = errno;
    ::unlink(from.c_str());
    refuse(to, reason == EEXIST ? "already exists, and is not overwritten; choose another name"
                                : fmt::format("cannot be made: {}", std::strerror(reason)));
  }
  sync_file(to.parent_path());
}

std::filesystem::path wal_of(const std::filesystem::path& file) {
  std::filesystem::path wal = file;
  wal += "-wal";
  return wal;
}

bool has_content(const std::filesystem::path& file) {
  struct stat facts {};
  return ::lstat(file.c_str(), &facts) == 0 && facts.st_size > 0;
}

void remove_database(const std::filesystem::path& file) {
  for (const char* const suffix : {"", "-journal", "-wal", "-shm"}) {
    std::filesystem::path path = file;
    path += suffix;
    ::unlink(path.c_str());
  }
}

}  // namespace papers::store
