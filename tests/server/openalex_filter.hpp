// A `filter` of OpenAlex: "openalex:W1|W2,publication_year:2024".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/catalogue.hpp"

namespace papers::test {

struct OpenAlexHits {
  std::vector<const Work*> works{};
  bool searched = false;  ///< by words, the likeliest first; otherwise in the catalogue's order
  std::string error{};    ///< what is wrong with the filter
};

/// Works that pass every part of the filter, and match the words of `search` when there are any.
[[nodiscard]] OpenAlexHits openalex_filter(std::string_view filter, std::string_view search,
                                           const Catalogue& catalogue);

/// The work that bears this name now: "W...", a DOI, or either as an address.
[[nodiscard]] const Work* openalex_named(std::string_view name, const Catalogue& catalogue);
/// The work into which the one of this name was merged.
[[nodiscard]] const Work* openalex_survivor(std::string_view name, const Catalogue& catalogue);

}  // namespace papers::test
