// OpenAlex: what papers cite, as far as OpenAlex has matched it to works.
//
// One request names the works of up to a hundred papers and the ids that they cite; further ones describe
// these, a hundred at a time, because the lists hold nothing but ids. A paper asked for alone is fetched by
// its own address, which costs nothing of the daily budget. An empty list is no answer: works that are only
// on arXiv mostly have one. Works that were deleted since are left out of the lists, and still counted.
#pragma once

#include <string_view>

#include "papers/source.hpp"

#include "sources/service_api.hpp"

namespace papers::sources {

class OpenAlex final : public ReferenceSource {
 public:
  /// Both must outlive it.
  OpenAlex(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "openalex"; }
  [[nodiscard]] bool handles(const Item& paper) const override;
  [[nodiscard]] bool in_batches() const override { return true; }
  FetchedReferenceLists fetch(std::span<const Item> papers, Progress& progress) override;

 private:
  ServiceApi m_api;
};

}  // namespace papers::sources
