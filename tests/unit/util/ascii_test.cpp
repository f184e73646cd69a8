#include "util/ascii.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

using namespace papers;

namespace {

/// All characters of a kind, in the order of their bytes.
std::string all(bool (*is_kind)(char)) {
  std::string found;
  for (int byte = 0; byte < 0x100; ++byte) {
    const char c = static_cast<char>(byte);
    found += is_kind(c) ? std::string(1, c) : "";
  }
  return found;
}

constexpr std::string_view k_digits = "0123456789";
constexpr std::string_view k_upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view k_lower = "abcdefghijklmnopqrstuvwxyz";

}  // namespace

TEST_CASE("each kind has the characters of ASCII that are of it, and no byte beyond") {
  const std::string letters = std::string(k_upper) + std::string(k_lower);
  CHECK(all(util::is_digit) == k_digits);
  CHECK(all(util::is_upper) == k_upper);
  CHECK(all(util::is_lower) == k_lower);
  CHECK(all(util::is_letter) == letters);
  CHECK(all(util::is_alphanumeric) == std::string(k_digits) + letters);
}

TEST_CASE("half of all bytes are ASCII, and those of UTF-8 beyond it are not") {
  CHECK(all(util::is_ascii).size() == 0x80);
  CHECK(util::is_ascii('\0'));
  CHECK(util::is_ascii('\x7F'));
  for (const char byte : std::string_view("é扩")) {
    CHECK_FALSE(util::is_ascii(byte));
  }
}
