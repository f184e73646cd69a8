// The words of a text, as a search compares them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace papers::util {

/// Runs of letters and digits, folded (fold() in util/text.hpp). "+" and "#" that end a run belong to it, so
/// that "C++" and "F#" are words; a character of a script that sets no blanks between words (Chinese,
/// Japanese, Thai) is a word of its own, so that any part of such a text is found as words side by side.
/// "Décodage (v2) 扩散" -> {"decodage", "v2", "扩", "散"}. Linear; valid UTF-8 whatever the text.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// Whether one of search_words stands for a character of a script without blanks.
[[nodiscard]] bool is_unspaced(std::string_view word);

}  // namespace papers::util
