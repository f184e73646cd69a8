// Search: the words that are looked for in items, and the items that have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "papers/item.hpp"

namespace papers {

/// Words that stand side by side, in this order, somewhere in an item: in its title, abstract, authors, tags,
/// notes, names, or in the questions asked about it.
struct SearchTerm {
  std::vector<std::string> words;  ///< as util::search_words makes them; one without words is left out
  bool open = false;               ///< the last word may go on: "decod" finds "decoding"
  bool negated = false;            ///< must not be there
  bool operator==(const SearchTerm&) const = default;
};

/// At most so many terms make a search.
inline constexpr std::size_t k_most_search_terms = 64;

struct SearchHit {
  std::int64_t row = 0;
  State state = State::found;
  /// Okapi BM25 (k1 = 1.2, b = 0.75; https://www.sqlite.org/fts5.html#the_bm25_function), a word of the title
  /// counting ten times as much as one of the abstract; positive, the higher the better.
  double score = 0;
};

}  // namespace papers
