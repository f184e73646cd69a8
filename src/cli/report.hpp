// Report: what a command that changes data has done. What a reader asked to see is no report.
#pragma once

#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// On standard output as it is, unless --quiet.
void report(Context& context, std::string_view text);

/// The items with all their fields, for --json.
[[nodiscard]] nlohmann::ordered_json items_json(const std::vector<Item>& items);

}  // namespace papers::cli
