// What was finished within some days.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

/// "2024-11-17" for a moment, in the reader's zone; "" for what is none.
[[nodiscard]] std::string day_of(const std::string& moment);

/// Items read on these days, in the order in which they were finished. O(what was finished since).
[[nodiscard]] std::vector<Item> finished_between(const Library& library, const std::string& first,
                                                 const std::string& last);

}  // namespace papers::app
