// Crossref: metadata of works with a DOI, one request each. Once the service cannot be reached or asks for
// a pause, the remaining works are not asked for.
#pragma once

#include <string>
#include <string_view>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

inline constexpr const char* k_crossref_address = "https://api.crossref.org/works/";

/// The request for the record of one DOI; `address` is k_crossref_address or what stands for it.
[[nodiscard]] HttpRequest crossref_request(const std::string& address, const Identifier& doi,
                                           Progress& progress);

class Crossref final : public MetadataSource {
 public:
  /// Both must outlive it.
  Crossref(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "crossref"; }
  [[nodiscard]] bool handles(const Identifier& id) const override { return id.scheme == Scheme::doi; }
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

 private:
  Outcome fetch_one(const Identifier& id, Fetched& fetched, Progress& progress);

  Service m_service;
};

}  // namespace papers::sources
