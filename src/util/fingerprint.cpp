#include "util/fingerprint.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace papers::util {

std::string fingerprint(std::string_view text) {
  constexpr std::uint64_t k_offset = 14695981039346656037U;
  constexpr std::uint64_t k_prime = 1099511628211U;
  std::uint64_t hash = k_offset;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * k_prime;
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace papers::util
