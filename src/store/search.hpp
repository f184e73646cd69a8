// Finding items by their words, through the search index.
#pragma once

#include <span>
#include <vector>

#include "papers/search.hpp"

#include "store/database.hpp"

namespace papers::store {

/// See Library::search.
[[nodiscard]] std::vector<SearchHit> search(const Database& db, std::span<const SearchTerm> terms);

}  // namespace papers::store
