#include "cli/promotion_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_indent = 10;
constexpr std::size_t k_shown = 3;

}  // namespace

std::string promotion_lines(const std::vector<app::Promotion>& promotions, std::size_t columns) {
  std::string text;
  for (std::size_t i = 0; i < std::min(promotions.size(), k_shown); ++i) {
    const app::Promotion& promotion = promotions[i];
    text += paragraph(
        util::fit(i == 0 ? "promoted" : "", k_indent),
        fmt::format("{}, parked, now cited by {} of your papers; queue it: papers keep {}",
                    display_title(promotion.item), promotion.kept_citing, typed_name(promotion.item)),
        columns);
  }
  if (promotions.size() > k_shown) {
    text +=
        paragraph(std::string(k_indent, ' '),
                  fmt::format("and {} more: papers list state:parked", promotions.size() - k_shown), columns);
  }
  return text;
}

nlohmann::ordered_json promotions_json(const std::vector<app::Promotion>& promotions) {
  auto list = nlohmann::ordered_json::array();
  for (const app::Promotion& promotion : promotions) {
    list.push_back(model::item_to_json(promotion.item));
    list.back()["cited_by_kept"] = promotion.kept_citing;
  }
  return list;
}

}  // namespace papers::cli
