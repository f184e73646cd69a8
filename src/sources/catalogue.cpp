#include "sources/catalogue.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sources/arxiv.hpp"
#include "sources/arxiv_titles.hpp"
#include "sources/crossref.hpp"
#include "sources/seed.hpp"
#include "sources/semantic_scholar_titles.hpp"
#include "sources/web_page.hpp"

namespace papers::sources {
namespace {

/// One id on its way through the sources.
struct Question {
  Identifier id;
  std::optional<FetchedWork> work;
  std::optional<FetchProblem> problem;  ///< the one to report: a failure, else the first "unknown"
};

using Questions = std::vector<Question>;

std::vector<Identifier> open_ids(const Questions& questions, const MetadataSource& source) {
  std::vector<Identifier> ids;
  for (const Question& question : questions) {
    if (!question.work && source.handles(question.id)) {
      ids.push_back(question.id);
    }
  }
  return ids;
}

void note_problem(Question& question, FetchProblem problem) {
  const bool is_news = !question.problem || (question.problem->kind == FetchProblem::Kind::unknown &&
                                             problem.kind != FetchProblem::Kind::unknown);
  if (is_news) {
    question.problem = std::move(problem);
  }
}

/// Asks one source for all that is still open. Answers false after an interruption.
bool ask(MetadataSource& source, Questions& questions, const std::map<Identifier, std::size_t>& places,
         Fetched& result, Progress& progress) {
  const std::vector<Identifier> ids = open_ids(questions, source);
  if (ids.empty()) {
    return true;
  }
  Fetched answer = source.fetch(ids, progress);
  for (FetchedWork& work : answer.works) {
    Question& question = questions[places.at(work.asked)];
    question.work = std::move(work);
  }
  for (FetchProblem& problem : answer.problems) {
    Question& question = questions[places.at(problem.id)];
    note_problem(question, std::move(problem));
  }
  std::move(answer.warnings.begin(), answer.warnings.end(), std::back_inserter(result.warnings));
  result.interrupted = answer.interrupted;
  return !answer.interrupted;
}

/// "arXiv could not be reached (...): 2 papers taken from the seed data", one line for each reason.
void warn_of_seed_answers(const Questions& questions, Fetched& result) {
  std::map<std::string, int> papers_by_reason;
  for (const Question& question : questions) {
    if (question.work && question.problem && question.problem->kind == FetchProblem::Kind::failed) {
      ++papers_by_reason[question.problem->message];
    }
  }
  for (const auto& [reason, papers] : papers_by_reason) {
    result.warnings.push_back(
        fmt::format("{}: {} paper{} taken from the seed data", reason, papers, papers == 1 ? "" : "s"));
  }
}

FetchProblem no_source_for(const Identifier& id) {
  return {
      id, FetchProblem::Kind::unknown, "",
      fmt::format("no source describes {}; name the work by its arXiv id, DOI or web address", format(id)),
      false};
}

FetchProblem not_here(const Identifier& id, const FetchProblem& reason) {
  return {id, FetchProblem::Kind::failed, reason.source,
          fmt::format("{} is not in the cache or the seed data; go online to fetch it", format(id)), true};
}

FetchProblem final_problem(Question& question, bool offline) {
  if (!question.problem) {
    return no_source_for(question.id);
  }
  if (offline && question.problem->kind == FetchProblem::Kind::failed) {
    return not_here(question.id, *question.problem);
  }
  return std::move(*question.problem);
}

void add_seed_references(FetchedWork& work, Seed& seed) {
  if (work.references) {
    return;
  }
  for (const Identifier& id : work.item.ids) {
    if (const ReferenceList* list = seed.references_of(id)) {
      work.references = *list;
      return;
    }
  }
}

}  // namespace

Catalogue::Catalogue(std::vector<std::unique_ptr<MetadataSource>> services, std::unique_ptr<Seed> seed,
                     bool offline, std::vector<std::unique_ptr<ReferenceSource>> references,
                     std::vector<std::unique_ptr<TitleSearch>> titles, std::unique_ptr<PdfSource> pdfs)
    : m_services(std::move(services)),
      m_seed(std::move(seed)),
      m_offline(offline),
      m_references(std::move(references), *m_seed, offline),
      m_titles(std::move(titles)),
      m_pdfs(std::move(pdfs)) {}

Catalogue::~Catalogue() = default;

Fetched Catalogue::fetch(std::span<const Identifier> ids, Progress& progress) {
  Questions questions;
  std::map<Identifier, std::size_t> places;
  for (const Identifier& id : ids) {
    if (places.emplace(id, questions.size()).second) {
      questions.push_back({id, {}, {}});
    }
  }
  Fetched result;
  bool go_on = true;
  for (const auto& service : m_services) {
    go_on = go_on && ask(*service, questions, places, result, progress);
  }
  if (go_on) {
    ask(*m_seed, questions, places, result, progress);
    if (!m_offline) {
      warn_of_seed_answers(questions, result);
    }
  }
  for (Question& question : questions) {
    if (question.work) {
      add_seed_references(*question.work, *m_seed);
      result.works.push_back(std::move(*question.work));
    } else if (question.problem || !result.interrupted) {
      result.problems.push_back(final_problem(question, m_offline));
    }
  }
  if (std::optional<std::string> warning = m_seed->take_warning()) {
    result.warnings.push_back(std::move(*warning));
  }
  return result;
}

FetchedReferenceLists Catalogue::fetch_references(std::span<const ReferenceQuestion> questions,
                                                  Progress& progress) {
  FetchedReferenceLists fetched = m_references.fetch(questions, progress);
  if (std::optional<std::string> warning = m_seed->take_warning()) {
    fetched.warnings.push_back(std::move(*warning));
  }
  return fetched;
}

std::vector<TitleAnswer> Catalogue::find_titles(std::span<const TitleQuestion> questions,
                                                Progress& progress) {
  return sources::find_titles(questions, m_titles, m_offline, progress);
}

PdfAnswer Catalogue::fetch_pdf(const PdfQuestion& question, Progress& progress) {
  return m_pdfs->fetch(question, progress);
}

std::unique_ptr<Sources> make_catalogue(const SourceSettings& settings, HttpClient& http) {
  std::vector<std::unique_ptr<MetadataSource>> services;
  services.push_back(std::make_unique<Arxiv>(settings, http));
  services.push_back(std::make_unique<Crossref>(settings, http));
  services.push_back(std::make_unique<WebPage>(settings, http));
  std::vector<std::unique_ptr<TitleSearch>> titles;
  titles.push_back(std::make_unique<SemanticScholarTitles>(settings, http));
  titles.push_back(std::make_unique<ArxivTitles>(settings, http));
  return std::make_unique<Catalogue>(std::move(services), std::make_unique<Seed>(settings.seed_file),
                                     settings.offline, make_reference_sources(settings, http),
                                     std::move(titles), std::make_unique<PdfSource>(settings, http));
}

}  // namespace papers::sources
