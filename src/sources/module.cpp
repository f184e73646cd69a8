#include "sources/module.hpp"

#include <memory>
#include <utility>

#include "net/http_stack.hpp"
#include "sources/catalogue.hpp"

namespace {

/// The catalogue together with the connections that it uses.
class OnlineSources final : public papers::Sources {
 public:
  explicit OnlineSources(const papers::SourceSettings& settings)
      : m_http(papers::net::make_http_stack(settings)),
        m_catalogue(papers::sources::make_catalogue(settings, *m_http)) {}

  papers::Fetched fetch(std::span<const papers::Identifier> ids, papers::Progress& progress) override {
    return m_catalogue->fetch(ids, progress);
  }

  papers::FetchedReferenceLists fetch_references(std::span<const papers::ReferenceQuestion> questions,
                                                 papers::Progress& progress) override {
    return m_catalogue->fetch_references(questions, progress);
  }

  std::vector<papers::TitleAnswer> find_titles(std::span<const papers::TitleQuestion> questions,
                                               papers::Progress& progress) override {
    return m_catalogue->find_titles(questions, progress);
  }

  papers::PdfAnswer fetch_pdf(const papers::PdfQuestion& question, papers::Progress& progress) override {
    return m_catalogue->fetch_pdf(question, progress);
  }

 private:
  std::unique_ptr<papers::HttpClient> m_http;
  std::unique_ptr<papers::Sources> m_catalogue;
};

}  // namespace

extern "C" [[gnu::visibility("default")]] papers::Sources* papers_open_sources(
    const papers::SourceSettings& settings) {
  return std::make_unique<OnlineSources>(settings).release();
}
