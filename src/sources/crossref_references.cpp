#include "sources/crossref_references.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "net/service_names.hpp"
#include "sources/cited_works.hpp"
#include "sources/crossref.hpp"
#include "sources/crossref_list.hpp"
#include "sources/crossref_work.hpp"
#include "sources/one_by_one.hpp"
#include "sources/paper_ids.hpp"
#include "util/calendar.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_crossref_service;
constexpr const char* k_source = "crossref";

/// A publisher that says nothing does not say that the work cites nothing.
Result<FetchedReferences, ServiceProblem> list_from(const Item& paper, const HttpResponse& response,
                                                    const std::string& now) {
  Result<CrossrefList> list = parse_crossref_list(response.body);
  if (!list) {
    const bool later = judge_crossref(response) == Verdict::again;
    return describe_nonsense(k_service, list.error().message, later);
  }
  const Identifier& citing = paper.ids.front();
  if (contradiction(paper.ids, {&list->doi, 1})) {
    return describe_nonsense(k_service,
                             fmt::format("{} when asked for {}", format(list->doi), format(citing)),
                             /*later=*/false);
  }
  CitedWorks works;
  for (Item& work : list->works) {
    works.add(std::move(work));
  }
  if (works.size() == 0) {
    return no_list(citing, k_source, now, ReferenceAnswer::unknown);
  }
  FetchedReferences references = works.take(citing, k_source, now);
  references.list.stated = list->stated;
  return references;
}

}  // namespace

CrossrefReferences::CrossrefReferences(const SourceSettings& settings, HttpClient& http)
    : m_service(settings, http, k_crossref_address, settings.crossref_url) {}

bool CrossrefReferences::handles(const Item& paper) const {
  return id_of(paper.ids, Scheme::doi) != nullptr;
}

FetchedReferenceLists CrossrefReferences::fetch(std::span<const Item> papers, Progress& progress) {
  const auto ask = [&](const Item& paper) {
    return m_service.http.send(crossref_request(m_service.address, *id_of(paper.ids, Scheme::doi), progress));
  };
  const auto read = [this](const Item& paper,
                           const SinglePaper::Answer& answer) -> Result<FetchedReferences, ServiceProblem> {
    const std::string now = util::to_moment(m_service.clock.now());
    if (!answer) {
      return describe(k_service, answer.error());
    }
    if (answer->status == 404 || answer->status == 410) {
      return no_list(paper.ids.front(), k_source, now, ReferenceAnswer::unknown);
    }
    return answer->status == 200 ? list_from(paper, *answer, now)
                                 : describe(k_service, *answer, m_service.clock.now());
  };
  return ask_one_by_one({k_source, k_service, m_service.offline, ask, read}, papers, progress);
}

}  // namespace papers::sources
