#include "app/load_sources.hpp"

#include <utility>

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

/// Throws on this side of the door what happened on the other.
class LoadedSources final : public Sources {
 public:
  explicit LoadedSources(std::unique_ptr<sources::Online> online) : m_online(std::move(online)) {}

  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override {
    return value_or_throw(m_online->fetch(ids, progress));
  }
  FetchedReferenceLists fetch_references(std::span<const ReferenceQuestion> questions,
                                         Progress& progress) override {
    return value_or_throw(m_online->fetch_references(questions, progress));
  }
  std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions,
                                       Progress& progress) override {
    return value_or_throw(m_online->find_titles(questions, progress));
  }
  PdfAnswer fetch_pdf(const PdfQuestion& question, Progress& progress) override {
    return value_or_throw(m_online->fetch_pdf(question, progress));
  }

 private:
  std::unique_ptr<sources::Online> m_online;
};

}  // namespace

std::unique_ptr<Sources> load_sources(const std::filesystem::path& parts, const SourceSettings& settings) {
  const std::filesystem::path file = parts / "online.so";
  void* part = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (part == nullptr) {
    throw part_failure(file);
  }
  void* symbol = dlsym(part, sources::k_open_symbol);
  if (symbol == nullptr) {
    throw part_failure(file);
  }
  Error refusal;
  std::unique_ptr<sources::Online> online(reinterpret_cast<sources::Open*>(symbol)(settings, refusal));
  if (!online) {
    throw Failure(refusal);
  }
  return std::make_unique<LoadedSources>(std::move(online));
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
