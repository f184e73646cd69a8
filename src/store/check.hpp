// Check: whether a library is what it should be, down to the last bit that a reader would see.
#pragma once

#include <filesystem>

#include "papers/library.hpp"

#include "store/database.hpp"

namespace papers::store {

/// See Library::check. Derived data is compared with what making it anew in a copy in memory gives. With
/// `repair` it is made anew in the library, under the write lock; what was entered is never touched.
[[nodiscard]] CheckReport check(Database& db, const std::filesystem::path& file, bool repair);

}  // namespace papers::store
