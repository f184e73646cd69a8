#include "sources/pdf_source.hpp"

#include <filesystem>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "support/fakes.hpp"
#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

namespace papers::sources {
namespace {

const std::string k_half = "%PDF-1.5 half of a file";

/// Answers once, and the body goes into the sink.
class OneAnswer final : public HttpClient {
 public:
  explicit OneAnswer(HttpResponse head) : m_head(std::move(head)) {}

  Result<HttpResponse, HttpError> send(const HttpRequest& request) override {
    REQUIRE(request.sink != nullptr);
    if (auto error = request.sink->begin(m_head)) {
      return *std::move(error);
    }
    if (auto error = request.sink->write(k_half)) {
      return *std::move(error);
    }
    return m_head;
  }

 private:
  HttpResponse m_head;
};

struct Asking {
  test::TempFolder folder;
  test::FakeClock clock;
  test::FakeProgress progress;
  std::filesystem::path file = folder.path() / "a.pdf";

  PdfAnswer fetch(HttpResponse head) {
    OneAnswer http(std::move(head));
    SourceSettings settings;
    settings.clock = &clock;
    return PdfSource(settings, http)
        .fetch({value_or_throw(parse_identifier("2403.00835v4")), file}, progress);
  }
};

}  // namespace

TEST_CASE("half a PDF of unknown length is kept, and the rest may come later") {
  Asking asking;
  const PdfAnswer answer = asking.fetch({200, "", {{"etag", "\"one\""}}, ""});
  REQUIRE(answer.problem);
  CHECK(answer.problem->later);
  CHECK(util::read_file(asking.file.string() + ".part") == k_half);
  CHECK_FALSE(std::filesystem::exists(asking.file));
}

TEST_CASE("what came whole and is no whole PDF is thrown away") {
  Asking asking;
  const PdfAnswer answer =
      asking.fetch({200, "", {{"etag", "\"one\""}, {"content-length", std::to_string(k_half.size())}}, ""});
  REQUIRE(answer.problem);
  CHECK_FALSE(answer.problem->later);
  CHECK(std::filesystem::is_empty(asking.folder.path()));
}

}  // namespace papers::sources
