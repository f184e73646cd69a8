// SemanticScholarTitles: the one paper whose title Semantic Scholar finds closest to a given one.
#pragma once

#include "sources/semantic_scholar_api.hpp"
#include "sources/title_search.hpp"

namespace papers::sources {

class SemanticScholarTitles final : public TitleSearch {
 public:
  /// Both must outlive it.
  SemanticScholarTitles(const SourceSettings& settings, HttpClient& http) : m_api(k_s2, settings, http) {}

  TitleFinds search(const std::string& title, Progress& progress) override;

 private:
  ServiceApi m_api;
};

}  // namespace papers::sources
