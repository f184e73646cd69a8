// Crossref: metadata of works with a DOI, one request each. Once the service cannot be reached or asks for
// a pause, the remaining works are not asked for.
#pragma once

#include <optional>
#include <string>

#include "papers/source.hpp"

#include "sources/service_problem.hpp"

namespace papers::sources {

class Crossref final : public MetadataSource {
 public:
  /// Both must outlive it.
  Crossref(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "crossref"; }
  [[nodiscard]] bool handles(const Identifier& id) const override { return id.scheme == Scheme::doi; }
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

 private:
  /// Gives the problem that further questions would meet too, if there is one.
  std::optional<ServiceProblem> fetch_one(const Identifier& id, Fetched& fetched, Progress& progress);

  Clock& m_clock;
  HttpClient& m_http;
  bool m_offline;         ///< each work may be in the cache although another is not
  std::string m_address;  ///< to which the DOI is added
};

}  // namespace papers::sources
