#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <utf8proc.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::util {
namespace {

using CodePoint = utf8proc_int32_t;

constexpr CodePoint k_replacement = 0xFFFD;
constexpr std::string_view k_ellipsis = "…";

/// The code point at the front of `text`, which it leaves; a byte that starts none gives -1.
CodePoint take(std::string_view& text) {
  CodePoint code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());  // NOLINT: the library's type
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
  return length > 0 ? code : -1;
}

void append(std::string& text, CodePoint code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(code, bytes.data());
  text.append(bytes.begin(), bytes.begin() + length);
}

bool is_plain(char c) {
  return c > ' ' && c < 0x7F;
}

bool is_noncharacter(CodePoint code) {
  return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

bool is_line_end(CodePoint code) {
  return (code >= 0x0A && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/// C0, DEL and C1; also -1, which stands for a byte that is not UTF-8.
bool is_control(CodePoint code) {
  return code < ' ' || (code >= 0x7F && code < 0xA0);
}

/// White space, and the letters that look like it: a Braille pattern without dots, Hangul fillers.
bool is_blank(CodePoint code) {
  if (code < 0x80) {
    return code == ' ' || code == '\t' || is_line_end(code);
  }
  return is_line_end(code) || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS || code == 0x2800 ||
         code == 0x3164 || code == 0xFFA0;
}

/// Marks of zero width that go with the character before them.
bool is_mark(CodePoint code) {
  const auto category = utf8proc_category(code);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/// Sees nothing on a screen although it is there, or changes what is seen beside it.
bool is_invisible(CodePoint code) {
  constexpr std::array<CodePoint, 7> k_ignorable{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0};
  const auto category = utf8proc_category(code);
  return is_control(code) || category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || is_noncharacter(code) || (code >= 0xE0000 && code <= 0xE007F) ||
         std::find(k_ignorable.begin(), k_ignorable.end(), code) != k_ignorable.end();
}

/// Canonical decomposition, with runs of marks put in order by ourselves: the library sorts them by
/// insertion, which takes minutes for a megabyte of marks.
std::vector<CodePoint> decompose(const std::vector<CodePoint>& text) {
  constexpr auto k_options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
  std::vector<CodePoint> result;
  result.reserve(text.size() + text.size() / 8);
  std::array<CodePoint, 16> parts{};
  for (const CodePoint code : text) {
    int last_bound_class = 0;
    const auto count =
        utf8proc_decompose_char(code, parts.data(), parts.size(), k_options, &last_bound_class);
    result.insert(result.end(), parts.begin(),
                  parts.begin() + std::clamp<utf8proc_ssize_t>(count, 0, parts.size()));
  }
  const auto order = [](CodePoint code) { return utf8proc_get_property(code)->combining_class; };
  for (auto it = result.begin(); it != result.end();) {
    const auto first = std::find_if(it, result.end(), [&](CodePoint code) { return order(code) != 0; });
    it = std::find_if(first, result.end(), [&](CodePoint code) { return order(code) == 0; });
    std::stable_sort(first, it, [&](CodePoint a, CodePoint b) { return order(a) < order(b); });
  }
  return result;
}

/// Canonical composition (NFC), as UTF-8.
std::string normalise(std::vector<CodePoint> codes) {
  constexpr CodePoint k_first_mark = 0x300;  // everything before it is in composed form already
  if (!std::all_of(codes.begin(), codes.end(), [](CodePoint code) { return code < k_first_mark; })) {
    codes = decompose(codes);
    constexpr auto k_options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto length =
        utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()), k_options);
    codes.resize(static_cast<std::size_t>(length));
  }
  std::string result;
  result.reserve(codes.size());
  for (const CodePoint code : codes) {
    append(result, code);
  }
  return result;
}

/// At most `max_bytes`, without parting a character from its marks.
std::string cut(std::string text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) {
    return text;
  }
  if (max_bytes < k_ellipsis.size()) {
    return {};
  }
  std::size_t end = max_bytes - k_ellipsis.size();
  const auto splits_character = [&](std::size_t at) {
    auto rest = std::string_view(text).substr(at);
    return (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80 || is_mark(take(rest));
  };
  while (end > 0 && splits_character(end)) {
    --end;
  }
  text.resize(end);
  return text.append(k_ellipsis);
}

/// Whether cleaning would change nothing: ASCII words with single blanks between them.
bool is_clean_ascii(std::string_view text) {
  bool after_word = false;
  for (const char c : text) {
    if (!is_plain(c) && !(c == ' ' && after_word)) {
      return false;
    }
    after_word = c != ' ';
  }
  return after_word || text.empty();
}

/// White space between two words: how much of it is worth keeping.
class Gap {
 public:
  void add(CodePoint blank) {
    m_any = true;
    if (is_line_end(blank) && !(blank == '\n' && m_after_return)) {
      ++m_line_ends;
    }
    m_after_return = blank == '\r';
  }

  void flush(std::vector<CodePoint>& text, bool keep_lines) {
    if (m_any && !text.empty()) {
      if (keep_lines && m_line_ends > 0) {
        text.insert(text.end(), std::min<std::size_t>(m_line_ends, 2), '\n');
      } else {
        text.push_back(' ');
      }
    }
    *this = {};
  }

 private:
  bool m_any = false;
  bool m_after_return = false;
  std::size_t m_line_ends = 0;
};

std::string clean(std::string_view text, std::size_t max_bytes, bool keep_lines) {
  if (is_clean_ascii(text)) {
    return cut(std::string(text), max_bytes);
  }
  constexpr CodePoint k_byte_order_mark = 0xFEFF;
  constexpr std::size_t k_most_parts = 4;  // of which one character is composed
  const std::size_t enough = max_bytes < text.size() ? k_most_parts * (max_bytes + 1) : text.size();
  std::vector<CodePoint> codes;
  codes.reserve(std::min(text.size(), enough));
  Gap gap;
  while (!text.empty() && codes.size() <= enough) {
    const CodePoint code = take(text);
    if (is_blank(code)) {
      gap.add(code);
    } else if (code != k_byte_order_mark) {
      gap.flush(codes, keep_lines);
      codes.push_back(is_control(code) || is_noncharacter(code) ? k_replacement : code);
    }
  }
  return cut(normalise(std::move(codes)), max_bytes);
}

/// As most text is; then the tables of Unicode need not even come into memory.
bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return ' ' <= c && c <= '~'; });
}

