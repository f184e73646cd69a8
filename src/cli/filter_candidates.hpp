// Filter candidates: what a condition being typed may become: its name, then its value.
#pragma once

#include <string_view>
#include <vector>

#include "cli/candidates.hpp"

namespace papers::cli {

/// "st" -> "state:"; "state:q" -> "state:queued"; "-tag:" -> "-tag:vlm", ... Tags are those of the library,
/// which is looked at for nothing else.
[[nodiscard]] std::vector<WordCandidate> filter_candidates(std::string_view typed, Context& context);

}  // namespace papers::cli
