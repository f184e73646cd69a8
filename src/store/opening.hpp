// Opening a library: finding its file, making it, bringing it to the current schema.
#pragma once

#include <memory>
#include <span>

#include "papers/library.hpp"

#include "store/database.hpp"
#include "store/migrations.hpp"

namespace papers::store {

/// A database with the schema of the last step, or an empty one in memory when no library is there.
/// A library with an older schema is read through a migrated copy in memory. Never writes.
[[nodiscard]] std::unique_ptr<Database> open_to_read(const LibraryPlaces& places,
                                                     std::span<const Migration> steps, Clock& clock);

/// As Library::open with Mode::write.
[[nodiscard]] std::unique_ptr<Database> open_to_write(const LibraryPlaces& places,
                                                      std::span<const Migration> steps, Clock& clock);

}  // namespace papers::store
