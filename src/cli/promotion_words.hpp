// Promotion words: parked papers that the reader's own papers have come to need, said and never done.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/promotion.hpp"

namespace papers::cli {

/// "promoted  Attention Is All You Need, parked, now cited by 3 of your papers; queue it: papers keep 9", a
/// line for each of the first ones, and how many more there are. "" for none.
[[nodiscard]] std::string promotion_lines(const std::vector<app::Promotion>& promotions, std::size_t columns);

/// [{...item fields, "cited_by_kept"}].
[[nodiscard]] nlohmann::ordered_json promotions_json(const std::vector<app::Promotion>& promotions);

}  // namespace papers::cli
