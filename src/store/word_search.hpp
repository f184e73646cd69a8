// Finding items by words of their title, key or ids, without regard to case and accents.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace papers::store {

/// Rows of the items that contain all the words: judged ones before found ones, then more cited, then by
/// number; at most `limit`. No words find nothing. One pass over the folded words of all items.
[[nodiscard]] std::vector<std::int64_t> rows_with_words(const Database& db, std::string_view words,
                                                        int limit);

}  // namespace papers::store
