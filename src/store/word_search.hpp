// Finding items by words of their title, key or ids, without regard to case and accents.
//
// Two indexes are asked first: the search index, whose words may go on ("decod" finds "decoding"), and, for a
// single word, keys and ids from it on, by which items are found of which nothing but a name is known. What
// they give is compared with the folded words of the item, so that signs count ("gpt-4" is not "gpt 4"). No
// index knows the inside of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace papers::store {

/// Rows of the items that contain all the words: judged ones before found ones before dropped ones, then more
/// cited, then by number; at most `limit`. No words find nothing. Those in which every word begins one; only
/// when there is none, those that contain the words anywhere, which takes one pass over the words of all
/// items. Of more than k_most_compared the first that the indexes give.
[[nodiscard]] std::vector<std::int64_t> rows_with_words(const Database& db, std::string_view words,
                                                        int limit);

/// A word that thousands of items have tells none of them from the others.
inline constexpr std::size_t k_most_compared = 500;

/// Those in which every word begins one, in the order of the indexes: by key, by id, by row; at most `limit`.
[[nodiscard]] std::vector<std::int64_t> rows_begun(const Database& db, std::string_view words, int limit);

}  // namespace papers::store
