// The name of an item within a sentence.
#pragma once

#include <string>

#include "papers/item.hpp"

namespace papers::app {

/// The title up to its colon, "CLLMs", or the beginning of a title without one; at most `columns` wide.
[[nodiscard]] std::string name_in_words(const Item& item, std::size_t columns = 36);

}  // namespace papers::app
