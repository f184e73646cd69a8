#include "util/search_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <utf8proc.h>

#include "util/text.hpp"

namespace papers::util {
namespace {

struct Block {
  utf8proc_int32_t first;
  utf8proc_int32_t last;
};

// Blocks of Unicode whose scripts set no blanks between words, in folded (NFKD) text.
constexpr std::array k_unspaced{
    Block{0x0E00, 0x0EFF},    // Thai, Lao
    Block{0x1000, 0x109F},    // Myanmar
    Block{0x1780, 0x17FF},    // Khmer
    Block{0x2E80, 0x30FF},    // radicals, kana
    Block{0x31C0, 0x31FF},    // strokes, kana
    Block{0x3400, 0x9FFF},    // Han
    Block{0xF900, 0xFAFF},    // Han, compatible
    Block{0x1B000, 0x1B16F},  // kana
    Block{0x20000, 0x3FFFF},  // Han, rare
};

bool is_unspaced(utf8proc_int32_t code) {
  return std::any_of(k_unspaced.begin(), k_unspaced.end(),
                     [code](const Block& block) { return block.first <= code && code <= block.last; });
}

bool is_letter_or_digit(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/// The code point in front of `text`; -1 for a byte that starts none. `size` is that of what was read.
utf8proc_int32_t front_of(std::string_view text, std::size_t& size) {
  utf8proc_int32_t code = -1;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());  // NOLINT: the library's type
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
  size = length > 0 ? static_cast<std::size_t>(length) : 1;
  return length > 0 ? code : -1;
}

/// Takes words out of folded text, character by character.
class Splitter {
 public:
  void take(utf8proc_int32_t code, std::string_view character) {
    if (code >= 0 && is_letter_or_digit(code)) {
      if (m_signs > 0 || is_unspaced(code)) {
        end_word();
      }
      m_word += character;
      if (is_unspaced(code)) {
        end_word();
      }
    } else if ((code == '+' || code == '#') && !m_word.empty()) {
      m_word += character;
      ++m_signs;
    } else {
      end_word();
    }
  }

  std::vector<std::string> finish() {
    end_word();
    return std::move(m_words);
  }

 private:
  void end_word() {
    if (!m_word.empty()) {
      m_words.push_back(std::move(m_word));
    }
    m_word.clear();
    m_signs = 0;
  }

  std::vector<std::string> m_words;
  std::string m_word;
  std::size_t m_signs = 0;  ///< "+" and "#" at the end of the word
};

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  const std::string folded = fold(text);
  Splitter splitter;
  for (std::string_view rest = folded; !rest.empty();) {
    std::size_t size = 0;
    const utf8proc_int32_t code = front_of(rest, size);
    splitter.take(code, rest.substr(0, size));
    rest.remove_prefix(size);
  }
  return splitter.finish();
}

bool is_unspaced(std::string_view word) {
  std::size_t size = 0;
  return !word.empty() && is_unspaced(front_of(word, size));
}

}  // namespace papers::util
