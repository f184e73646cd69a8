// SearchQuery: what a reader types after `papers search`, understood.
//
//   speculative decoding    both, in any order; a word of three letters or more may go on ("decod" finds
//                           "decoding"), shorter ones are found whole, Chinese and its like anywhere
//   "draft model"           these words side by side; also “draft model” and 「扩散模型」
//   -medusa  ~medusa        not this
//   tr*                     words that begin so, however short
//   arXiv:2403.00835  C++   any other text is taken apart into words that stand side by side
//   state:read year:2020..  the conditions of a Filter; author:"van den Oord"
//
// Nothing in it can be a syntax error: a quote that is never closed is no quote.
#pragma once

#include <string>
#include <vector>

#include "papers/result.hpp"
#include "papers/search.hpp"

#include "app/filter.hpp"
#include "app/word_query.hpp"

namespace papers::app {

struct SearchQuery {
  std::vector<SearchTerm> terms;  ///< at least one that is not negated
  Filter filter;                  ///< all states but dropped, unless it names one
  WordQuery words;                ///< those that are looked for, to find them in a text
};

/// Errors (usage): a condition that makes no sense, no word to look for, or more than k_most_search_terms.
/// `today` is the day from which relative dates count. Linear in the length of the words.
[[nodiscard]] Result<SearchQuery> parse_search(const std::vector<std::string>& words, std::string_view today);

}  // namespace papers::app
