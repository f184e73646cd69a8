// Checksums over what the reader would see, so that `check` finds damage that SQLite cannot:
// its own integrity check notices a flipped bit in one of five places at most.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "papers/item.hpp"

namespace papers::store {

/// CRC-32 over the parts and their lengths; the parts "ab", "c" and "a", "bc" differ.
[[nodiscard]] std::int64_t checksum_of(std::initializer_list<std::string_view> parts);

/// Over the row and every stored field.
[[nodiscard]] std::int64_t checksum_of(const Item& item);

}  // namespace papers::store
