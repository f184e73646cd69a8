// Keeping the cache of answers small: what is old goes once a day, and what is too much at once.
#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace papers::store {

inline constexpr std::int64_t k_cache_bytes = 256LL << 20;

/// `now` in seconds since 1970. At most once a day answers of more than 90 days are removed; whenever more
/// than `max_bytes` are in use the oldest go until a quarter of that is free again. The file shrinks with it.
/// Usually two look-ups. Throws SQLite::Exception.
void make_room(SQLite::Database& db, std::int64_t now, std::int64_t max_bytes);

}  // namespace papers::store
