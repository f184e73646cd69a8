// The names of an item within a sentence and on the command line.
#pragma once

#include <string>

#include "papers/item.hpp"

namespace papers::app {

/// The title up to its colon, "CLLMs", or the whole title where that part is long; the identity where there
/// is no title.
[[nodiscard]] std::string short_title(const Item& item);

/// As short_title, cut to `columns`: for sentences with several names.
[[nodiscard]] std::string name_in_words(const Item& item, std::size_t columns = 36);

/// What a reader types for it: its number, or its key.
[[nodiscard]] std::string typed_name(const Item& item);

}  // namespace papers::app
