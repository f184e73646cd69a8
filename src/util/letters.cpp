#include "util/letters.hpp"

#include <algorithm>

#include <utf8proc.h>

#include "util/ascii.hpp"
#include "util/text.hpp"

namespace papers::util {
namespace {

bool is_letter_or_digit(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/// The bytes of the character in front of valid UTF-8, and whether it is kept.
std::pair<std::size_t, bool> look_at(std::string_view text) {
  if (is_ascii(text.front())) {
    return {1, is_lower(text.front()) || is_digit(text.front())};
  }
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());  // NOLINT: the library's type
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  return length > 0 ? std::pair{static_cast<std::size_t>(length), is_letter_or_digit(code)}
                    : std::pair{std::size_t{1}, false};
}

}  // namespace

std::string letters_and_digits(std::string_view text) {
  std::string folded = fold(text);
  std::string_view rest = folded;
  std::size_t kept = 0;
  while (!rest.empty()) {
    const auto [size, keep] = look_at(rest);
    if (keep) {
      std::copy_n(rest.begin(), size, folded.begin() + static_cast<std::ptrdiff_t>(kept));
      kept += size;
    }
    rest.remove_prefix(size);
  }
  folded.resize(kept);
  return folded;
}

}  // namespace papers::util
