#include "store/write_lock.hpp"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "papers/error.hpp"

namespace papers::store {
namespace {

util::FileLock take(const std::filesystem::path& file, std::chrono::milliseconds patience) {
  const std::filesystem::path path = WriteLock::path_for(file);
  if (auto lock = util::FileLock::take(path, patience)) {
    return *std::move(lock);
  }
  const int holder = util::FileLock::holder(path);
  throw Failure(
      ExitCode::try_later,
      fmt::format("the library is being changed by {}; try again when it has ended",
                  holder == 0 ? std::string("another process") : fmt::format("process {}", holder)));
}

}  // namespace

WriteLock::WriteLock(const std::filesystem::path& file, std::chrono::milliseconds patience)
    : m_lock(take(file, patience)) {}

std::filesystem::path WriteLock::path_for(const std::filesystem::path& file) {
  return std::filesystem::path(file).replace_extension(".lock");
}

}  // namespace papers::store
