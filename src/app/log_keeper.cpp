#include "app/log_keeper.hpp"

#include <algorithm>
#include <utility>

#include "app/log_decisions.hpp"
#include "app/log_questions.hpp"
#include "app/reader_name.hpp"
#include "model/item_json.hpp"
#include "model/title_match.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

/// With what sources say of the work. Without a source there is but the name in the log, which says nothing
/// new.
Item described(Item item, const Item& work) {
  if (!work.source.empty()) {
    model::merge_fetched(item, work);
  }
  return item;
}

}  // namespace

LogKeeper::LogKeeper(Change& change, const LogContent& content, LogCalendar calendar, Time now)
    : m_change(change),
      m_content(content),
      m_calendar(calendar),
      m_now(now),
      m_memory(change.library()),
      m_plans(change.library(), content, std::move(calendar)) {}

void LogKeeper::keep(const LogWorks& works) {
  std::vector<Things> things(works.works.size());
  for (std::size_t i = 0; i < m_content.things.size(); ++i) {
    things[works.of_things[i]].push_back(&m_content.things[i]);
  }
  m_rows.resize(works.works.size());
  for (const std::size_t place : works.of_things) {  // in the order of the log, which that of numbers follows
    if (m_rows[place] == 0) {
      keep_work(works.works[place], things[place], m_rows[place]);
    }
  }
  note_plans(works);
  LogQuestions questions(m_change);
  for (const Mention& question : m_content.questions) {
    m_questions += !m_memory.knows(question) && questions.keep(question, m_now) ? 1 : 0;
  }
  for (const auto* const mentions : {&m_content.things, &m_content.questions, &m_content.prose}) {
    for (const Mention& mention : *mentions) {
      m_memory.add(mention);
    }
  }
  m_changed_plans = m_plans.save(m_change);
  m_report.records = m_questions + m_changed_plans;
  m_memory.save(m_change);
}

void LogKeeper::keep_work(const LogWork& work, const Things& things, std::int64_t& row) {
  const std::optional<Item> before = stored(work);
  Item item = before ? described(*before, work.item) : work.item;
  item.state = before ? item.state : State::found;
  hear(item, things);
  m_change.save(item);
  count(before, item);
  remember_names(work, item, things);
  row = item.row;
}

/// In the order of the log, which is that of its plans.
void LogKeeper::note_plans(const LogWorks& works) {
  LogDecisions decisions(m_change);
  for (std::size_t i = 0; i < m_content.things.size(); ++i) {
    const Mention& thing = m_content.things[i];
    if (m_memory.knows(thing)) {
      continue;
    }
    if (auto item = stored(works.works[works.of_things[i]])) {
      m_plans.note(saying_of(thing, m_calendar), thing, *item);
      decisions.keep(thing, *item);
    }
  }
}

/// The item as the library has it by now.
std::optional<Item> LogKeeper::stored(const LogWork& work) const {
  for (const Identifier& id : work.item.ids) {
    if (auto item = m_change.library().find(id)) {
      return item;
    }
  }
  return std::nullopt;
}

void LogKeeper::hear(Item& item, const Things& things) {
  for (const Mention* thing : things) {
    if (m_memory.knows(*thing)) {
      continue;
    }
    const LogSaying saying = saying_of(*thing, m_calendar);
    if (item.row == 0 && item.added.empty()) {
      item.added = saying.moment;
    }
    item.root = item.root || item.state == State::found;
    apply(saying, *thing, item);
  }
  if (item.added.empty()) {
    item.added = util::to_moment(m_now);
  }
}

/// Each name once; an address needs no name to be found again unless the log calls it otherwise.
void LogKeeper::remember_names(const LogWork& work, const Item& item, const Things& things) {
  for (const Mention* thing : things) {
    const std::string name = name_in_log(*thing->entry);
    const std::string key = model::title_key(name);
    const bool says_more = thing->entry->links.empty() || key != model::title_key(item.title);
    if (key.empty() || !says_more) {
      continue;
    }
    const auto before = reader_name(m_change.library(), name);
    if (!before || (before->sought.empty() && work.sought)) {
      m_change.save(record_of(ReaderName{before ? before->text : name, item.ids.front(),
                                         work.sought ? util::to_moment(m_now) : ""}));
    }
  }
}

void LogKeeper::count(const std::optional<Item>& before, const Item& after) {
  if (!before) {
    ++m_report.added;
  } else {
    ++(*before == after ? m_report.known : m_report.changed);
  }
}

}  // namespace papers::app
