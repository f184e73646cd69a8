// Items that may be versions of one work although they share no identifier.
#pragma once

#include <vector>

#include "papers/library.hpp"

#include "store/database.hpp"

namespace papers::store {

/// See Library::possible_versions: papers and books that are not dropped, in pairs that model::match_titles
/// takes for one work. Titles that more than k_most_namesakes items share are passed over. O(n log n) over
/// the index of titles, and a look at those items that share one.
[[nodiscard]] std::vector<PossibleVersion> possible_versions(const Database& db);

}  // namespace papers::store
