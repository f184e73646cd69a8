// Finding items by their words, through the search index.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "papers/search.hpp"

#include "store/database.hpp"

namespace papers::store {

/// See Library::search.
[[nodiscard]] std::vector<SearchHit> search(const Database& db, std::span<const SearchTerm> terms);

/// One term in the language of FTS5. Words hold no quotes (util::search_words), so nothing can leave them.
[[nodiscard]] std::string expression_of(const SearchTerm& term);

}  // namespace papers::store
