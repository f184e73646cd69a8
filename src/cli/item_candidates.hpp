// Item candidates: what a word being typed may become so that it names an item.
#pragma once

#include <string_view>
#include <vector>

#include "cli/candidates.hpp"

namespace papers::cli {

enum class Wanted {
  any,       ///< what is kept or parked; found and dropped items once two letters are typed
  not_kept,  ///< found, parked and dropped ones, as `keep` takes them; those that most kept papers cite first
};

/// Keys, arXiv ids, and words of titles that no other item answers to, all beginning as `typed`.
[[nodiscard]] std::vector<WordCandidate> item_candidates(Wanted wanted, std::string_view typed,
                                                         Context& context);

}  // namespace papers::cli
