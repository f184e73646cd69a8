// From an answer of Crossref to what the work cites. Pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "papers/item.hpp"
#include "papers/result.hpp"

namespace papers::sources {

struct CrossrefList {
  Identifier doi;             ///< of the citing work
  std::vector<Item> works;    ///< in their order; of some only the id is known, of some only the title
  std::optional<int> stated;  ///< how many the publisher says there are
};

/// No works when the publisher did not say what they are. The error's message continues "Crossref sent ".
[[nodiscard]] Result<CrossrefList> parse_crossref_list(std::string_view body);

}  // namespace papers::sources
