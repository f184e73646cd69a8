// ArxivHtml: what papers cite, from the pages that arXiv makes of their TeX: every printed entry, on the day
// of submission, with ids where they are printed. One request a paper, at arXiv's pace.
#pragma once

#include <string_view>

#include "papers/source.hpp"

#include "sources/service.hpp"

namespace papers::sources {

class ArxivHtml final : public ReferenceSource {
 public:
  /// Both must outlive it.
  ArxivHtml(const SourceSettings& settings, HttpClient& http);

  [[nodiscard]] std::string_view name() const override { return "arxiv-html"; }
  [[nodiscard]] bool handles(const Item& paper) const override;
  [[nodiscard]] bool in_batches() const override { return false; }
  FetchedReferenceLists fetch(std::span<const Item> papers, Progress& progress) override;

 private:
  Service m_service;
};

/// See HttpRequest::judge: a page that ends where pages end is whole.
[[nodiscard]] Verdict judge_html(const HttpResponse& response);

}  // namespace papers::sources
