// WordQuery: the words that a reader looks for, and where they stand in a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papers::app {

/// Whether a folded word says nothing by itself: "what", "is", "the".
[[nodiscard]] bool is_empty_word(std::string_view word);

/// Words are compared without case and accents. A word is found where one of the text begins with it, words
/// of one or two letters only whole, and those of scripts that set no blanks anywhere.
class WordQuery {
 public:
  /// Words like "what", "is" and "the" say nothing and are left out unless there are no others.
  explicit WordQuery(std::string_view text);

  [[nodiscard]] std::size_t size() const { return m_words.size(); }
  [[nodiscard]] bool empty() const { return m_words.empty(); }

  /// For each word whether the text holds it.
  [[nodiscard]] std::vector<bool> found_in(std::string_view text) const;

  /// The part of the text around the first word found, at most so many columns wide, with "…" where something
  /// was left out; the beginning when none is found.
  [[nodiscard]] std::string excerpt(std::string_view text, std::size_t columns) const;

 private:
  std::vector<std::string> m_words;  ///< folded, distinct
};

}  // namespace papers::app
