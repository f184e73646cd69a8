// From an entry of a bibliography as printed to the work that it names: ids, title, year, first author.
//
// Pure, and linear. Bibliographies come in dozens of styles, so title, year and author are a good guess at
// best. Ids are read strictly: they become edges of the citation graph.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

namespace papers::sources {

/// An entry as a page or a service gives it; texts are clean.
struct PrintedReference {
  std::string label;                ///< "[3]", "Dao et al. (2022)"; may be empty
  std::vector<std::string> blocks;  ///< authors, title, venue; or all in one
  std::vector<std::string> links;   ///< addresses that parts of it lead to
};

/// The work that it names, with the first author alone. The title is the whole text when no part of it looks
/// like one, so that nothing is lost.
[[nodiscard]] Item read_printed(const PrintedReference& printed);

/// The arXiv id and the DOIs that a text names, as "arXiv:2403.00835", "CoRR, abs/1706.03762" or
/// "https://doi.org/10.1145/3600006". A bare number is none: it may be a page or a date.
[[nodiscard]] std::vector<Identifier> ids_in(std::string_view text);

/// The year of print: one in brackets before others, the last before earlier ones. Ids, page ranges and
/// addresses hold none.
[[nodiscard]] std::optional<int> year_in(std::string_view text);

}  // namespace papers::sources
