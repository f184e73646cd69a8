#include "sources/crossref.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "net/url.hpp"
#include "sources/crossref_work.hpp"
#include "sources/service_problem.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = "Crossref";
constexpr const char* k_address = "https://api.crossref.org/works/";

void take(const Identifier& id, const HttpResponse& response, Fetched& fetched) {
  Result<Item> item = parse_crossref_work(response.body);
  if (!item) {
    const bool later = judge_crossref(response) == Verdict::again;
    fetched.problems.push_back(
        failed(id, "crossref", describe_nonsense(k_service, item.error().message, later)));
  } else if (item->ids.front() != id) {
    const std::string what = fmt::format("{} when asked for {}", format(item->ids.front()), format(id));
    fetched.problems.push_back(failed(id, "crossref", describe_nonsense(k_service, what, false)));
  } else {
    fetched.works.push_back({id, std::move(*item), std::nullopt});
  }
}

}  // namespace

Crossref::Crossref(const SourceSettings& settings, HttpClient& http)
    : m_clock(*settings.clock),
      m_http(http),
      m_address(net::with_address(k_address, settings.crossref_url)) {}

Fetched Crossref::fetch(std::span<const Identifier> ids, Progress& progress) {
  Fetched fetched;
  int done = 0;
  for (const Identifier& id : ids) {
    if (!fetch_one(id, fetched, progress)) {
      fetched.interrupted = true;
      break;
    }
    progress.step(k_service, ++done, static_cast<int>(ids.size()));
  }
  return fetched;
}

bool Crossref::fetch_one(const Identifier& id, Fetched& fetched, Progress& progress) {
  HttpRequest request;
  request.url = m_address + net::percent_encode(id.value);
  request.judge = judge_crossref;
  request.service_hosts = {"api.crossref.org"};
  request.service = k_service;
  request.progress = &progress;
  const Result<HttpResponse, HttpError> answer = m_http.send(request);
  if (!answer) {
    if (answer.error().kind == HttpError::Kind::interrupted) {
      return false;
    }
    fetched.problems.push_back(failed(id, name(), describe(k_service, answer.error())));
  } else if (answer->status == 404 || answer->status == 410) {
    fetched.problems.push_back(
        unknown(id, name(), fmt::format("Crossref does not know {}; check it", format(id))));
  } else if (answer->status != 200) {
    fetched.problems.push_back(failed(id, name(), describe(k_service, *answer, m_clock.now())));
  } else {
    take(id, *answer, fetched);
  }
  return true;
}

}  // namespace papers::sources
