#include "util/fingerprint.hpp"

#include <doctest/doctest.h>

namespace papers::util {

TEST_CASE("fingerprints are those that FNV-1a gives everywhere") {
  // Test vectors of the algorithm's authors.
  CHECK(fingerprint("") == "cbf29ce484222325");
  CHECK(fingerprint("a") == "af63dc4c8601ec8c");
  CHECK(fingerprint("foobar") == "85944171f73967e8");
}

TEST_CASE("another text has another fingerprint") {
  CHECK(fingerprint("progress") != fingerprint("progresS"));
  CHECK(fingerprint(std::string("\0", 1)) != fingerprint(""));
}

}  // namespace papers::util
