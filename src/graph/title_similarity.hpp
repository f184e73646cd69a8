// TitleSimilarity: the term `title` of relevance. Titles as sets of words, rare words weighing more.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/links.hpp"

namespace papers::graph {

struct TitleMatch {
  double similarity = 0;            ///< cosine, in [0, 1]
  std::vector<std::string> shared;  ///< at most two words, of greatest weight first, then by alphabet
};

class TitleSimilarity {
 public:
  /// `kept` are places in `titles`; "" is an unknown title. O(total length).
  TitleSimilarity(std::span<const std::string_view> titles, std::span<const Place> kept);
  TitleSimilarity(const TitleSimilarity&) = delete;
  TitleSimilarity& operator=(const TitleSimilarity&) = delete;

  /// How much titles[place] is like the kept ones; 0 when either side has no words.
  [[nodiscard]] TitleMatch match(Place place) const;
  /// How much one of the kept titles is like the others.
  [[nodiscard]] TitleMatch match_with_others(Place kept) const;

 private:
  using Word = std::size_t;  ///< numbered as first seen

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };

  Word number(std::string_view word);
  void weigh(std::size_t titles);
  void sum_up(std::span<const Place> kept);
  [[nodiscard]] std::span<const Word> words(Place place) const;
  [[nodiscard]] double length(std::span<const Word> words) const;
  [[nodiscard]] std::vector<std::string> heaviest(std::vector<Word> words) const;

  std::unordered_map<std::string, Word, Hash, std::equal_to<>> m_numbers;
  std::vector<std::string_view> m_spelling;  ///< by word; the keys of m_numbers
  std::vector<std::size_t> m_first;          ///< where each title's words begin, and the end
  std::vector<Word> m_words;                 ///< of each title, by alphabet
  std::vector<double> m_weight;              ///< by word: ln(1 + N / df)
  std::vector<double> m_kept;                ///< by word: the sum of the kept titles' directions
  std::vector<std::size_t> m_kept_with;      ///< by word: kept titles that have it
  double m_kept_length = 0;                  ///< of m_kept
};

/// The words that count in a title, each once, by alphabet. Only ASCII letters are lower-cased.
[[nodiscard]] std::vector<std::string> title_words(std::string_view title);

}  // namespace papers::graph
