#include "server/work_ids.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace papers::test {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// FNV-1a with a seed, stirred at the end so that ids that differ in a digit have little in common.
std::uint64_t hash(std::string_view text, std::uint64_t seed) {
  std::uint64_t value = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char c : text) {
    value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  value ^= value >> 33U;
  value *= 0xFF51AFD7ED558CCDULL;
  return value ^ (value >> 33U);
}

}  // namespace

bool is_arxiv_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  if (slash != std::string_view::npos) {
    return !is_doi(id) && id.size() == slash + 8 && all_digits(id.substr(slash + 1));
  }
  return id.size() >= 9 && id.size() <= 10 && id[4] == '.' && all_digits(id.substr(0, 4)) &&
         all_digits(id.substr(5));
}

bool is_doi(std::string_view id) {
  return id.starts_with("10.") && id.find('/') != std::string_view::npos;
}

std::string arxiv_doi(std::string_view id) {
  return "10.48550/arXiv." + std::string(id);
}

std::string s2_id_of(std::string_view id) {
  static constexpr std::string_view k_digits = "0123456789abcdef";
  std::string name;
  for (std::uint64_t part = 1; part <= 5; ++part) {
    for (std::uint64_t bits = hash(id, part), n = 0; n < 8; ++n, bits >>= 4U) {
      name += k_digits[bits & 15U];
    }
  }
  return name;
}

std::int64_t corpus_id_of(std::string_view id) {
  return static_cast<std::int64_t>(hash(id, 6) % 1'000'000'000'000ULL);
}

std::string openalex_id_of(std::string_view id) {
  return "W" + std::to_string(1'000'000'000'000ULL + hash(id, 7) % 1'000'000'000'000ULL);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

}  // namespace papers::test
