// Kinds of ASCII characters, whatever the locale. A byte beyond ASCII, of any letter in UTF-8, is of none of
// them: for letters of other scripts, fold a text or ask letters_and_digits().
#pragma once

namespace papers::util {

[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// a to z: all letters of ASCII that folded text has.
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

/// A letter or a digit; no underscore.
[[nodiscard]] constexpr bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}

}  // namespace papers::util
