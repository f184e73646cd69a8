#include "util/unique_id.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <random>

#include <unistd.h>

namespace papers::util {
namespace {

constexpr std::string_view k_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t k_time_digits = 10;    // 48 bits, 5 a digit
constexpr std::size_t k_random_digits = 16;  // 80 bits

using RandomDigits = std::array<std::uint8_t, k_random_digits>;

RandomDigits random_digits() {
  std::random_device device;
  RandomDigits digits{};
  for (auto& digit : digits) {
    digit = static_cast<std::uint8_t>(device() & 31U);
  }
  digits[0] &= 15U;  // room for 2^79 increments before the digits would wrap
  return digits;
}

void increment(RandomDigits& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    digits[i] = static_cast<std::uint8_t>((digits[i] + 1U) & 31U);
    if (digits[i] != 0) {
      return;
    }
  }
}

struct LastId {
  std::mutex mutex;
  pid_t process = 0;  ///< a fork inherits what follows, and must not go on from there
  std::int64_t milliseconds = -1;
  RandomDigits digits{};
};

}  // namespace

std::string unique_id(Time now) {
  static LastId last;
  const std::lock_guard guard(last.mutex);
  const auto since_epoch = std::chrono::milliseconds(now.time_since_epoch()).count();
  const auto milliseconds = std::max<std::int64_t>(0, since_epoch);
  if (milliseconds == last.milliseconds && last.process == ::getpid()) {
    increment(last.digits);
  } else {
    last.process = ::getpid();
    last.milliseconds = milliseconds;
    last.digits = random_digits();
  }
  std::string id(k_time_digits + k_random_digits, '0');
  auto rest = static_cast<std::uint64_t>(milliseconds);
  for (std::size_t i = k_time_digits; i-- > 0; rest >>= 5U) {
    id[i] = k_digits[rest & 31U];
  }
  for (std::size_t i = 0; i < k_random_digits; ++i) {
    id[k_time_digits + i] = k_digits[last.digits[i]];
  }
  return id;
}

}  // namespace papers::util
