#include "weekly/title_shape.hpp"

#include <algorithm>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::weekly {

TitleShape shape_of(std::string_view text) {
  constexpr std::size_t k_long = 4;
  TitleShape shape;
  for (const std::string_view word : util::words(text)) {
    const auto letters = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), util::is_letter));
    shape.words += letters > 0 ? 1U : 0U;
    if (letters >= k_long) {
      const auto first = *std::find_if(word.begin(), word.end(), util::is_letter);
      ++shape.long_words;
      shape.capitals += util::is_upper(first) ? 1U : 0U;
    }
  }
  return shape;
}

bool in_title_case(const TitleShape& shape) {
  return 4 * shape.capitals >= 3 * shape.long_words;
}

}  // namespace papers::weekly
