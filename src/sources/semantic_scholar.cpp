#include "sources/semantic_scholar.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "net/service_names.hpp"
#include "sources/cited_works.hpp"
#include "sources/json_fields.hpp"
#include "sources/paper_ids.hpp"
#include "sources/reference_round.hpp"
#include "sources/semantic_scholar_json.hpp"
#include "sources/semantic_scholar_pages.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_service = net::k_s2_service;
constexpr const char* k_source = "semantic-scholar";
constexpr std::size_t k_batch = 100;
constexpr int k_batch_references = 9'999;
constexpr std::size_t k_nested = 1'000;  ///< where the service cuts a list within a batch
constexpr int k_most_single = 25;

constexpr const char* k_path =
    "paper/"
    "batch?fields=paperId,externalIds,referenceCount,references.paperId,references.title,references."
    "externalIds,"
    "references.year,references.authors,references.venue";

using Places = std::span<const std::size_t>;

/// A paper whose list is clearly short.
struct Short {
  std::size_t place = 0;
  S2Paper paper;
};

bool says(const HttpResponse& response, std::string_view words) {
  return s2_error_words(response.body).find(words) != std::string::npos;
}

int count_stated(const S2Batch& batch) {
  return std::accumulate(batch.begin(), batch.end(), 0, [](int sum, const std::optional<S2Paper>& paper) {
    return std::min(sum + (paper ? paper->stated.value_or(0) : 0), 2 * k_batch_references);
  });
}

/// All questions of one call of fetch. Places are those in the list of papers.
class Round {
 public:
  Round(const ServiceApi& api, std::span<const Item> papers, Progress& progress)
      : m_api(api), m_papers(papers), m_progress(progress) {}

  FetchedReferenceLists run();

 private:
  void ask(Places places);
  void take_batch(const HttpResponse& response, Places places);
  void take_refusal(const HttpResponse& response, Places places);
  void ask_halves(Places places);
  void take(std::size_t place, S2Paper paper, bool crowded);
  void ask_crowded_out();
  void ask_singly(Short& one);
  void keep(std::size_t place, S2Paper paper);
  void fail(Places places, const ServiceProblem& problem);

  const ServiceApi& m_api;
  std::span<const Item> m_papers;
  Progress& m_progress;
  ReferenceRound m_round{k_source, m_api.offline()};
  std::vector<Short> m_crowded_out;  ///< of batches that passed the limit
  std::vector<Short> m_short;        ///< for reasons of their own
  bool m_is_second = false;          ///< batches are asked for those that were crowded out
  int m_singles = 0;
};

FetchedReferenceLists Round::run() {
  std::vector<std::size_t> all(m_papers.size());
  std::iota(all.begin(), all.end(), 0);
  for (std::size_t begin = 0; begin < all.size(); begin += k_batch) {
    ask(Places(all).subspan(begin, std::min(k_batch, all.size() - begin)));
  }
  ask_crowded_out();
  for (Short& one : m_short) {
    ask_singly(one);
  }
  return std::move(m_round.fetched);
}

void Round::ask(Places places) {
  if (!m_round.goes_on()) {
    fail(places, m_round.why_not());
    return;
  }
  std::vector<std::string> names;
  for (const std::size_t place : places) {
    names.push_back(s2_paper_name(m_papers[place].ids));
  }
  const auto judge = [asked = names.size()](const HttpResponse& response) {
    return verdict(parse_s2_batch(response.body, asked).ok(), response.body);
  };
  const ServiceApi::Answer answer = m_api.post_json(k_path, model::dump({{"ids", names}}), judge, m_progress);
  m_round.fetched.interrupted = is_interrupted(answer);
  if (answer && answer->status == 200) {
    take_batch(*answer, places);
  } else if (answer && answer->status == 400) {
    take_refusal(*answer, places);
  } else if (!answer && answer.error().kind == HttpError::Kind::too_large) {
    ask_halves(places);
  } else {
    fail(places, m_api.problem(answer));
  }
  if (answer) {
    const std::size_t done = m_round.fetched.answers.size() + m_round.fetched.problems.size();
    m_progress.step(k_service, static_cast<int>(done), static_cast<int>(m_papers.size()));
  }
}

void Round::take_batch(const HttpResponse& response, Places places) {
  Result<S2Batch> batch = parse_s2_batch(response.body, places.size());
  if (!batch) {
    const bool later = verdict(false, response.body) == Verdict::again;
    fail(places, describe_nonsense(k_service, batch.error().message, later));
    return;
  }
  const bool crowded = !m_is_second && places.size() > 1 && count_stated(*batch) > k_batch_references;
  for (std::size_t n = 0; n < places.size(); ++n) {
    std::optional<S2Paper>& paper = (*batch)[n];
    take(places[n], paper ? std::move(*paper) : S2Paper{}, crowded);
  }
}

