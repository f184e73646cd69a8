// The catalogue: all sources in their order, each id going to the first one that answers.
//
// The order is a row each in catalogue.cpp. The seed data come last: they answer when a service
// does not know a work, and when it could not be asked (which is then said in one line).
#pragma once

#include <memory>
#include <vector>

#include "papers/http.hpp"
#include "papers/source.hpp"

#include "sources/pdf_source.hpp"
#include "sources/reference_catalogue.hpp"
#include "sources/title_search.hpp"

namespace papers::sources {

/// Asks sources in order. Owns them.
class Catalogue final : public Sources {
 public:
  /// `offline`: services that fail do so because they were not asked; nobody needs to be warned.
  /// `references` are asked in their order for what papers cite, `titles` for works by their titles, `pdfs`
  /// for PDFs.
  Catalogue(std::vector<std::unique_ptr<MetadataSource>> services, std::unique_ptr<Seed> seed, bool offline,
            std::vector<std::unique_ptr<ReferenceSource>> references = {},
            std::vector<std::unique_ptr<TitleSearch>> titles = {}, std::unique_ptr<PdfSource> pdfs = nullptr);
  ~Catalogue() override;

  /// Works in the order asked, and a problem for each id that nobody could answer.
  Fetched fetch(std::span<const Identifier> ids, Progress& progress) override;
  FetchedReferenceLists fetch_references(std::span<const ReferenceQuestion> questions,
                                         Progress& progress) override;
  std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions, Progress& progress) override;
  PdfAnswer fetch_pdf(const PdfQuestion& question, Progress& progress) override;

 private:
  std::vector<std::unique_ptr<MetadataSource>> m_services;
  std::unique_ptr<Seed> m_seed;
  bool m_offline;
  ReferenceCatalogue m_references;
  std::vector<std::unique_ptr<TitleSearch>> m_titles;
  std::unique_ptr<PdfSource> m_pdfs;
};

/// The catalogue of all services, asking through `http`, which must outlive it as must all that
/// the settings refer to.
[[nodiscard]] std::unique_ptr<Sources> make_catalogue(const SourceSettings& settings, HttpClient& http);

}  // namespace papers::sources
