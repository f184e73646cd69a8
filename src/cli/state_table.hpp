// Items after a change: the state that each is in now.
#pragma once

#include <vector>

#include "papers/item.hpp"

#include "cli/context.hpp"

namespace papers::cli {

/// A line for each, or with --json the items themselves.
void say_states(Context& context, const std::vector<Item>& items);

}  // namespace papers::cli
