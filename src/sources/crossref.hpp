// Crossref: metadata of works with a DOI, one request each.
#pragma once

#include <string>

#include "papers/source.hpp"

namespace papers::sources {

class Crossref final : public MetadataSource {
 public:
  /// Both must outlive it.
  Crossref(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "crossref"; }
  [[nodiscard]] bool handles(const Identifier& id) const override { return id.scheme == Scheme::doi; }
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;

 private:
  /// Answers false after an interruption.
  bool fetch_one(const Identifier& id, Fetched& fetched, Progress& progress);

  Clock& m_clock;
  HttpClient& m_http;
  std::string m_address;  ///< to which the DOI is added
};

}  // namespace papers::sources
