// Relevance in words: one sentence for each part of a paper's score.
#pragma once

#include <optional>
#include <string>

#include "papers/ranking.hpp"

namespace papers::app {

/// A paper's standing, with what words need beside it.
struct RelevanceFacts {
  Standing standing;
  int cited_by = 0;          ///< papers of the library, kept or not
  std::optional<int> steps;  ///< from the nearest root
};

// "" where there is nothing to say.
[[nodiscard]] std::string cites_words(const RelevanceFacts& facts);
[[nodiscard]] std::string near_words(const RelevanceFacts& facts);
[[nodiscard]] std::string title_words(const RelevanceFacts& facts);
[[nodiscard]] std::string gap_words(const RelevanceFacts& facts);

/// The best two reasons in one sentence: "cited by 6 of your 9 papers, close to 5 of your 9 kept papers".
[[nodiscard]] std::string relevance_words(const RelevanceFacts& facts);

}  // namespace papers::app
