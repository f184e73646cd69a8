#include "util/atomic_file.hpp"

#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "support/temp_folder.hpp"

using namespace papers::util;
using papers::Failure;
using papers::test::TempFolder;

namespace {

namespace fs = std::filesystem;

unsigned mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

std::ptrdiff_t entries_in(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

/// The umask of the process, put back at the end.
class Umask {
 public:
  explicit Umask(mode_t mask) : m_old(::umask(mask)) {}
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask() { ::umask(m_old); }

 private:
  mode_t m_old;
};

}  // namespace

TEST_CASE("what is written is read, byte for byte, and nothing else is left in the folder") {
  const TempFolder folder;
  const auto path = folder.path() / "file";
  std::string content(300000, 'x');
  content[7] = '\0';
  content[8] = '\xff';
  write_file(path, "old");
  write_file(path, content);
  CHECK(read_file(path) == content);
  write_file(path, "");
  CHECK(read_file(path).empty());
  CHECK(entries_in(folder.path()) == 1);
}

TEST_CASE("private files are the reader's alone, others follow the umask") {
  const TempFolder folder;
  const Umask umask(0022);
  write_file(folder.path() / "private", "x", /*is_private=*/true);
  write_file(folder.path() / "public", "x");
  CHECK(mode_of(folder.path() / "private") == 0600);
  CHECK(mode_of(folder.path() / "public") == 0644);
}

TEST_CASE("an existing file keeps its mode, and a link to it stays a link") {
  const TempFolder folder;
  const auto path = folder.path() / "file";
  const auto link = folder.path() / "link";
  write_file(path, "old");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  fs::create_symlink(path, link);
  write_file(link, "new");
  CHECK(fs::is_symlink(link));
  CHECK(read_file(path) == "new");
  CHECK(mode_of(path) == 0640);
}

TEST_CASE("devices are written to and never replaced") {
  write_file("/dev/null", "x");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a file that cannot be written is as it was, and the message names it") {
  const TempFolder folder;
  const auto target = folder.path() / "missing" / "file";
  CHECK_THROWS_WITH_AS(write_file(target, "x"), doctest::Contains(target.c_str()), Failure);
  CHECK_THROWS_AS(write_file(folder.path(), "x"), Failure);
  CHECK(entries_in(folder.path()) == 0);
}

TEST_CASE("a file that cannot be read, or is too large, is refused by name") {
  const TempFolder folder;
  const auto path = folder.path() / "file";
  CHECK_THROWS_WITH_AS(static_cast<void>(read_file(path)), doctest::Contains("No such file"), Failure);
  CHECK_THROWS_AS(static_cast<void>(read_file(folder.path())), Failure);
  write_file(path, "12345");
  CHECK(read_file(path, 5) == "12345");
  CHECK_THROWS_WITH_AS(static_cast<void>(read_file(path, 4)), doctest::Contains("larger than 4 bytes"),
                       Failure);
}

TEST_CASE("private folders are made with their parents, and found again") {
  const TempFolder folder;
  const auto path = folder.path() / "a" / "b" / "c";
  make_private_folder(path);
  make_private_folder(path);
  make_private_folder(path / "");
  CHECK(mode_of(path) == 0700);
  CHECK(mode_of(folder.path() / "a") == 0700);
}

TEST_CASE("a file in the way of a folder is named") {
  const TempFolder folder;
  const auto path = folder.path() / "file";
  write_file(path, "x");
  CHECK_THROWS_WITH_AS(make_private_folder(path / "below"), doctest::Contains(path.c_str()), Failure);
}
