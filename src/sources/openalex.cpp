#include "sources/openalex.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sources/cited_works.hpp"
#include "sources/openalex_api.hpp"
#include "sources/openalex_json.hpp"
#include "sources/openalex_names.hpp"
#include "sources/paper_ids.hpp"
#include "sources/reference_round.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_openalex_service;
constexpr std::size_t k_max_address = 6'000;  ///< bytes of names in an address; 8,190 are too many

constexpr const char* k_paper_fields =
    "select=id,doi,primary_location,locations,referenced_works,referenced_works_count";
constexpr const char* k_cited_fields =
    "select=id,doi,title,publication_year,type,authorships,primary_location";

using Answer = ServiceApi::Answer;
using Works = std::vector<OpenAlexWork>;

bool is_of(const OpenAlexWork& work, const Item& paper) {
  return new_ids(paper.ids, work.work.ids).size() < work.work.ids.size() ||
         new_ids(paper.ids, work.elsewhere).size() < work.elsewhere.size();
}

/// A preprint and its published form may be two works: the one that says more is the better answer.
const OpenAlexWork* best_of(const Works& works, const Item& paper) {
  const OpenAlexWork* best = nullptr;
  for (const OpenAlexWork& work : works) {
    if (is_of(work, paper) && (best == nullptr || work.cited.size() > best->cited.size())) {
      best = &work;
    }
  }
  return best;
}

/// A work that a paper cites.
struct Cited {
  std::optional<Item> work;               ///< nothing for one that is gone
  std::optional<ServiceProblem> problem;  ///< why it could not be described
};

/// All questions of one call of fetch. Places are those in the list of papers.
class Round {
 public:
  Round(const ServiceApi& api, std::span<const Item> papers, Progress& progress)
      : m_api(api), m_papers(papers), m_progress(progress), m_found(papers.size()) {}

  FetchedReferenceLists run();

 private:
  using Places = std::vector<std::size_t>;

  void ask_singly(std::size_t place);
  void take_single(std::size_t place, const HttpResponse& response, bool redirected);
  void ask_together(const Places& places);
  void ask_list(std::span<const std::size_t> places);
  void describe_cited();
  void describe(std::span<const Identifier> ids);
  void keep(std::size_t place);
  void keep_unknown(std::size_t place);
  Result<Works, ServiceProblem> list_of(std::span<const OpenAlexName> names, const char* fields);

  const ServiceApi& m_api;
  std::span<const Item> m_papers;
  Progress& m_progress;
  ReferenceRound m_round{"openalex", m_api.offline()};
  std::vector<std::optional<OpenAlexWork>> m_found;  ///< by place
  std::map<Identifier, Cited> m_cited;               ///< by OpenAlex id
};

FetchedReferenceLists Round::run() {
  Places own;
  Places by_doi;
  Places alone;
  for (std::size_t place = 0; place < m_papers.size(); ++place) {
    const OpenAlexName name = *openalex_name(m_papers[place].ids);
    const bool is_alone = m_papers.size() == 1 || !name.fits_filter();
    (is_alone ? alone : name.is_own ? own : by_doi).push_back(place);
  }
  ask_together(own);
  ask_together(by_doi);
  for (const std::size_t place : alone) {
    ask_singly(place);
  }
  describe_cited();
  for (std::size_t place = 0; place < m_papers.size(); ++place) {
    keep(place);
  }
  return std::move(m_round.fetched);
}

void Round::ask_singly(std::size_t place) {
  const Item& paper = m_papers[place];
  if (!m_round.goes_on()) {
    m_round.fail(paper, m_round.why_not());
    return;
  }
  const std::string path = fmt::format("{}?{}", openalex_name(paper.ids)->path(), k_paper_fields);
  const Answer answer = m_api.get(path, judge_openalex_work, m_progress);
  m_round.fetched.interrupted = is_interrupted(answer);
  if (answer && answer->status == 200) {
    take_single(place, *answer, answer->url != m_api.url(path));
  } else if (answer && answer->status == 404) {
    keep_unknown(place);
  } else {
    m_round.fail(paper, openalex_problem(m_api, answer));
  }
}

/// A redirect leads to the work with which this one was merged, under whatever name.
void Round::take_single(std::size_t place, const HttpResponse& response, bool redirected) {
  const Item& paper = m_papers[place];
  Result<OpenAlexWork> work = parse_openalex_work(response.body);
  if (!work) {
    const bool later = judge_openalex_work(response) == Verdict::again;
    m_round.fail(paper, describe_nonsense(k_service, work.error().message, later));
    return;
  }
  const auto other = contradiction(paper.ids, work->work.ids);
  if (other && !redirected && !is_of(*work, paper)) {
    const std::string what = fmt::format("{} when asked for {}", format(*other), format(paper.ids.front()));
    m_round.fail(paper, describe_nonsense(k_service, what, /*later=*/false));
    return;
  }
  m_found[place] = std::move(*work);
}

