// Splitting: an item too big to be done at once becomes parts that can be, each an item of its own.
#pragma once

#include <string>
#include <vector>

#include "papers/library.hpp"

namespace papers::app {

/// Makes an item of each title, "lec 5-6", of the kind of the whole and with its priority, due day, tags and
/// level, and an equal share of its effort; links each to it as a part, and parks the whole, in whose place
/// they are read. A title that does not name the whole is put behind its name. Throws Failure (usage) when a
/// title is empty or given twice, or fewer than two are.
std::vector<Item> split(Change& change, Item& whole, const std::vector<std::string>& titles, Time now);

/// The wholes of which this item is the last part that was not read or dropped.
[[nodiscard]] std::vector<Item> wholes_completed_by(const Library& library, const Item& part);

}  // namespace papers::app
