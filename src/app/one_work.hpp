// One work, one item: two items made one, or told apart, by the reader's decision.
#pragma once

#include <string_view>

#include "papers/library.hpp"

namespace papers::app {

/// Makes B part of A: states, notes, tags, names and citations of both are kept. Gives the whole. The texts
/// are as a reader types items. Throws Failure (usage) for an item and itself, and for a paper with what is
/// none. With `dry_run` nothing is kept.
[[nodiscard]] Item merge_items(Library& library, std::string_view a, std::string_view b, bool dry_run);

/// Remembers that these two are different works, so that nobody asks again. Throws Failure (usage) for an
/// item and itself.
void tell_apart(Library& library, std::string_view a, std::string_view b, bool dry_run);

}  // namespace papers::app
