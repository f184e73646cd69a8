// ArxivTitles: papers of arXiv by their titles, at arXiv's pace.
#pragma once

#include "sources/service.hpp"
#include "sources/title_search.hpp"

namespace papers::sources {

class ArxivTitles final : public TitleSearch {
 public:
  /// Both must outlive it.
  ArxivTitles(const SourceSettings& settings, HttpClient& http);

  TitleFinds search(const std::string& title, Progress& progress) override;

 private:
  Service m_service;
};

}  // namespace papers::sources
