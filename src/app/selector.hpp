// Selector: from what a reader types to the one item that is meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/library.hpp"
#include "papers/result.hpp"

namespace papers::app {

/// An identifier in any form, a citation key, a short number (also "#7"), or words of the title.
/// Errors: ExitCode::no_match when nothing fits, or when words fit several items, which are listed
/// in the message, one a line after the first.
[[nodiscard]] Result<Item> select_item(const Library& library, std::string_view text);

/// All of them, each item once, in the order given. Throws Failure at the first that fails.
[[nodiscard]] std::vector<Item> select_items(const Library& library, const std::vector<std::string>& texts);

}  // namespace papers::app
