#include "sources/module.hpp"

#include <memory>
#include <utility>

#include "net/http_stack.hpp"
#include "sources/catalogue.hpp"

namespace papers::sources {
namespace {

/// What `answer` returns, or what it throws.
template <class Answer>
auto caught(const Answer& answer) noexcept -> Result<decltype(answer())> {
  try {
    return answer();
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  } catch (const std::exception& error) {
    return Error{ExitCode::failed, error.what()};
  }
}

/// The catalogue together with the connections that it uses.
class OnlineCatalogue final : public Online {
 public:
  explicit OnlineCatalogue(const SourceSettings& settings)
      : m_http(net::make_http_stack(settings)), m_sources(make_catalogue(settings, *m_http)) {}

  Result<Fetched> fetch(std::span<const Identifier> ids, Progress& progress) noexcept override {
    return caught([&] { return m_sources->fetch(ids, progress); });
  }

  Result<FetchedReferenceLists> fetch_references(std::span<const ReferenceQuestion> questions,
                                                 Progress& progress) noexcept override {
    return caught([&] { return m_sources->fetch_references(questions, progress); });
  }

  Result<std::vector<TitleAnswer>> find_titles(std::span<const TitleQuestion> questions,
                                               Progress& progress) noexcept override {
    return caught([&] { return m_sources->find_titles(questions, progress); });
  }

  Result<PdfAnswer> fetch_pdf(const PdfQuestion& question, Progress& progress) noexcept override {
    return caught([&] { return m_sources->fetch_pdf(question, progress); });
  }

 private:
  std::unique_ptr<HttpClient> m_http;
  std::unique_ptr<Sources> m_sources;
};

}  // namespace
}  // namespace papers::sources

extern "C" [[gnu::visibility("default")]] papers::sources::Online* papers_open_online(
    const papers::SourceSettings& settings, papers::Error& refusal) noexcept {
  using namespace papers::sources;
  auto opened = caught([&] { return std::make_unique<OnlineCatalogue>(settings); });
  if (!opened) {
    refusal = opened.error();
    return nullptr;
  }
  return opened->release();
}
