#include "app/log_plans.hpp"

#include <algorithm>
#include <utility>

#include "app/question.hpp"

namespace papers::app {
namespace {

using What = LogSaying::What;

bool holds(const model::Plan& plan, const Item& item) {
  return std::any_of(plan.items.begin(), plan.items.end(),
                     [&](const model::PlannedItem& planned) { return is_named(item, planned.id); });
}

}  // namespace

LogPlans::LogPlans(const Library& library, const LogContent& content, LogCalendar calendar)
    : m_library(library), m_calendar(std::move(calendar)) {
  for (const Record& record : library.records(model::k_plan_kind)) {
    m_known.insert(record.id);
  }
  for (const Mention& mention : content.things) {
    if (const auto week = weekly::planned_week(*mention.week, *mention.section, m_calendar.starts)) {
      m_known.insert(week->id);
    }
  }
}

void LogPlans::note(const LogSaying& saying, const Mention& mention, const Item& item) {
  if (mention.week->date.empty()) {
    return;
  }
  const weekly::Entry& entry = *mention.entry;
  const int slips = entry.slip ? entry.slip->weeks : 0;
  const std::string reason = entry.slip ? entry.slip->reason : "";
  if (const auto planned = weekly::planned_week(*mention.week, *mention.section, m_calendar.starts)) {
    add(*planned, item, entry, saying.moment);
    add_earlier(*planned, slips, item, saying.moment);
    give_reason(util::week_after(*planned, -1, m_calendar.starts), item, reason);
  } else if (saying.what == What::slipped) {
    add(mention.week->closed, item, {}, saying.moment);
    add_earlier(mention.week->closed, slips - 1, item, saying.moment);
    give_reason(mention.week->closed, item, reason);
  }
}

model::Plan& LogPlans::plan_of_week(const util::Week& week, const std::string& moment) {
  const auto [place, is_new] = m_plans.try_emplace(week.id);
  if (is_new) {
    const auto record = m_library.record(model::k_plan_kind, week.id);
    const auto stored = record ? model::plan_of(*record) : Result<model::Plan>(Error{});
    place->second = stored ? *stored : model::Plan{week.id, week.last};
    place->second.made = place->second.made.empty() ? moment : place->second.made;
  }
  return place->second;
}

void LogPlans::add(const util::Week& week, const Item& item, const weekly::Entry& entry,
                   const std::string& moment) {
  model::Plan& plan = plan_of_week(week, moment);
  if (!holds(plan, item)) {
    plan.items.push_back({item.ids.front(), entry.minutes, entry.level});
  }
}

void LogPlans::add_earlier(const util::Week& week, int weeks, const Item& item, const std::string& moment) {
  for (int i = 1; i <= weeks; ++i) {
    const util::Week earlier = util::week_after(week, -i, m_calendar.starts);
    if (!m_known.contains(earlier.id)) {
      add(earlier, item, {}, moment);
    }
  }
}

/// A plan is not made for a reason alone.
void LogPlans::give_reason(const util::Week& week, const Item& item, const std::string& reason) {
  if (reason.empty() || (!m_known.contains(week.id) && !m_plans.contains(week.id))) {
    return;
  }
  model::Plan& plan = plan_of_week(week, "");
  if (holds(plan, item)) {
    plan.reasons.emplace(format(item.ids.front()), reason);
  }
}

int LogPlans::save(Change& change) const {
  int changed = 0;
  for (const auto& [week, plan] : m_plans) {
    const Record record = record_of(plan);
    if (change.library().record(model::k_plan_kind, week) != record) {
      change.save(record);
      ++changed;
    }
  }
  return changed;
}

}  // namespace papers::app
