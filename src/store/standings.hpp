// Standings: how relevant each kept item is, judged by the others; derived from items and citations.
#pragma once

#include <cstdint>
#include <optional>

#include "papers/ranking.hpp"

#include "store/database.hpp"

namespace papers::store {

/// Computes relevance_of_kept() over all papers and citations, and writes what differs.
/// Other items that are kept get the median of the scores. Without kept items it is free; else it costs what
/// relevance_of_kept() does.
void refresh_standings(const Database& db);

[[nodiscard]] std::optional<Standing> standing_of(const Database& db, std::int64_t row);

}  // namespace papers::store
