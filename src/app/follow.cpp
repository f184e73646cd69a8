#include "app/follow.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "app/newcomers.hpp"
#include "app/standing_answer.hpp"
#include "model/item_json.hpp"

namespace papers::app {
namespace {

constexpr std::string_view k_seed = "seed";

std::optional<Item> find_any(const Library& library, const std::vector<Identifier>& names) {
  for (const Identifier& name : names) {
    if (auto item = library.find(name)) {
      return item;
    }
  }
  return std::nullopt;
}

bool may_cite(const Item& item) {
  return item.kind == Kind::paper || item.kind == Kind::book;
}

/// Papers at the same number of steps from the roots, with the roots that lead to each.
using Level = std::map<std::int64_t, RootSet>;

class Following {
 public:
  Following(const FollowLimits& limits, Library& library, const SourcesOpener& open_sources,
            LoggedAs logged_as, Progress& progress)
      : m_limits(limits),
        m_library(library),
        m_open_sources(open_sources),
        m_logged_as(std::move(logged_as)),
        m_progress(progress) {}

  FollowReport follow(const std::vector<Item>& roots);

 private:
  void leave_out_old(Level& level);
  [[nodiscard]] std::vector<ReferenceQuestion> questions_about(const Level& level, bool roots) const;
  [[nodiscard]] std::optional<ReferenceQuestion> question_about(const Item& item, bool root) const;
  FetchedReferenceLists ask(const std::vector<ReferenceQuestion>& questions);
  void note_problems(const FetchedReferenceLists& fetched);
  void keep(const Level& level, const FetchedReferenceLists& fetched);
  void keep_answer(Change& change, const FetchedReferences& answer, Newcomers& newcomers);
  bool is_poorer(const Library& library, const Item& citing, const ReferenceList& list);
  void bring(Change& change, const Level& level, Newcomers& newcomers);
  [[nodiscard]] Level cited_by(const Level& level, const Library& library) const;
  [[nodiscard]] std::map<std::size_t, int> reached_with(const Level& next) const;
  void step_to(const Level& next);
  void count_beyond(const Level& last);

