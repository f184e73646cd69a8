// When an item counts as done: what the reader said of it, else what its level means; of code, whether it
// ran.
//
// Both are notes of the item, of kinds "done-when" and "ran".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "papers/clock.hpp"
#include "papers/item.hpp"

namespace papers::app {

/// What the reader said, "BLEU within 0.5 of table 2"; else what the level asks for, if one is given and the
/// item is no task: of skimming, to be able to say what it claims. "" when neither says anything.
[[nodiscard]] std::string done_when(const Item& item, std::optional<Level> level);
/// Replaces what was said; "" and "none" take it away.
void set_done_when(Item& item, std::string_view text, Time now);

/// Whether code ran the last time; nothing when nothing was said.
[[nodiscard]] std::optional<bool> ran(const Item& item);

}  // namespace papers::app
