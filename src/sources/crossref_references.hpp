// CrossrefReferences: what published works cite, as far as their publishers say so. One request a work, the
// same as for its metadata.
#pragma once

#include <string_view>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

class CrossrefReferences final : public ReferenceSource {
 public:
  /// Both must outlive it.
  CrossrefReferences(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "crossref"; }
  [[nodiscard]] bool handles(const Item& paper) const override;
  [[nodiscard]] bool in_batches() const override { return false; }
  FetchedReferenceLists fetch(std::span<const Item> papers, Progress& progress) override;

 private:
  Service m_service;
};

}  // namespace papers::sources