  const FollowLimits& m_limits;
  Library& m_library;
  const SourcesOpener& m_open_sources;
  LoggedAs m_logged_as;
  Progress& m_progress;
  std::set<std::int64_t> m_reached;
  std::map<std::size_t, int> m_reached_from;  ///< how many papers each root leads to
  FollowReport m_report;
};

FollowReport Following::follow(const std::vector<Item>& roots) {
  Level level;
  for (const Item& root : roots) {
    if (may_cite(root) && m_reached.insert(root.row).second) {
      level[root.row] = {level.size()};
    }
  }
  m_report.levels.push_back(static_cast<int>(level.size()));
  for (int depth = 0; depth < m_limits.depth && !level.empty() && !m_report.interrupted; ++depth) {
    if (depth > 0) {
      leave_out_old(level);
    }
    keep(level, ask(questions_about(level, depth == 0)));
    Level next = cited_by(level, m_library);
    step_to(next);
    level = std::move(next);
  }
  count_beyond(level);
  return std::move(m_report);
}

/// What the reader added himself is followed whatever its age.
void Following::leave_out_old(Level& level) {
  const std::size_t all = level.size();
  std::erase_if(level, [this](const auto& entry) {
    const auto item = m_library.find_row(entry.first);
    return !item || (item->year && *item->year < m_limits.year_floor);
  });
  m_report.too_old += static_cast<int>(all - level.size());
}

std::vector<ReferenceQuestion> Following::questions_about(const Level& level, bool roots) const {
  std::vector<ReferenceQuestion> questions;
  for (const auto& [row, leading] : level) {
    const auto item = m_library.find_row(row);
    if (auto question = item && may_cite(*item) ? question_about(*item, roots) : std::nullopt) {
      questions.push_back(*std::move(question));
    }
  }
  return questions;
}

/// Nothing when what the paper cites is known as well as it can be.
std::optional<ReferenceQuestion> Following::question_about(const Item& item, bool root) const {
  const bool thorough = root || is_kept(item.state) || m_limits.eager;
  ReferenceQuestion question{item, thorough ? Effort::all : Effort::batches};
  if (root && m_limits.again) {
    return question;
  }
  for (const ReferenceList& list : m_library.reference_lists(item.row)) {
    const bool is_best = m_limits.offline || list.source != k_seed;
    if (is_best && list.answer == ReferenceAnswer::listed) {
      return std::nullopt;
    }
    if (list.source != k_seed && (m_limits.offline || stands(list, m_limits.now))) {
      question.answered.push_back(list.source);
    }
  }
  return question;
}

FetchedReferenceLists Following::ask(const std::vector<ReferenceQuestion>& questions) {
  if (questions.empty()) {
    return {};
  }
  FetchedReferenceLists fetched = m_open_sources().fetch_references(questions, m_progress);
  m_report.asked += static_cast<int>(questions.size());
  m_report.interrupted = m_report.interrupted || fetched.interrupted;
  std::move(fetched.warnings.begin(), fetched.warnings.end(), std::back_inserter(m_report.warnings));
  note_problems(fetched);
  return fetched;
}

/// A source that failed is worth a word; a paper for which every source failed is left to do.
void Following::note_problems(const FetchedReferenceLists& fetched) {
  std::set<Identifier> listed;
  for (const FetchedReferences& answer : fetched.answers) {
    if (answer.list.answer == ReferenceAnswer::listed) {
      listed.insert(answer.list.citing);
    }
  }
  std::set<std::string> said(m_report.warnings.begin(), m_report.warnings.end());
  for (const FetchProblem& problem : fetched.problems) {
    if (!listed.contains(problem.id)) {
      m_report.problems.push_back(problem);
    } else if (said.insert(problem.message).second) {
      m_report.warnings.push_back(problem.message + "; others were asked instead");
    }
  }
}

void Following::keep(const Level& level, const FetchedReferenceLists& fetched) {
  Change change = m_library.continue_command(m_logged_as.id, m_logged_as.name, m_logged_as.summary);
  Newcomers newcomers;
  for (const FetchedReferences& answer : fetched.answers) {
    keep_answer(change, answer, newcomers);
  }
  bring(change, level, newcomers);
  if (!change.empty()) {
    m_logged_as.id = change.command_id();
  }
  change.commit();
}

void Following::keep_answer(Change& change, const FetchedReferences& answer, Newcomers& newcomers) {
  const auto add_names = [&](Item stored, const Item& said) {
    const Item before = stored;
    model::merge_named(stored, said);
    if (stored != before) {
      change.save(stored);
    }
  };
  const auto citing = change.library().find(answer.list.citing);
  if (!citing) {
    return;  // taken out of the library by another process meanwhile
  }
  Item names;
  names.ids = answer.ids;
  add_names(*citing, names);
  for (const Item& work : answer.cited) {
    if (auto stored = find_any(change.library(), work.ids)) {
      add_names(*std::move(stored), work);
    } else {
      newcomers.describe(work);
    }
  }
  if (!is_poorer(change.library(), *citing, answer.list)) {
    change.save(answer.list, Change::Unknown::leave);
  }
}

/// Whether the source said more of it before; that stays, and is said.
bool Following::is_poorer(const Library& library, const Item& citing, const ReferenceList& list) {
  for (const ReferenceList& kept : library.reference_lists(citing.row)) {
    if (kept.source == list.source && says_less(list, kept, m_limits.offline)) {
      m_report.warnings.push_back(
          fmt::format("{}: {} names fewer references now ({} after {}); those are kept", citing.key,
                      kept.source, list.entries.size(), kept.entries.size()));
      return true;
    }
  }
  return false;
}

/// Makes items of the works that the level names and the limits let in.
void Following::bring(Change& change, const Level& level, Newcomers& newcomers) {
  for (const auto& [row, leading] : level) {
    newcomers.look_at(change.library(), row, leading);
  }
  const Newcomers::Choice choice =
      newcomers.choose(reached_with(cited_by(level, change.library())), m_limits.max_papers);
  for (Item item : choice.chosen) {
    change.save(item);
  }
  m_report.brought += static_cast<int>(choice.chosen.size());
  m_report.beyond_papers += choice.left_out;
}

/// The papers one step further on that were not reached before; not through what was dropped.
Level Following::cited_by(const Level& level, const Library& library) const {
  Level next;
  for (const auto& [row, leading] : level) {
    for (const Item& cited : library.references_of(row)) {
      if (cited.state != State::dropped && !m_reached.contains(cited.row)) {
        next[cited.row].insert(leading.begin(), leading.end());
      }
    }
  }
  return next;
}

std::map<std::size_t, int> Following::reached_with(const Level& next) const {
  std::map<std::size_t, int> reached = m_reached_from;
  for (const auto& [row, leading] : next) {
    for (const std::size_t root : leading) {
      ++reached[root];
    }
  }
  return reached;
}

void Following::step_to(const Level& next) {
  m_reached_from = reached_with(next);
  for (const auto& [row, leading] : next) {
    m_reached.insert(row);
  }
  m_report.levels.push_back(static_cast<int>(next.size()));
}

void Following::count_beyond(const Level& last) {
  for (const auto& [row, leading] : last) {
    const auto item = m_library.find_row(row);
    m_report.beyond_depth += item && may_cite(*item) && !item->references ? 1 : 0;
  }
}

}  // namespace

bool FollowReport::worth_repeating() const {
  return std::any_of(problems.begin(), problems.end(),
                     [](const FetchProblem& problem) { return problem.later; });
}

FollowReport follow_references(const std::vector<Item>& roots, const FollowLimits& limits, Library& library,
                               const SourcesOpener& open_sources, const LoggedAs& logged_as,
                               Progress& progress) {
  return Following(limits, library, open_sources, logged_as, progress).follow(roots);
}

}  // namespace papers::app
