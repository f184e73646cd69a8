// The cache of answers from the network: a database of its own that may be deleted at any time.
//
// Nothing in it is precious. Writes are not flushed to the disk; whatever is damaged counts as absent, and a
// file that is damaged or of another schema is deleted and made anew. Using it never fails a command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "papers/http.hpp"

#include "store/http_cache_room.hpp"

namespace papers::store {

/// Opens or makes the cache (0600; its folder 0700). When that is impossible the cache stays empty. It stays
/// below about `max_bytes`, and forgets what is older than 90 days.
[[nodiscard]] std::unique_ptr<ResponseCache> open_http_cache(const std::filesystem::path& file,
                                                             std::int64_t max_bytes = k_cache_bytes);

struct CacheSize {
  int entries = 0;
  std::uintmax_t bytes = 0;  ///< of the file
};

/// Zero when there is none. Makes nothing.
[[nodiscard]] CacheSize http_cache_size(const std::filesystem::path& file);

/// Deletes the cache. Throws Failure when that is impossible.
void clear_http_cache(const std::filesystem::path& file);

}  // namespace papers::store
