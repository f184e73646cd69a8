#include "sources/pdf_source.hpp"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "model/pdf_address.hpp"
#include "net/part_file.hpp"
#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/service_problem.hpp"

namespace papers::sources {
namespace {

constexpr net::FileKind k_pdf{"PDF", "%PDF-", "%%EOF", 100U << 20U};
constexpr const char* k_source = "pdf";

HttpRequest request_for(const PdfQuestion& question, const std::string& arxiv_url, Progress& progress) {
  HttpRequest request;
  request.url = model::pdf_address(question.id).value_or("");
  request.progress = &progress;
  if (question.id.scheme == Scheme::arxiv) {
    request.url = net::with_address(request.url, arxiv_url);
    request.service = net::k_arxiv_service;
    request.service_hosts = {"arxiv.org", "www.arxiv.org", "export.arxiv.org"};
  } else {
    const std::optional<net::Url> url = net::parse_url(request.url);
    request.service = url ? url->host : request.url;
    request.any_public_host = true;
  }
  return request;
}

PdfAnswer failure(const PdfQuestion& question, const ServiceProblem& problem) {
  return {0, failed(question.id, k_source, problem), problem.lasting, false};
}

/// In words of the file's own where the answer was no use, in those of the network otherwise.
PdfAnswer no_answer(const PdfQuestion& question, const HttpRequest& request, const HttpError& error,
                    const net::PartFile& part) {
  if (error.kind == HttpError::Kind::interrupted) {
    return {part.size(), std::nullopt, false, true};
  }
  const auto& trouble = part.trouble();
  if (trouble && trouble->kind == error.kind && trouble->message == error.message) {
    return failure(question, {fmt::format("{}: {}", request.service, error.message),
                              error.kind == HttpError::Kind::broken, false});
  }
  return failure(question, describe(request.service, error));
}

PdfAnswer bad_answer(const PdfQuestion& question, const HttpRequest& request, const HttpResponse& response,
                     Time now) {
  if (response.status == 404 || response.status == 410) {
    return {0,
            unknown(question.id, k_source,
                    fmt::format("{} has no PDF of {}", request.service, format_with_version(question.id))),
            false, false};
  }
  return failure(question, describe(request.service, response, now));
}

}  // namespace

PdfSource::PdfSource(const SourceSettings& settings, HttpClient& http)
    : m_clock(*settings.clock), m_arxiv_url(settings.arxiv_url), m_http(http) {}

PdfAnswer PdfSource::fetch(const PdfQuestion& question, Progress& progress) {
  net::PartFile part(question.file, k_pdf, [&](std::uint64_t done, std::optional<std::uint64_t> total) {
    progress.received(question.file.filename().string(), done, total);
  });
  HttpRequest request = request_for(question, m_arxiv_url, progress);
  request.sink = &part;
  request.judge = [&part](const HttpResponse&) { return part.verdict(); };
  Result<HttpResponse, HttpError> answer = m_http.send(request);
  if (answer && answer->status == 416 && part.size() > 0) {
    part.discard();  // what was there is as long as the whole, and yet not it
    answer = m_http.send(request);
  }
  if (!answer) {
    return no_answer(question, request, answer.error(), part);
  }
  if (answer->status != 200 && answer->status != 206) {
    return bad_answer(question, request, *answer, m_clock.now());
  }
  if (const Verdict verdict = part.verdict(); verdict != Verdict::good) {
    const bool later = verdict == Verdict::again;
    if (!later) {
      part.discard();
    }
    return failure(question, describe_nonsense(request.service, "half a PDF", later));
  }
  const std::uint64_t bytes = part.size();
  part.keep();
  return {bytes, std::nullopt, false, false};
}

}  // namespace papers::sources
