#include "app/dive.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/asking.hpp"
#include "app/dive_target.hpp"
#include "app/reading.hpp"
#include "app/trail_keeper.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_longest_summary = 200;  // bytes

std::string in_steps(int number) {
  return fmt::format("{} {}", number, number == 1 ? "step" : "steps");
}

class Diving {
 public:
  Diving(const DiveWishes& wishes, Library& library, Time now)
      : m_wishes(wishes), m_library(library), m_now(now) {}

  void find(const SourcesOpener& open_sources, Progress& progress);
  bool is_there();
  void go(bool dry_run);
  void follow(const SourcesOpener& open_sources, Progress& progress);
  DiveReport take_report() { return std::move(m_report); }

 private:
  [[nodiscard]] std::string summary() const;
  void refuse_circles(const std::vector<Stop>& stops, const Item& item) const;
  void refuse_dropped(const Item& item) const;
  std::optional<Question> ask(Change& change, const Item& at, const Item& item) const;
  void park(Item& item);
  void step_down(Change& change, Trail& trail, Item& item);

  const DiveWishes& m_wishes;
  Library& m_library;
  Time m_now;
  DiveTarget m_target;
  std::string m_command;  ///< id in the log
  DiveReport m_report;
};

void Diving::find(const SourcesOpener& open_sources, Progress& progress) {
  const Trail trail = required_trail(m_library);
  const Item top = stops_of(m_library, trail).back().item;
  const bool to_be_parked = trail.depth() >= m_wishes.limit && !m_wishes.force;
  m_target = find_target(m_library, top, m_wishes.text,
                         to_be_parked ? Description::if_it_can_be_had : Description::required, open_sources,
                         progress);
  m_report.warnings = m_target.warnings;
}

/// Whether the reader is at the item already. Another process may still take him there later.
bool Diving::is_there() {
  std::vector<Stop> stops = stops_of(m_library, required_trail(m_library));
  const auto stored = m_target.stored(m_library);
  if (!stored || !is_named(*stored, stops.back().step.item)) {
    return false;
  }
  m_report.there = true;
  m_report.item = *stored;
  m_report.before = stored->state;
  m_report.meter = measure(m_library, stops, *stored, m_wishes.limit);
  --m_report.meter.steps;  // no step is taken
  m_report.meter.by_current = BacktrackMeter::Cited::unknown;
  m_report.stops = std::move(stops);
  return true;
}

void Diving::refuse_circles(const std::vector<Stop>& stops, const Item& item) const {
  const auto place = std::find_if(stops.begin(), stops.end(),
                                  [&item](const Stop& stop) { return is_named(item, stop.step.item); });
  if (place == stops.end()) {
    return;
  }
  const auto steps = stops.end() - place - 1;
  throw Failure(ExitCode::refused,
                steps == 0 ? fmt::format("{}: you are there already; `papers trail` shows where that is",
                                         display_title(item))
                           : fmt::format("{}: on the trail already, {} up; `papers back` returns that way",
                                         display_title(item), in_steps(static_cast<int>(steps))));
}

void Diving::refuse_dropped(const Item& item) const {
  if (item.state != State::dropped || m_wishes.force) {
    return;
  }
  const auto reason = std::find_if(item.notes.rbegin(), item.notes.rend(),
                                   [](const Note& note) { return note.kind == "reason"; });
  throw Failure(
      ExitCode::refused,
      fmt::format(
          "{}: you dropped it{}; add --force to take it up again", display_title(item),
          reason == item.notes.rend() ? "" : fmt::format(" (\"{}\")", util::clean_line(reason->text, 200))));
}

/// The question that leads from one item to the other: one that is open already, where there is one.
std::optional<Question> Diving::ask(Change& change, const Item& at, const Item& item) const {
  const std::string wanted = util::fold(m_wishes.question);
  std::optional<Question> leading;
  for (Question& question : open_questions(change.library())) {
    const bool fits = wanted.empty() || util::fold(question.text) == wanted;
    const bool leads_there = question.dived ? is_named(item, *question.dived) : !wanted.empty();
    if (fits && leads_there && is_named(at, question.at)) {
      leading = std::move(question);
    }
  }
  if (!leading && !wanted.empty()) {
    leading = new_question(m_wishes.question, at, m_now);
  }
  if (leading) {
    leading->dived = item.ids.front();
    change.save(record_of(*leading));
  }
  return leading;
}

