// Checksums over what the reader would see, so that `check` finds damage that SQLite cannot:
// its own integrity check notices a flipped bit in one of five places at most.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "papers/item.hpp"

namespace papers::store {

/// CRC-32 over the parts and their lengths; the parts "ab", "c" and "a", "bc" differ.
[[nodiscard]] std::int64_t checksum_of(std::initializer_list<std::string_view> parts);

/// The stored fields of an item as JSON, without those that a new item has anyway: a field that a later
/// version adds changes neither old checksums nor old logs.
[[nodiscard]] std::string record_of(const Item& item);

/// Over the row and the record of an item.
[[nodiscard]] std::int64_t checksum_of_item(std::int64_t row, std::string_view record);

}  // namespace papers::store
