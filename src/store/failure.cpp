#include "store/failure.hpp"

#include <string_view>

#include <fmt/format.h>
#include <sqlite3.h>

namespace papers::store {
namespace {

struct Cause {
  int code;  ///< primary result code of SQLite
  ExitCode exit;
  std::string_view words;
};

constexpr Cause k_causes[] = {
    {SQLITE_FULL, ExitCode::failed, "disk full; free some space, then run the command again"},
    {SQLITE_BUSY, ExitCode::try_later, "another program is using it; try again when that has ended"},
    {SQLITE_LOCKED, ExitCode::try_later, "another program is using it; try again when that has ended"},
    {SQLITE_READONLY, ExitCode::failed, "it cannot be written; check the permissions of file and folder"},
    {SQLITE_PERM, ExitCode::failed, "permission denied; check the permissions of file and folder"},
    {SQLITE_AUTH, ExitCode::failed, "permission denied; check the permissions of file and folder"},
    {SQLITE_CANTOPEN, ExitCode::failed,
     "it cannot be opened; check that the folder is there and may be used"},
    {SQLITE_IOERR, ExitCode::failed,
     "the disk could not be read or written; check its health and free space"},
    {SQLITE_CORRUPT, ExitCode::failed, "the file is damaged; see `papers check`, or restore a backup"},
    {SQLITE_NOTADB, ExitCode::failed, "the file is damaged or not a library; restore a backup"},
    {SQLITE_NOMEM, ExitCode::failed, "out of memory"},
};

}  // namespace

Failure failure_from(const SQLite::Exception& error, const std::filesystem::path& file) {
  for (const Cause& cause : k_causes) {
    if (cause.code == (error.getErrorCode() & 0xff)) {
      return {cause.exit, fmt::format("{}: {} ({})", file.string(), cause.words, error.what())};
    }
  }
  return {ExitCode::failed, fmt::format("{}: {}; see `papers check`", file.string(), error.what())};
}

}  // namespace papers::store