/// What the reader decided for stays as it is.
void Diving::park(Item& item) {
  m_report.refused = true;
  if (!is_kept(item.state)) {
    app::park(item, "", m_now);
  }
}

void Diving::step_down(Change& change, Trail& trail, Item& item) {
  if (item.state != State::read) {
    start(item, m_now);
  }
  const std::string question = m_report.question ? m_report.question->id : "";
  TrailKeeper(change, m_now)
      .step_to(trail, {item.ids.front(), util::to_moment(m_now), question, m_report.meter.beyond()});
}

/// Said before anything is done, so that the log can say it. Of a paper that is new the key is not known yet.
std::string Diving::summary() const {
  const Trail trail = required_trail(m_library);
  const auto stored = m_target.stored(m_library);
  const std::string name = stored ? stored->key : citation_key(m_target.described(m_now));
  const int steps = trail.depth() + 1;
  const std::string place = fmt::format("{} back, limit {}", in_steps(steps), m_wishes.limit);
  std::string text = fmt::format("dive {}: {}", name, place);
  if (steps > m_wishes.limit) {
    text += m_wishes.force ? ", forced" : ", refused and parked";
  }
  if (!m_wishes.question.empty()) {
    text += fmt::format(", for: {}", m_wishes.question);
  }
  return util::clean_line(text, k_longest_summary);
}

void Diving::go(bool dry_run) {
  Change change = m_library.begin("dive", summary());
  Trail trail = required_trail(change.library());
  const std::vector<Stop> stops = stops_of(change.library(), trail);
  Item item = m_target.saved(change, m_now);
  m_report.before = item.state;
  refuse_circles(stops, item);
  refuse_dropped(item);
  m_report.meter = measure(change.library(), stops, item, m_wishes.limit);
  m_report.question = ask(change, stops.back().item, item);
  if (m_report.meter.beyond() && !m_wishes.force) {
    park(item);
  } else {
    step_down(change, trail, item);
  }
  change.save(item);
  m_command = change.command_id();
  if (dry_run) {
    change.settle();
  } else {
    change.commit();
  }
  const Library& now = dry_run ? change.library() : m_library;
  m_report.item = now.find_row(item.row).value_or(item);
  m_report.stops = stops_of(now, trail);
}

/// At the limit its references are listed, so that they can be looked up, but come in no more.
void Diving::follow(const SourcesOpener& open_sources, Progress& progress) {
  if (!m_target.is_new() || m_report.refused) {
    return;
  }
  FollowLimits limits = m_wishes.follow;
  limits.depth = 1;
  limits.max_papers = m_report.meter.steps < m_wishes.limit ? limits.max_papers : 0;
  const FollowReport followed = follow_references({m_report.item}, limits, m_library, open_sources,
                                                  {m_command, "dive", summary()}, progress);
  m_report.interrupted = followed.interrupted;
  m_report.warnings.insert(m_report.warnings.end(), followed.warnings.begin(), followed.warnings.end());
  for (const FetchProblem& problem : followed.problems) {
    m_report.warnings.push_back(problem.message);
  }
  m_report.item = m_library.find_row(m_report.item.row).value_or(m_report.item);
}

}  // namespace

DiveReport dive(const DiveWishes& wishes, Library& library, const SourcesOpener& open_sources, Clock& clock,
                Progress& progress, bool dry_run) {
  Diving diving(wishes, library, clock.now());
  diving.find(open_sources, progress);
  if (diving.is_there()) {
    DiveReport report = diving.take_report();
    if (!wishes.question.empty()) {
      report.question = ask({.text = wishes.question}, library, clock, dry_run).question;
    }
    return report;
  }
  diving.go(dry_run);
  if (!dry_run) {
    diving.follow(open_sources, progress);
  }
  return diving.take_report();
}

}  // namespace papers::app