/// In lists that fit into an address.
void Round::ask_together(const Places& places) {
  std::size_t begin = 0;
  std::size_t bytes = 0;
  for (std::size_t end = 0; end < places.size(); ++end) {
    const std::size_t length = openalex_name(m_papers[places[end]].ids)->path().size();
    if (end - begin == k_openalex_list || (end > begin && bytes + length > k_max_address)) {
      ask_list(std::span(places).subspan(begin, end - begin));
      begin = end;
      bytes = 0;
    }
    bytes += length;
  }
  if (begin < places.size()) {
    ask_list(std::span(places).subspan(begin));
  }
}

void Round::ask_list(std::span<const std::size_t> places) {
  std::vector<OpenAlexName> names;
  for (const std::size_t place : places) {
    names.push_back(*openalex_name(m_papers[place].ids));
  }
  const Result<Works, ServiceProblem> works = list_of(names, k_paper_fields);
  for (const std::size_t place : places) {
    if (!works) {
      m_round.fail(m_papers[place], works.error());
    } else if (const OpenAlexWork* work = best_of(*works, m_papers[place])) {
      m_found[place] = *work;
    } else {
      keep_unknown(place);
    }
  }
}

Result<Works, ServiceProblem> Round::list_of(std::span<const OpenAlexName> names, const char* fields) {
  if (!m_round.goes_on()) {
    return m_round.why_not();
  }
  const Answer answer =
      m_api.get(fmt::format("works?{}&per_page={}&{}", openalex_filter(names), k_openalex_list, fields),
                judge_openalex_list, m_progress);
  m_round.fetched.interrupted = is_interrupted(answer);
  if (!answer || answer->status != 200) {
    return openalex_problem(m_api, answer);
  }
  Result<Works> works = parse_openalex_list(answer->body);
  if (!works) {
    return describe_nonsense(k_service, works.error().message,
                             judge_openalex_list(*answer) == Verdict::again);
  }
  return std::move(*works);
}

/// The works that all papers cite, each once, in the order in which they are met.
void Round::describe_cited() {
  std::vector<Identifier> ids;
  for (const std::optional<OpenAlexWork>& found : m_found) {
    if (!found) {
      continue;
    }
    for (const Identifier& id : found->cited) {
      if (m_cited.emplace(id, Cited{}).second) {
        ids.push_back(id);
      }
    }
  }
  for (std::size_t begin = 0; begin < ids.size(); begin += k_openalex_list) {
    const std::size_t count = std::min(k_openalex_list, ids.size() - begin);
    describe(std::span(ids).subspan(begin, count));
    if (m_round.goes_on()) {
      m_progress.step(k_service, static_cast<int>(begin + count), static_cast<int>(ids.size()));
    }
  }
}

void Round::describe(std::span<const Identifier> ids) {
  std::vector<OpenAlexName> names;
  for (const Identifier& id : ids) {
    names.push_back({true, id.value});
  }
  Result<Works, ServiceProblem> works = list_of(names, k_cited_fields);
  for (const Identifier& id : ids) {
    Cited& cited = m_cited.at(id);
    cited.problem = works ? std::nullopt : std::optional(works.error());
  }
  if (!works) {
    m_round.note(works.error());
    return;
  }
  for (OpenAlexWork& work : *works) {
    const auto cited = m_cited.find(*id_of(work.work.ids, Scheme::openalex));
    if (cited != m_cited.end()) {
      cited->second.work = std::move(work.work);
    }
  }
}

/// A list is kept whole, or not at all: ids without a description would be papers without a title.
void Round::keep(std::size_t place) {
  if (!m_found[place]) {
    return;
  }
  const OpenAlexWork& found = *m_found[place];
  CitedWorks works;
  for (const Identifier& id : found.cited) {
    const Cited& cited = m_cited.at(id);
    if (cited.problem) {
      m_round.fail(m_papers[place], *cited.problem);
      return;
    }
    if (cited.work) {
      works.add(*cited.work);
    }
  }
  if (works.size() == 0) {
    keep_unknown(place);
    return;
  }
  FetchedReferences references = works.take(m_papers[place].ids.front(), "openalex", m_api.now());
  references.list.stated = std::max(found.stated.value_or(0), static_cast<int>(found.cited.size()));
  references.ids = new_ids(m_papers[place].ids, found.work.ids);
  m_round.keep(std::move(references));
}

/// Of works that it does not know, and of those of which it has no list, which says nothing about the paper.
void Round::keep_unknown(std::size_t place) {
  FetchedReferences references =
      no_list(m_papers[place].ids.front(), "openalex", m_api.now(), ReferenceAnswer::unknown);
  if (m_found[place]) {
    references.ids = new_ids(m_papers[place].ids, m_found[place]->work.ids);
  }
  m_round.keep(std::move(references));
}

}  // namespace

OpenAlex::OpenAlex(const SourceSettings& settings, HttpClient& http) : m_api(k_openalex, settings, http) {}

bool OpenAlex::handles(const Item& paper) const {
  return openalex_name(paper.ids).has_value();
}

FetchedReferenceLists OpenAlex::fetch(std::span<const Item> papers, Progress& progress) {
  return Round(m_api, papers, progress).run();
}

}  // namespace papers::sources
