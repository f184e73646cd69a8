// Deferral: an item that is not to be proposed before a day.
//
// A record of kind "deferral" for each item that has one, its id that of the item. Its body:
//   {"until": DAY, "made": MOMENT}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "papers/clock.hpp"
#include "papers/library.hpp"

namespace papers::app {

/// The items that are deferred beyond today, by row, with the day until which they are.
[[nodiscard]] std::unordered_map<std::int64_t, std::string> deferred(const Library& library,
                                                                     const std::string& today);
/// Until when, whether or not that day has come; nothing when it is not deferred.
[[nodiscard]] std::optional<std::string> deferred_until(const Library& library, const Item& item);

/// Replaces what was said before; nothing takes it away.
void defer(Change& change, const Item& item, const std::optional<std::string>& until, Time now);

}  // namespace papers::app
