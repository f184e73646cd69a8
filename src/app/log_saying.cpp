#include "app/log_saying.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "util/calendar.hpp"

namespace papers::app {
namespace {

using weekly::Entry;
using weekly::EntryKind;
using weekly::Outcome;
using weekly::SectionKind;
using What = LogSaying::What;

/// Something that takes more than a week, so that a week's work on it does not finish it.
bool is_long(const Entry& entry) {
  return entry.kind == EntryKind::course || entry.kind == EntryKind::book || entry.kind == EntryKind::video;
}

/// "lectures 3 to 4", but not "all lectures".
bool names_parts(const Entry& entry) {
  return std::any_of(entry.parts.begin(), entry.parts.end(),
                     [](const weekly::Part& part) { return part.from > 0; });
}

bool names_all(const Entry& entry) {
  return !entry.parts.empty() && !names_parts(entry);
}

What progress_of(const Entry& entry) {
  switch (entry.outcome) {
    case Outcome::open:
      return What::slipped;
    case Outcome::partly:
      return What::begun;
    case Outcome::done:
      return is_long(entry) && names_parts(entry) ? What::begun : What::done;
    case Outcome::unsaid:
      break;
  }
  return is_long(entry) && !names_all(entry) ? What::begun : What::done;
}

/// Where the section says nothing of it, a check box may.
What ticked(const Entry& entry, What otherwise) {
  if (entry.outcome == Outcome::done) {
    return What::done;
  }
  return entry.outcome == Outcome::partly ? What::begun : otherwise;
}

What what_is_said(const Mention& mention) {
  const Entry& entry = *mention.entry;
  switch (mention.section->kind) {
    case SectionKind::progress:
      return progress_of(entry);
    case SectionKind::plan:
      return ticked(entry, What::planned);
    case SectionKind::review:
      return entry.outcome == Outcome::open ? What::slipped : ticked(entry, What::wanted);
    default:
      return ticked(entry, What::wanted);
  }
}

/// What a plan of a week shows as done was done in that week, or by now.
std::string day_of(const Mention& mention, What what, const LogCalendar& calendar) {
  const auto planned = weekly::planned_week(*mention.week, *mention.section, calendar.starts);
  if (planned && what != What::planned) {
    return std::max(mention.week->date, std::min(planned->last, calendar.today));
  }
  return mention.section->kind == SectionKind::progress ? mention.week->last_day : mention.week->date;
}

// ---- what follows

void add_note(Item& item, std::string_view kind, const std::string& text, const std::string& moment) {
  const auto is_it = [&](const Note& note) { return note.kind == kind && note.text == text; };
  if (!text.empty() && std::none_of(item.notes.begin(), item.notes.end(), is_it)) {
    item.notes.push_back({moment, std::string(kind), text});
  }
}

/// What is read or dropped stays so: a report that is read back lists what was planned, not what is left.
void plan(const Entry& entry, Item& item) {
  if (item.state == State::found) {
    item.state = State::queued;
  }
  if (!item.effort_minutes && !entry.is_estimate) {
    item.effort_minutes = entry.minutes;
  }
}

void begin(const LogSaying& saying, Item& item) {
  if (item.state == State::found || item.state == State::queued) {
    item.state = State::paused;  // whether it is being read today is not for a log to say
  }
  if (!item.started && !saying.moment.empty()) {
    item.started = saying.moment;
  }
}

/// What somebody reckons with for a thing that he has not done is its effort; an estimate in a plan is that
/// of a report, for a week of it.
void estimate(const Mention& mention, Item& item) {
  const bool is_own = mention.section->kind != SectionKind::plan && mention.entry->is_estimate;
  if (is_own && !item.effort_minutes) {
    item.effort_minutes = mention.entry->minutes;
  }
}

/// What was estimated for something planned is not the time that it took, when its box is ticked.
bool tells_time(const Mention& mention) {
  return mention.section->kind == SectionKind::progress || !mention.entry->is_estimate;
}

void finish(const LogSaying& saying, const Mention& mention, Item& item) {
  const Entry& entry = *mention.entry;
  const bool is_news = item.state != State::read;
  if (is_news) {
    item.state = State::read;
    item.finished = saying.moment.empty() ? std::nullopt : std::optional(saying.moment);
  }
  if (is_news || !item.level) {  // before that, it says how far it was to be read
    item.level = entry.level ? entry.level : item.level;
  }
  if (!item.minutes && tells_time(mention)) {
    item.minutes = entry.minutes;
  }
}

/// What stands behind the colon: of something done what is worth keeping, else a remark.
void keep_comment(const LogSaying& saying, const Entry& entry, Item& item) {
  const bool is_takeaway = saying.what == What::done && entry.parts.empty();
  add_note(item, is_takeaway ? "takeaway" : "note", entry.comment, saying.moment);
}

void keep_remarks(const LogSaying& saying, const Mention& mention, Item& item) {
  for (const Entry* remark : mention.remarks) {
    add_note(item, "note", remark->text.empty() ? remark->title : remark->text, saying.moment);
  }
  for (std::size_t i = 1; i < mention.entry->links.size(); ++i) {
    const weekly::Link& link = mention.entry->links[i];
    add_note(item, "note", link.text.empty() ? link.url : link.text + ": " + link.url, saying.moment);
  }
}

}  // namespace

LogSaying saying_of(const Mention& mention, const LogCalendar& calendar) {
  const What what = what_is_said(mention);
  std::string day = mention.week->date.empty() ? "" : day_of(mention, what, calendar);
  std::string moment = moment_on(day);
  return {what, std::move(day), std::move(moment)};
}

void apply(const LogSaying& saying, const Mention& mention, Item& item) {
  const Entry& entry = *mention.entry;
  switch (saying.what) {
    case What::planned:
      plan(entry, item);
      break;
    case What::begun:
      begin(saying, item);
      estimate(mention, item);
      break;
    case What::done:
      finish(saying, mention, item);
      break;
    case What::slipped:
    case What::wanted:
      item.state = item.state == State::found ? State::queued : item.state;
      estimate(mention, item);
      break;
  }
  if (names_parts(entry) && entry.text != item.title) {
    add_note(item, "note", entry.text, saying.moment);  // which parts
  } else {
    keep_comment(saying, entry, item);
  }
  keep_remarks(saying, mention, item);
}

std::string moment_on(const std::string& day) {
  const auto noon = util::from_moment(day + "T12:00:00Z");
  if (!noon) {
    return "";
  }
  const std::string there = util::local_day(*noon);
  constexpr std::chrono::hours k_away{6};  // zones lie up to 14 hours from UTC
  const auto shift = there == day ? std::chrono::hours(0) : there > day ? -k_away : k_away;
  return util::to_moment(*noon + shift);
}

}  // namespace papers::app
