// What start, done and drop do to trails, said and done.
#pragma once

#include <vector>

#include "cli/change_items.hpp"

namespace papers::cli {

/// The item is where the reader is from now on: a new trail, or one that went on there.
[[nodiscard]] AlsoDone begin_trail(Context& context, Change& change, const Item& item);

/// The items are finished or dropped, and no longer on top of any trail.
[[nodiscard]] AlsoDone leave_trails(Context& context, Change& change, const std::vector<Item>& items);

/// The same for those of the items that are parked or dropped; said at once, but not with --json.
void say_departures(Context& context, Change& change, const std::vector<Item>& items);

}  // namespace papers::cli