/// A batch of which it knows none is refused, and one whose answer would be too large.
void Round::take_refusal(const HttpResponse& response, Places places) {
  if (says(response, "No valid paper ids")) {
    for (const std::size_t place : places) {
      keep(place, {});
    }
  } else if (says(response, "maximum size")) {
    ask_halves(places);
  } else {
    fail(places,
         {fmt::format("{} refuses the question (HTTP 400): {}", k_service, s2_error_words(response.body))});
  }
}

/// When the answer for all of them is too large, for the service or for us.
void Round::ask_halves(Places places) {
  if (places.size() == 1) {
    m_short.push_back({places.front(), {}});
    return;
  }
  ask(places.first(places.size() / 2));
  ask(places.subspan(places.size() / 2));
}

void Round::take(std::size_t place, S2Paper paper, bool crowded) {
  const Item& asked = m_papers[place];
  if (const auto other = contradiction(asked.ids, paper.ids)) {
    const std::string what = fmt::format("{} when asked for {}", format(*other), format(asked.ids.front()));
    fail(Places(&place, 1), describe_nonsense(k_service, what, /*later=*/false));
  } else if (paper.answer == ReferenceAnswer::listed &&
             is_clearly_short(paper.entries.size(), paper.stated)) {
    (crowded ? m_crowded_out : m_short).push_back({place, std::move(paper)});
  } else {
    keep(place, std::move(paper));
  }
}

/// Once more, in batches whose sums stay below the limit.
void Round::ask_crowded_out() {
  m_is_second = true;
  std::vector<std::size_t> batch;
  int sum = 0;
  for (const Short& one : m_crowded_out) {
    const int stated = one.paper.stated.value_or(0);
    if (batch.size() == k_batch || (!batch.empty() && sum + stated > k_batch_references)) {
      ask(batch);
      batch.clear();
      sum = 0;
    }
    batch.push_back(one.place);
    sum += stated;
  }
  if (!batch.empty()) {
    ask(batch);
  }
}

void Round::ask_singly(Short& one) {
  if (m_round.fetched.interrupted) {
    return;
  }
  S2List list;
  if (m_round.lasting) {
    list.problem = m_round.lasting;
  } else if (m_singles++ >= k_most_single) {
    list.problem =
        ServiceProblem{fmt::format("{} left out the references of too many papers", k_service), true};
  } else {
    list = fetch_s2_list(m_api, s2_paper_name(m_papers[one.place].ids), m_progress);
  }
  m_round.fetched.interrupted = list.interrupted;
  if (list.interrupted) {
    return;  // half a list would pass for the answer
  }
  if (list.problem) {
    m_round.note(*list.problem);
  }
  if (list.problem && one.paper.entries.empty()) {
    fail(Places(&one.place, 1), *list.problem);
    return;
  }
  if (list.entries.size() >= one.paper.entries.size()) {
    one.paper.entries = std::move(list.entries);
    one.paper.answer = list.withheld ? ReferenceAnswer::withheld : ReferenceAnswer::listed;
  }
  keep(one.place, std::move(one.paper));
}

/// An empty list of a paper that is said to cite something, or of which nothing is said, tells nothing.
void Round::keep(std::size_t place, S2Paper paper) {
  const Identifier& citing = m_papers[place].ids.front();
  CitedWorks works;
  for (S2Entry& entry : paper.entries) {
    works.add(std::move(entry.work), std::move(entry.contexts));
  }
  const bool tells = works.size() > 0 || (paper.answer == ReferenceAnswer::listed && paper.stated == 0);
  FetchedReferences references =
      tells ? works.take(citing, k_source, m_api.now())
            : no_list(citing, k_source, m_api.now(),
                      paper.answer == ReferenceAnswer::withheld ? paper.answer : ReferenceAnswer::unknown);
  references.list.stated = paper.stated;
  references.ids = new_ids(m_papers[place].ids, paper.ids);
  m_round.keep(std::move(references));
}

void Round::fail(Places places, const ServiceProblem& problem) {
  for (const std::size_t place : places) {
    m_round.fail(m_papers[place], problem);
  }
}

}  // namespace

FetchedReferenceLists SemanticScholar::fetch(std::span<const Item> papers, Progress& progress) {
  return Round(m_api, papers, progress).run();
}

bool is_clearly_short(std::size_t given, std::optional<int> stated) {
  const auto count = static_cast<std::size_t>(stated.value_or(0));
  if (given >= count) {
    return false;
  }
  return given == 0 || given == k_nested || (2 * given < count && given + 5 <= count);
}

}  // namespace papers::sources
