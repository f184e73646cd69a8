// Whether an entry of a bibliography is an item that is there.
#pragma once

#include "papers/item.hpp"

namespace papers::app {

/// That an identifier is shared is enough unless titles and first authors both speak against it; for an
/// address of the web, which a whole issue may have, unless the titles do.
[[nodiscard]] bool agrees_by_id(const Item& stored, const Item& entry, const Identifier& shared);

/// That a key is shared is enough when the titles may be of one work and no identifiers contradict.
[[nodiscard]] bool agrees_by_key(const Item& stored, const Item& entry);

/// Same title, year, authors and, as far as both say it, venue; and at most one of them has identifiers, so
/// that an arXiv version and a published one are told apart. A short title needs authors.
[[nodiscard]] bool looks_the_same(const Item& stored, const Item& entry);

/// Whether the two may be versions of one work (model::match_titles).
[[nodiscard]] bool may_be_versions(const Item& stored, const Item& entry);

}  // namespace papers::app
