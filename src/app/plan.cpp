#include "app/plan.hpp"

#include <algorithm>
#include <utility>

#include "util/calendar.hpp"

namespace papers::app {
namespace {

using model::Plan;
using model::PlannedItem;

bool names(const Item& item, const Identifier& id) {
  return std::find(item.ids.begin(), item.ids.end(), id) != item.ids.end();
}

std::optional<Plan> load(const Library& library, const std::string& week) {
  const auto record = library.record(model::k_plan_kind, week);
  if (!record) {
    return std::nullopt;
  }
  auto plan = model::plan_of(*record);
  return plan ? std::optional(*std::move(plan)) : std::nullopt;
}

bool is_begun(const Item& item) {
  return item.state == State::reading || item.state == State::paused;
}

bool finished_in(const Item& item, const util::Week& week) {
  const auto moment =
      item.state == State::read && item.finished ? util::from_moment(*item.finished) : std::nullopt;
  const std::string day = moment ? util::local_day(*moment) : "";
  return week.first <= day && day <= week.last;
}

int minutes_of(const PlanEntry& entry) {
  return entry.why == PlanEntry::Why::done ? entry.item.minutes.value_or(entry.effort.minutes)
                                           : entry.effort.minutes;
}

template <class Edit>
void edit_plans(Change& change, const ThisWeek& now, const Edit& edit) {
  for (const Record& record : change.library().records(model::k_plan_kind)) {
    auto plan = model::plan_of(record);
    if (plan && plan->ends >= now.today && edit(*plan)) {
      change.save(record_of(*plan));
    }
  }
}

}  // namespace

int WeekPlan::minutes() const {
  int sum = 0;
  for (const PlanEntry& entry : entries) {
    sum += minutes_of(entry);
  }
  return sum;
}

std::optional<WeekPlan> saved_plan(const Library& library, const util::Week& week) {
  const auto saved = load(library, week.id);
  if (!saved) {
    return std::nullopt;
  }
  WeekPlan plan{week, saved->hours.value_or(0), {}, {}, true};
  const Pace pace(library);
  for (const PlannedItem& planned : saved->items) {
    if (auto item = library.find(planned.id)) {
      const bool done = !planned.done.empty() || finished_in(*item, week);
      Effort effort = pace.effort(*item, planned.level);
      const int whole = effort.minutes;
      effort.minutes = planned.minutes.value_or(effort.minutes);
      const auto why = done              ? PlanEntry::Why::done
                       : is_begun(*item) ? PlanEntry::Why::begun
                                         : PlanEntry::Why::ranked;
      plan.entries.push_back({*std::move(item), effort, planned.level, why, whole});
    }
  }
  return plan;
}

void save_plan(Change& change, const WeekPlan& week, Time now) {
  const auto before = load(change.library(), week.week.id);
  Plan plan{week.week.id, week.week.last, {}, week.hours, util::to_moment(now), {}};
  plan.reasons = before ? before->reasons : plan.reasons;
  for (const PlanEntry& entry : week.entries) {
    PlannedItem planned{entry.item.ids.front(), entry.effort.minutes, entry.level, {}};
    if (entry.why == PlanEntry::Why::done) {
      planned.done = entry.item.finished.value_or(plan.made);
    }
    plan.items.push_back(std::move(planned));
  }
  change.save(record_of(plan));
}

void plans_follow(Change& change, const Item& item, const ThisWeek& now, Time time) {
  if (item.state == State::parked || item.state == State::dropped) {
    unplan(change, item, now, "");
    return;
  }
  if (item.state != State::read) {
    return;
  }
  edit_plans(change, now, [&](Plan& plan) {
    bool changed = false;
    for (PlannedItem& planned : plan.items) {
      if (planned.done.empty() && names(item, planned.id)) {
        planned.done = util::to_moment(time);
        changed = true;
      }
    }
    return changed;
  });
}

void unplan(Change& change, const Item& item, const ThisWeek& now, const std::string& until) {
  edit_plans(change, now, [&](Plan& plan) {
    const auto week = util::week_named(plan.week, now.starts);
    if (!until.empty() && (!week || week->first >= until)) {
      return false;
    }
    return std::erase_if(plan.items, [&](const PlannedItem& planned) {
             return planned.done.empty() && names(item, planned.id);
           }) > 0;
  });
}

int minutes_used(const Library& library, const util::Week& week) {
  int minutes = 0;
  library.each_item({{State::read}, ItemQuery::Order::finished, /*descending=*/true}, [&](const Item& item) {
    minutes += finished_in(item, week) ? item.minutes.value_or(0) : 0;
    const auto moment = item.finished ? util::from_moment(*item.finished) : std::nullopt;
    return moment && util::local_day(*moment) >= week.first;
  });
  return minutes;
}

}  // namespace papers::app
