#include "store/failure.hpp"

#include <string>

#include <doctest/doctest.h>
#include <sqlite3.h>

using namespace papers;

TEST_CASE("what SQLite says becomes a cause and an exit code, with the file's name") {
  struct Row {
    int code;
    ExitCode exit;
    const char* words;
  };
  const Row rows[] = {{SQLITE_FULL, ExitCode::failed, "disk full"},
                      {SQLITE_BUSY, ExitCode::try_later, "another program"},
                      {SQLITE_BUSY_SNAPSHOT, ExitCode::try_later, "another program"},
                      {SQLITE_READONLY_DIRECTORY, ExitCode::failed, "permissions"},
                      {SQLITE_IOERR_WRITE, ExitCode::failed, "disk"},
                      {SQLITE_CORRUPT, ExitCode::failed, "papers check"},
                      {SQLITE_NOTADB, ExitCode::failed, "damaged"},
                      {SQLITE_MISUSE, ExitCode::failed, "papers check"}};
  for (const Row& row : rows) {
    const Failure failure =
        store::failure_from(SQLite::Exception("what it said", row.code), "/a/library.sqlite");
    const std::string message = failure.what();
    CAPTURE(message);
    CHECK(failure.code() == row.exit);
    CHECK(message.find(row.words) != std::string::npos);
    CHECK(message.find("/a/library.sqlite") == 0);
    CHECK(message.find('\n') == std::string::npos);
  }
}
