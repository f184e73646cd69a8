// Meta: the few facts about a library that belong to no item.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "papers/clock.hpp"

#include "store/database.hpp"

namespace papers::store {

/// Rows and numbers that were given out; they are never given out again, also not after an undo.
struct Counters {
  std::int64_t last_row = 0;
  std::int64_t last_number = 0;
  bool operator==(const Counters&) const = default;
};

/// Gives a new library its device id and counters.
void initialise_meta(const Database& db, Time now);

/// Names this copy of the library in the log, so that the logs of two machines can be merged.
[[nodiscard]] std::string device_of(const Database& db);

[[nodiscard]] Counters load_counters(const Database& db);
void store_counters(const Database& db, const Counters& counters);

/// One line for each entry whose checksum does not match.
[[nodiscard]] std::vector<std::string> damaged_meta(const Database& db);

}  // namespace papers::store
