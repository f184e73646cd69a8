#include "app/load_sources.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include "papers/error.hpp"

#include "sources/module.hpp"
#include "store/http_cache.hpp"

namespace papers::app {
namespace {

Failure part_failure(const std::filesystem::path& file) {
  const char* reason = dlerror();  // NOLINT(concurrency-mt-unsafe): one thread
  return {
      ExitCode::failed,
      fmt::format("the part of papers that uses the network cannot be loaded ({}: {}); install papers again",
                  file.string(), reason == nullptr ? "unknown reason" : reason)};
}

}  // namespace

std::unique_ptr<Sources> load_sources(const std::filesystem::path& parts, const SourceSettings& settings) {
  const std::filesystem::path file = parts / "online.so";
  void* part = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (part == nullptr) {
    throw part_failure(file);
  }
  void* symbol = dlsym(part, sources::k_open_sources_symbol);
  if (symbol == nullptr) {
    throw part_failure(file);
  }
  auto* open_sources = reinterpret_cast<sources::OpenSources*>(symbol);
  return std::unique_ptr<Sources>(open_sources(settings));
}

std::unique_ptr<ResponseCache> open_response_cache(const Places& places) {
  return store::open_http_cache(places.http_cache());
}

CacheUse response_cache_use(const Places& places) {
  const store::CacheSize size = store::http_cache_size(places.http_cache());
  return {size.entries, size.bytes};
}

void clear_response_cache(const Places& places) {
  store::clear_http_cache(places.http_cache());
}

}  // namespace papers::app
