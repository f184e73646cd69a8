// Two items that turn out to be one work: a preprint and its DOI, added apart, then found to belong together.
#pragma once

#include "papers/item.hpp"

namespace papers::store {

/// One item that has all that the two say. Where both speak, the one that the reader judged goes
/// first (`a` when both or neither were); tags, notes and ids come together, minutes add up. The state is
/// the one further on (read, reading, paused, queued, parked, dropped, found), with its dates. The
/// row is that of `a` unless it has none.
[[nodiscard]] Item same_work(const Item& a, const Item& b);

}  // namespace papers::store
