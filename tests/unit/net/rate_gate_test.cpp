#include "net/rate_gate.hpp"

#include <doctest/doctest.h>

#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

using papers::net::RateGate;
using papers::test::TempFolder;
using std::chrono::milliseconds;

TEST_CASE("a gate that nobody went through is open") {
  const TempFolder folder;
  CHECK(RateGate(folder.path(), "arxiv", milliseconds(3000)).delay(milliseconds(5)) == milliseconds(0));
}

TEST_CASE("the pause is counted from the end of the last request, by whichever process") {
  const TempFolder folder;
  RateGate(folder.path(), "arxiv", milliseconds(3000)).mark(milliseconds(10'000));
  const RateGate gate(folder.path(), "arxiv", milliseconds(3000));
  CHECK(gate.delay(milliseconds(10'000)) == milliseconds(3000));
  CHECK(gate.delay(milliseconds(11'000)) == milliseconds(2000));
  CHECK(gate.delay(milliseconds(13'000)) == milliseconds(0));
  CHECK(gate.delay(milliseconds(99'000)) == milliseconds(0));
}

TEST_CASE("a machine that was started anew waits the interval at most") {
  const TempFolder folder;
  const RateGate gate(folder.path(), "arxiv", milliseconds(3000));
  gate.mark(milliseconds(900'000'000));
  CHECK(gate.delay(milliseconds(1'000)) == milliseconds(3000));
}

TEST_CASE("a file that makes no sense costs the interval and nothing more") {
  const TempFolder folder;
  const RateGate gate(folder.path(), "arxiv", milliseconds(3000));
  for (const char* content : {"", "x", "-5", "12 13", "99999999999999999999999", "\x01\x02",
                              "100000000000000000000000000000000000000000000000000000000000000000000"}) {
    CAPTURE(content);
    papers::util::write_file(folder.path() / "arxiv.time", content);
    CHECK(gate.delay(milliseconds(1'000'000)) == milliseconds(3000));
  }
}

TEST_CASE("gates of different services do not know each other") {
  const TempFolder folder;
  RateGate(folder.path(), "arxiv", milliseconds(3000)).mark(milliseconds(1'000));
  CHECK(RateGate(folder.path(), "crossref", milliseconds(3000)).delay(milliseconds(1'000)) ==
        milliseconds(0));
}

TEST_CASE("a file that cannot be read costs the interval too") {
  const TempFolder folder;
  std::filesystem::create_directory(folder.path() / "arxiv.time");
  CHECK(RateGate(folder.path(), "arxiv", milliseconds(3000)).delay(milliseconds(5)) == milliseconds(3000));
}
