// SemanticScholar: what papers cite, a hundred papers a request.
//
// One request to /paper/batch brings the lists of all of them, up to 9,999 references in sum; what is beyond
// comes back as empty lists without a sign. So the service's own count is asked along, and a list that is
// clearly short of it is asked for again: in further batches that stay below that sum when it was passed,
// else singly through /paper/{id}/references, for at most 25 papers. The count is often off by some, so a
// list is clearly short only when it is empty, cut at a full thousand, or has less than half of what is
// stated and five are missing.
#pragma once

#include <string_view>

#include "papers/source.hpp"

#include "sources/semantic_scholar_api.hpp"

namespace papers::sources {

class SemanticScholar final : public ReferenceSource {
 public:
  /// Both must outlive it.
  SemanticScholar(const SourceSettings& settings, HttpClient& http) : m_api(k_s2, settings, http) {}

  [[nodiscard]] std::string_view name() const override { return "semantic-scholar"; }
  [[nodiscard]] bool handles(const Item& paper) const override { return !s2_paper_name(paper.ids).empty(); }
  [[nodiscard]] bool in_batches() const override { return true; }
  FetchedReferenceLists fetch(std::span<const Item> papers, Progress& progress) override;

 private:
  ServiceApi m_api;
};

/// Whether a list of `given` entries is clearly short of the `stated` number of them.
[[nodiscard]] bool is_clearly_short(std::size_t given, std::optional<int> stated);

}  // namespace papers::sources
