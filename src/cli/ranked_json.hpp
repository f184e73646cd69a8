// What has a rank, for programs: the item with its rank, its score and the terms that make it up.
#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/choose.hpp"
#include "app/suggest.hpp"

namespace papers::cli {

[[nodiscard]] nlohmann::ordered_json ranked_json(const app::Choice& choice);
/// With the formula's own score as "relevance".
[[nodiscard]] nlohmann::ordered_json ranked_json(const app::Suggestion& suggestion);

}  // namespace papers::cli
