#include "sources/reference_catalogue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "papers/error.hpp"

#include "sources/arxiv_html.hpp"
#include "sources/crossref_references.hpp"
#include "sources/openalex.hpp"
#include "sources/paper_ids.hpp"
#include "sources/seed.hpp"
#include "sources/semantic_scholar.hpp"

namespace papers::sources {
namespace {

/// One paper on its way through the sources.
struct Question {
  Item paper;  ///< its ids alone
  Effort effort;
  const std::vector<std::string>& answered;
  bool listed = false;
};

using Questions = std::vector<Question>;

Questions questions_from(std::span<const ReferenceQuestion> asked) {
  Questions questions;
  for (const ReferenceQuestion& question : asked) {
    Item paper;
    paper.ids = question.paper.ids;
    if (!paper.ids.empty()) {
      questions.push_back({std::move(paper), question.effort, question.answered});
    }
  }
  return questions;
}

bool is_open(const Question& question, std::string_view source) {
  const auto& answered = question.answered;
  return !question.listed && std::find(answered.begin(), answered.end(), source) == answered.end();
}

std::vector<Item> papers_for(const ReferenceSource& source, const Questions& questions) {
  std::vector<Item> papers;
  for (const Question& question : questions) {
    const bool affordable = source.in_batches() || question.effort == Effort::all;
    if (affordable && is_open(question, source.name()) && source.handles(question.paper)) {
      papers.push_back(question.paper);
    }
  }
  return papers;
}

void note_answer(const FetchedReferences& answer, Questions& questions) {
  for (Question& question : questions) {
    if (question.paper.ids.front() == answer.list.citing) {
      question.listed = question.listed || !answer.list.entries.empty();
      const std::vector<Identifier> fresh = new_ids(question.paper.ids, answer.ids);
      question.paper.ids.insert(question.paper.ids.end(), fresh.begin(), fresh.end());
    }
  }
}

template <class T>
void append(std::vector<T>& all, std::vector<T>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

template <class Source>
std::unique_ptr<ReferenceSource> make(const SourceSettings& settings, HttpClient& http) {
  return std::make_unique<Source>(settings, http);
}

struct ReferenceService {
  std::string_view name;
  std::unique_ptr<ReferenceSource> (*make)(const SourceSettings&, HttpClient&);
};

constexpr std::array k_services{
    ReferenceService{"semantic-scholar", make<SemanticScholar>},
    ReferenceService{"openalex", make<OpenAlex>},
    ReferenceService{"arxiv-html", make<ArxivHtml>},
    ReferenceService{"crossref", make<CrossrefReferences>},
};

}  // namespace

ReferenceCatalogue::ReferenceCatalogue(std::vector<std::unique_ptr<ReferenceSource>> services, Seed& seed,
                                       bool offline)
    : m_services(std::move(services)), m_seed(seed), m_offline(offline) {}

ReferenceCatalogue::~ReferenceCatalogue() = default;

FetchedReferenceLists ReferenceCatalogue::fetch(std::span<const ReferenceQuestion> asked,
                                                Progress& progress) {
  Questions questions = questions_from(asked);
  FetchedReferenceLists all;
  for (const auto& service : m_services) {
    const std::vector<Item> papers = papers_for(*service, questions);
    if (papers.empty()) {
      continue;
    }
    FetchedReferenceLists fetched = service->fetch(papers, progress);
    for (const FetchedReferences& answer : fetched.answers) {
      note_answer(answer, questions);
    }
    append(all.answers, std::move(fetched.answers));
    append(all.warnings, std::move(fetched.warnings));
    if (!m_offline) {
      append(all.problems, std::move(fetched.problems));
    }
    if (fetched.interrupted) {
      all.interrupted = true;
      return all;
    }
  }
  for (const Question& question : questions) {
    if (is_open(question, m_seed.name())) {
      if (auto answer = m_seed.fetch_references(question.paper.ids)) {
        all.answers.push_back(std::move(*answer));
      }
    }
  }
  return all;
}

std::vector<std::unique_ptr<ReferenceSource>> make_reference_sources(const SourceSettings& settings,
                                                                     HttpClient& http) {
  std::vector<std::unique_ptr<ReferenceSource>> services;
  for (const std::string& name : settings.reference_sources) {
    const auto* const found =
        std::find_if(k_services.begin(), k_services.end(),
                     [&](const ReferenceService& service) { return service.name == name; });
    if (found == k_services.end()) {
      throw Failure(ExitCode::usage, fmt::format("sources.references: there is no source {}", name));
    }
    services.push_back(found->make(settings, http));
  }
  return services;
}

}  // namespace papers::sources