std::size_t width_of(CodePoint code) {
  return code < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
}

}  // namespace

std::string clean_line(std::string_view text, std::size_t max_bytes) {
  return clean(text, max_bytes, /*keep_lines=*/false);
}

std::string clean_text(std::string_view text, std::size_t max_bytes) {
  return clean(text, max_bytes, /*keep_lines=*/true);
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    if (take(text) < 0) {
      return false;
    }
  }
  return true;
}

std::size_t width(std::string_view text) {
  if (is_printable_ascii(text)) {
    return text.size();
  }
  std::size_t columns = 0;
  while (!text.empty()) {
    columns += width_of(take(text));
  }
  return columns;
}

std::string printable(std::string_view text, bool keep_newlines) {
  if (is_printable_ascii(text)) {
    return std::string(text);
  }
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    const std::string_view before = text;
    const CodePoint code = take(text);
    if (code < 0 || (code < 0x80 && !is_plain(static_cast<char>(code)) && code != ' ')) {
      result += keep_newlines && byte == '\n' ? "\n" : fmt::format("<{:02X}>", byte);
    } else if (code >= 0x80 && is_invisible(code)) {
      result += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(code));
    } else {
      result += before.substr(0, before.size() - text.size());
    }
  }
  return result;
}

std::string elide(std::string_view text, std::size_t columns) {
  std::string_view rest = text;
  std::size_t used = 0;
  std::size_t room_for_ellipsis = 0;  // bytes that leave one column free
  while (!rest.empty()) {
    const auto at = text.size() - rest.size();
    const auto wide = width_of(take(rest));
    if (wide > 0 && used + 1 <= columns) {
      room_for_ellipsis = at;
    }
    used += wide;
    if (used > columns) {
      return columns == 0 ? "" : std::string(text.substr(0, room_for_ellipsis)).append(k_ellipsis);
    }
  }
  return std::string(text);
}

std::string fit(std::string_view text, std::size_t columns) {
  std::string result = elide(text, columns);
  return result.append(columns - std::min(columns, width(result)), ' ');
}

std::string fold(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_ascii)) {
    return lower(text);
  }
  const std::string valid = is_utf8(text) ? std::string(text) : clean_text(text, std::string_view::npos);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(valid.data());  // NOLINT: the library's type
  constexpr auto k_options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  utf8proc_uint8_t* folded = nullptr;
  const auto length = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(valid.size()), &folded, k_options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  return length < 0 ? valid : std::string(folded, folded + length);
}

}  // namespace papers::util
