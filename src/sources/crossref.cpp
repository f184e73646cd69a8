#include "sources/crossref.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "net/service_names.hpp"
#include "net/url.hpp"
#include "sources/crossref_work.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_crossref_service;

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

HttpRequest crossref_request(const std::string& address, const Identifier& doi, Progress& progress) {
  HttpRequest request;
  request.url = address + net::percent_encode(doi.value);
  request.judge = judge_crossref;
  request.service_hosts = {"api.crossref.org"};
  request.service = k_service;
  request.progress = &progress;
  return request;
}

Crossref::Crossref(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_crossref_address, settings.crossref_url) {}

Fetched Crossref::fetch(std::span<const Identifier> ids, Progress& progress) {
  Fetched fetched;
  std::optional<ServiceProblem> lasting;
  int done = 0;
  for (const Identifier& id : ids) {
    if (lasting) {
      fetched.problems.push_back(failed(id, name(), *lasting));
      continue;
    }
    Outcome outcome = fetch_one(id, fetched, progress);
    if (fetched.interrupted) {
      break;
    }
    lasting = std::move(outcome.lasting);
    ++done;
    if (outcome.answered) {
      progress.step(k_service, done, static_cast<int>(ids.size()));
    }
  }
  return fetched;
}

Outcome Crossref::fetch_one(const Identifier& id, Fetched& fetched, Progress& progress) {
  const Result<HttpResponse, HttpError> answer =
      m_service.http.send(crossref_request(m_service.address, id, progress));
  if (is_interrupted(answer)) {
    fetched.interrupted = true;
  } else if (answer && answer->status == 200) {
    take(id, *answer, fetched);
  } else if (answer && (answer->status == 404 || answer->status == 410)) {
    fetched.problems.push_back(
        unknown(id, name(), fmt::format("Crossref does not know {}; check it", format(id))));
  } else {
    const ServiceProblem problem =
        answer ? describe(k_service, *answer, m_service.clock.now()) : describe(k_service, answer.error());
    fetched.problems.push_back(failed(id, name(), problem));
    return {answer.ok(), problem.lasting && !m_service.offline ? std::optional(problem) : std::nullopt};
  }
  return {answer.ok(), std::nullopt};
}

}  // namespace papers::sources
