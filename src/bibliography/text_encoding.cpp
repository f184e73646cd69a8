#include "bibliography/text_encoding.hpp"

#include <array>
#include <cstdint>

#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_utf16_little = "\xFF\xFE";
constexpr std::string_view k_utf16_big = "\xFE\xFF";
constexpr char32_t k_replacement = 0xFFFD;

/// 0x80 to 0x9F of Windows-1252; elsewhere it is Latin-1, whose bytes are code points.
constexpr std::array<char32_t, 32> k_windows{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                             0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& out, char32_t point) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0 | (point >> 6U));
    byte(0x80 | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0 | (point >> 12U));
    byte(0x80 | ((point >> 6U) & 0x3FU));
    byte(0x80 | (point & 0x3FU));
  } else {
    byte(0xF0 | (point >> 18U));
    byte(0x80 | ((point >> 12U) & 0x3FU));
    byte(0x80 | ((point >> 6U) & 0x3FU));
    byte(0x80 | (point & 0x3FU));
  }
}

char32_t from_windows(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? k_windows[byte - 0x80U] : byte;
}

/// Bytes of the character of UTF-8 at the front of a text, 0 when there is none.
std::size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  std::size_t length = 0;
  if (lead < 0x80) {
    return 1;
  }
  if (lead >= 0xC2 && lead < 0xE0) {
    length = 2;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    length = 3;
  } else if (lead >= 0xF0 && lead < 0xF5) {
    length = 4;
  }
  return length != 0 && text.size() >= length && util::is_utf8(text.substr(0, length)) ? length : 0;
}

std::string from_utf16(std::string_view bytes, bool big) {
  std::string out;
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big ? static_cast<char32_t>((first << 8U) | second)
               : static_cast<char32_t>((second << 8U) | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      append(out, high);
      continue;
    }
    const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
    const bool pair = high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF;
    append(out, pair ? 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00) : k_replacement);
    at += pair ? 2 : 0;
  }
  return out;
}

}  // namespace

std::string to_utf8(std::string_view bytes) {
  if (bytes.starts_with(k_utf16_little) || bytes.starts_with(k_utf16_big)) {
    return from_utf16(bytes.substr(2), bytes.starts_with(k_utf16_big));
  }
  if (bytes.starts_with(k_utf8_mark)) {
    bytes.remove_prefix(k_utf8_mark.size());
  }
  if (util::is_utf8(bytes)) {
    return std::string(bytes);
  }
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  while (!bytes.empty()) {
    if (const std::size_t length = utf8_length(bytes); length > 0) {
      out += bytes.substr(0, length);
      bytes.remove_prefix(length);
    } else {
      append(out, from_windows(static_cast<unsigned char>(bytes.front())));
      bytes.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace papers::bibliography
