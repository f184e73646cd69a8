#include "sources/title_search.hpp"

#include <utility>

#include "model/title_match.hpp"

namespace papers::sources {
namespace {

using Match = TitleAnswer::Match;

constexpr std::size_t k_longest_title = 400;  ///< bytes; longer ones are whole entries of bibliographies

/// A service, and why it is not worth asking again.
struct Searched {
  TitleSearch& search;
  std::optional<ServiceProblem> lasting;
};

Match match_of(model::TitleMatch match) {
  switch (match) {
    case model::TitleMatch::same:
      return Match::same;
    case model::TitleMatch::possible:
      return Match::possible;
    case model::TitleMatch::different:
      break;
  }
  return Match::none;
}

TitleAnswer judge(const TitleQuestion& question, const Item& work) {
  const std::string_view author = work.authors.empty() ? std::string_view() : work.authors.front();
  const model::TitleJudgement judgement =
      model::match_titles({question.title, question.year, question.author}, {work.title, work.year, author});
  const Match match = match_of(judgement.match);
  return match == Match::none ? TitleAnswer{} : TitleAnswer{match, work, judgement.doubt, ""};
}

/// The better of what is known and what was found; the earlier one where both are as good.
void improve(TitleAnswer& answer, const TitleQuestion& question, const std::vector<Item>& works) {
  for (const Item& work : works) {
    TitleAnswer found = judge(question, work);
    if (found.match > answer.match) {
      answer = std::move(found);
    }
  }
}

/// All questions of one call.
class Search {
 public:
  Search(std::span<const std::unique_ptr<TitleSearch>> searches, bool offline, Progress& progress)
      : m_offline(offline), m_progress(progress) {
    for (const auto& search : searches) {
      m_searches.push_back({*search, std::nullopt});
    }
  }

  TitleAnswer answer(const TitleQuestion& question) {
    TitleAnswer answer;
    std::string failed;
    for (Searched& one : m_searches) {
      if (answer.match == Match::same || m_interrupted) {
        break;
      }
      const TitleFinds finds = ask(one, question.title);
      improve(answer, question, finds.works);
      if (finds.problem && failed.empty()) {
        failed = finds.problem->message;
      }
    }
    if (m_interrupted) {
      failed = "interrupted before it was looked up";
    }
    answer.failed = answer.match == Match::none ? failed : "";
    return answer;
  }

 private:
  TitleFinds ask(Searched& one, const std::string& title) {
    if (one.lasting) {
      return {{}, one.lasting};
    }
    TitleFinds finds = one.search.search(title, m_progress);
    m_interrupted = finds.interrupted;
    if (finds.problem && finds.problem->lasting && !m_offline) {
      one.lasting = finds.problem;
    }
    return finds;
  }

  std::vector<Searched> m_searches;
  bool m_offline;
  Progress& m_progress;
  bool m_interrupted = false;
};

}  // namespace

std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions,
                                     std::span<const std::unique_ptr<TitleSearch>> searches, bool offline,
                                     Progress& progress) {
  Search search(searches, offline, progress);
  std::vector<TitleAnswer> answers;
  for (const TitleQuestion& question : questions) {
    const bool can_be_searched =
        question.title.size() <= k_longest_title && !model::title_key(question.title).empty();
    answers.push_back(can_be_searched ? search.answer(question) : TitleAnswer{});
    progress.step("titles", static_cast<int>(answers.size()), static_cast<int>(questions.size()));
  }
  return answers;
}

}  // namespace papers::sources
