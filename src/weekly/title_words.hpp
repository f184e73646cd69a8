// A title as the words that it is made of, for comparing it with names that are not quite the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace papers::weekly {

struct TitleWords {
  std::string key;                 ///< all its letters and digits (model::title_key)
  std::vector<std::string> words;  ///< folded
  std::vector<std::string> stems;  ///< of the words that matter, sorted, each once
  std::string head;  ///< key of what stands before the colon, without plural s; of a title of at
                     ///< most two words all of it; else ""
  std::size_t head_words = 0;
  bool has_subtitle = false;
  bool is_coined = false;  ///< the head is one word with a capital or a digit behind its first letter
};

[[nodiscard]] TitleWords words_of_title(std::string_view title);

/// Of the words that matter in both together, those that are in both: 0 to 1 (Sørensen and Dice).
[[nodiscard]] double overlap(const TitleWords& a, const TitleWords& b);

[[nodiscard]] bool same_digits(const TitleWords& a, const TitleWords& b);

/// Whether they have the same words but for few that are one letter off.
[[nodiscard]] bool is_misspelling(const TitleWords& a, const TitleWords& b);

/// How a shorter title stands in a longer one, as whole words.
enum class Containment {
  none,
  anywhere,
  as_means,  ///< behind "with", "via", "by", "through" or "using", up to the end
};
[[nodiscard]] Containment containment(const TitleWords& shorter, const TitleWords& longer);

}  // namespace papers::weekly
