#include "app/add_items.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "util/unique_id.hpp"

namespace papers::app {
namespace {

using What = AddOutcome::What;

/// A text that was understood: which outcome it belongs to, and what is asked for.
struct Wanted {
  std::size_t outcome = 0;
  Identifier id;
  std::optional<FetchedWork> work;
};

/// An item as it is, and as it will be.
struct Prepared {
  Item before;
  Item item;
  bool better = false;  ///< the sources know more than the library did

  [[nodiscard]] bool is_new() const { return before.row == 0; }
  [[nodiscard]] bool is_kept_now() const { return !is_kept(before.state) && is_kept(item.state); }
  [[nodiscard]] bool comes_in() const { return is_new() || is_kept_now(); }
};

/// Of one that was saved.
What what_happened(const Prepared& saved) {
  if (saved.is_new()) {
    return What::added;
  }
  if (saved.is_kept_now()) {
    return What::kept;
  }
  if (saved.better) {
    return What::refreshed;
  }
  return saved.item == saved.before ? What::known : What::changed;
}

class Adding {
 public:
  Adding(const AddWishes& wishes, Library& library, Clock& clock)
      : m_wishes(wishes), m_library(library), m_now(clock.now()) {}

  void understand(const std::vector<std::string>& texts);
  void fetch(const SourcesOpener& open_sources, Progress& progress);
  void ask();
  void keep(bool dry_run);
  void follow(const SourcesOpener& open_sources, Progress& progress);
  [[nodiscard]] bool is_interrupted() const { return m_report.interrupted; }
  AddReport take_report() { return std::move(m_report); }

 private:
  void understand_one(const std::string& text);
  void want_untitled_item();
  [[nodiscard]] bool needs_fetching(const Identifier& id) const;
  void note_problem(const FetchProblem& problem);
  [[nodiscard]] std::optional<Prepared> prepare(const Library& library, const Wanted& wanted) const;
  void keep_one(Change& change, const Wanted& wanted);
  [[nodiscard]] Item item_for(const Library& library, const Wanted& wanted) const;
  void apply_wishes(Item& item) const;
  bool is_refused(const Item& item, AddOutcome& outcome);
  void read_again(const Library& library);
  [[nodiscard]] std::string summary() const;
  AddOutcome& outcome_of(const Wanted& wanted) { return m_report.outcomes[wanted.outcome]; }

