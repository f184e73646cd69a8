// Loading the part of the program that talks to the network, when a command first needs it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "papers/source.hpp"

#include "app/places.hpp"

namespace papers::app {

/// Loads `online.so` from the folder and opens its sources. The part stays loaded until the
/// process ends. Throws Failure when it is missing or does not fit this program.
[[nodiscard]] std::unique_ptr<Sources> load_sources(const std::filesystem::path& parts,
                                                    const SourceSettings& settings);

/// The answers of services that were kept for later. Made anew when damaged or of another version.
[[nodiscard]] std::unique_ptr<ResponseCache> open_response_cache(const Places& places);

struct CacheUse {
  int answers = 0;
  std::uintmax_t bytes = 0;
};
[[nodiscard]] CacheUse response_cache_use(const Places& places);
void clear_response_cache(const Places& places);  ///< throws Failure when that is impossible

}  // namespace papers::app