  const AddWishes& m_wishes;
  Library& m_library;
  Time m_now;
  std::vector<Wanted> m_wanted;
  std::string m_command;  ///< id in the log
  AddReport m_report;
};

void Adding::understand(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    understand_one(text);
  }
  if (texts.empty() && m_wishes.title) {
    want_untitled_item();
  }
}

void Adding::understand_one(const std::string& text) {
  AddOutcome outcome;
  outcome.text = util::without_user_info(text);
  if (auto id = parse_identifier(text)) {
    const auto same = [&](const Wanted& wanted) { return wanted.id == *id; };
    if (std::any_of(m_wanted.begin(), m_wanted.end(), same)) {
      outcome.what = What::repeated;
      outcome.message = "named twice in this command";
    } else {
      outcome.message = "no service is asked for names of this kind; `papers import` brings such items";
      m_wanted.push_back({m_report.outcomes.size(), *std::move(id), std::nullopt});
    }
  } else {
    outcome.what = What::not_understood;
    outcome.message = id.error().message;
  }
  m_report.outcomes.push_back(std::move(outcome));
}

/// `papers add --title "Write to the advisor"`: something that has a name nowhere else.
void Adding::want_untitled_item() {
  AddOutcome outcome;
  outcome.text = *m_wishes.title;
  Wanted wanted{m_report.outcomes.size(), {Scheme::local, util::unique_id(m_now), 0}, FetchedWork{}};
  wanted.work->asked = wanted.id;
  wanted.work->item.ids = {wanted.id};
  wanted.work->item.kind = Kind::task;
  wanted.work->item.source = "user";
  m_report.outcomes.push_back(std::move(outcome));
  m_wanted.push_back(std::move(wanted));
}

bool Adding::needs_fetching(const Identifier& id) const {
  if (id.scheme == Scheme::local || id.scheme == Scheme::other) {
    return false;
  }
  // What a bibliography prints of a paper is no description of it.
  const auto item = m_library.find(id);
  return !item || item->state == State::found || item->title.empty() || item->source == "seed";
}

void Adding::fetch(const SourcesOpener& open_sources, Progress& progress) {
  std::vector<Identifier> ids;
  for (const Wanted& wanted : m_wanted) {
    if (!wanted.work && needs_fetching(wanted.id)) {
      ids.push_back(wanted.id);
    }
  }
  if (ids.empty()) {
    return;
  }
  Fetched fetched = open_sources().fetch(ids, progress);
  m_report.interrupted = fetched.interrupted;
  m_report.warnings = std::move(fetched.warnings);
  std::map<Identifier, FetchedWork> works;
  for (FetchedWork& work : fetched.works) {
    works.emplace(work.asked, std::move(work));
  }
  for (Wanted& wanted : m_wanted) {
    if (const auto work = works.find(wanted.id); work != works.end()) {
      wanted.work = std::move(work->second);
    } else if (m_report.interrupted) {
      outcome_of(wanted).message = "not fetched before the interruption; add it again";
    }
  }
  for (const FetchProblem& problem : fetched.problems) {
    note_problem(problem);
  }
}

void Adding::note_problem(const FetchProblem& problem) {
  for (const Wanted& wanted : m_wanted) {
    if (wanted.id == problem.id) {
      AddOutcome& outcome = outcome_of(wanted);
      outcome.what = problem.kind == FetchProblem::Kind::unknown ? What::not_found : What::failed;
      outcome.message = problem.message;
      outcome.later = problem.later;
    }
  }
}

/// Its stored form if the library has it under any of its names, else a new item.
Item Adding::item_for(const Library& library, const Wanted& wanted) const {
  std::vector<Identifier> names{wanted.id};
  if (wanted.work) {
    names.insert(names.end(), wanted.work->item.ids.begin(), wanted.work->item.ids.end());
  }
  for (const Identifier& name : names) {
    if (auto stored = library.find(name)) {
      return *std::move(stored);
    }
  }
  Item item;
  item.ids = {wanted.id};
  item.added = util::to_moment(m_now);
  return item;
}

void Adding::apply_wishes(Item& item) const {
  const auto own = [&item](std::string_view field) {
    if (std::find(item.own.begin(), item.own.end(), field) == item.own.end()) {
      item.own.insert(std::lower_bound(item.own.begin(), item.own.end(), field), std::string(field));
    }
  };
  if (m_wishes.title) {
    item.title = util::clean_line(*m_wishes.title);
    own("title");
  }
  if (m_wishes.kind) {
    item.kind = *m_wishes.kind;
    own("kind");
  }
  for (const std::string& tag : m_wishes.tags) {
    item.tags.push_back(tag);
  }
  std::sort(item.tags.begin(), item.tags.end());
  item.tags.erase(std::unique(item.tags.begin(), item.tags.end()), item.tags.end());
  item.priority = m_wishes.priority ? m_wishes.priority : item.priority;
  item.due = m_wishes.due ? m_wishes.due : item.due;
  item.effort_minutes = m_wishes.effort_minutes ? m_wishes.effort_minutes : item.effort_minutes;
  if (m_wishes.state) {
    item.state = *m_wishes.state;
    if (item.state == State::read && !item.finished) {
      item.finished = util::to_moment(m_now);
    }
  } else if (!is_kept(item.state)) {
    item.state = State::queued;
  }
  item.root = true;
}

bool Adding::is_refused(const Item& item, AddOutcome& outcome) {
  try {
    m_wishes.before_adding(item);
    return false;
  } catch (const Failure& failure) {
    outcome.what = failure.code() == ExitCode::refused ? What::refused : What::failed;
    m_report.interrupted = m_report.interrupted || failure.code() == ExitCode::interrupted;
    outcome.message = failure.what();
    return true;
  }
}

/// Nothing where nothing is known of it.
std::optional<Prepared> Adding::prepare(const Library& library, const Wanted& wanted) const {
  Prepared prepared;
  prepared.before = item_for(library, wanted);
  if (prepared.is_new() && !wanted.work) {
    return std::nullopt;
  }
  Item& item = prepared.item;
  item = prepared.before;
  if (wanted.work) {
    model::merge_fetched(item, wanted.work->item);
  }
  if (!item.year) {
    item.year = arxiv_year(wanted.id);
  }
  prepared.better = !prepared.is_new() && item != prepared.before;
  apply_wishes(item);
  return prepared;
}

/// Before the change begins: while a program takes its time, other processes may write.
void Adding::ask() {
  if (m_wishes.before_adding) {
    std::erase_if(m_wanted, [this](const Wanted& wanted) {
      const auto prepared = prepare(m_library, wanted);
      return prepared && prepared->comes_in() && is_refused(prepared->item, outcome_of(wanted));
    });
  }
}

void Adding::keep_one(Change& change, const Wanted& wanted) {
  auto prepared = prepare(change.library(), wanted);
  if (!prepared) {
    return;
  }
  change.save(prepared->item);
  AddOutcome& outcome = outcome_of(wanted);
  outcome.message.clear();
  outcome.what = what_happened(*prepared);
  outcome.item = std::move(prepared->item);
}

std::string Adding::summary() const {
  if (m_wanted.empty()) {
    return "add";
  }
  const AddOutcome& first = m_report.outcomes[m_wanted.front().outcome];
  const std::string more = m_wanted.size() > 1 ? fmt::format(" and {} more", m_wanted.size() - 1) : "";
  return fmt::format("add {}{}", util::clean_line(first.text, 200), more);
}

void Adding::keep(bool dry_run) {
  if (m_wanted.empty()) {
    return;
  }
  Change change = m_library.begin("add", summary());
  for (const Wanted& wanted : m_wanted) {
    keep_one(change, wanted);
  }
  m_command = change.command_id();
  if (dry_run) {
    change.settle();  // numbers, keys and counts are known only now
    read_again(change.library());
  } else {
    change.commit();
    read_again(m_library);
  }
}

void Adding::read_again(const Library& library) {
  for (AddOutcome& outcome : m_report.outcomes) {
    if (outcome.item) {
      outcome.item = library.find_row(outcome.item->row);
    }
  }
}

void Adding::follow(const SourcesOpener& open_sources, Progress& progress) {
  std::vector<Item> roots;
  for (const AddOutcome& outcome : m_report.outcomes) {
    if (outcome.item && is_kept(outcome.item->state)) {
      roots.push_back(*outcome.item);
    }
  }
  m_report.followed = follow_references(roots, m_wishes.limits, m_library, open_sources,
                                        {m_command, "add", summary()}, progress);
  m_report.interrupted = m_report.followed.interrupted;
  read_again(m_library);
}

}  // namespace

AddReport add_items(const std::vector<std::string>& texts, const AddWishes& wishes, Library& library,
                    const SourcesOpener& open_sources, Clock& clock, Progress& progress, bool dry_run) {
  Adding adding(wishes, library, clock);
  adding.understand(texts);
  adding.fetch(open_sources, progress);
  adding.ask();
  adding.keep(dry_run);
  if (wishes.references && !dry_run && !adding.is_interrupted()) {
    adding.follow(open_sources, progress);
  }
  return adding.take_report();
}

}  // namespace papers::app
