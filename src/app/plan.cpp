#include "app/plan.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "app/choose.hpp"
#include "app/short_name.hpp"
#include "util/calendar.hpp"

namespace papers::app {
namespace {

using model::Plan;
using model::PlannedItem;

constexpr int k_hour = 60;
constexpr std::size_t k_most_options = 100;

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

/// What of an older plan of the same week cannot be planned away.
std::vector<PlanEntry> kept_entries(const Library& library, const Plan& plan, const util::Week& week,
                                    const Pace& pace) {
  std::vector<PlanEntry> kept;
  for (const PlannedItem& planned : plan.items) {
    auto item = library.find(planned.id);
    if (!item) {
      continue;
    }
    const bool done = !planned.done.empty() || finished_in(*item, week);
    if (done || is_begun(*item)) {
      const Effort effort = pace.effort(*item, planned.level);
      kept.push_back(
          {*std::move(item), effort, planned.level, done ? PlanEntry::Why::done : PlanEntry::Why::begun});
    }
  }
  std::stable_partition(kept.begin(), kept.end(),
                        [](const PlanEntry& entry) { return entry.why == PlanEntry::Why::done; });
  return kept;
}

int minutes_of(const PlanEntry& entry) {
  return entry.why == PlanEntry::Why::done ? entry.item.minutes.value_or(entry.effort.minutes)
                                           : entry.effort.minutes;
}

class Planner {
 public:
  Planner(const Library& library, const RankWeights& weights, const ThisWeek& now, const PlanWishes& wishes)
      : m_library(library), m_weights(weights), m_now(now), m_wishes(wishes), m_pace(library) {}

  WeekPlan plan() {
    m_plan.week = m_wishes.week;
    m_plan.hours = m_wishes.hours;
    keep();
    take_wanted();
    take_best();
    return std::move(m_plan);
  }

 private:
  [[nodiscard]] int minutes_left() const {
    return static_cast<int>(std::lround(m_wishes.hours * k_hour)) - m_plan.minutes();
  }
  void take(PlanEntry entry) {
    m_rows.insert(entry.item.row);
    m_plan.entries.push_back(std::move(entry));
  }
  void keep();
  void take_wanted();
  void take_best();

  const Library& m_library;
  const RankWeights& m_weights;
  const ThisWeek& m_now;
  const PlanWishes& m_wishes;
  Pace m_pace;
  WeekPlan m_plan;
  std::unordered_set<std::int64_t> m_rows;
};

void Planner::keep() {
  const auto before = load(m_library, m_wishes.week.id);
  m_plan.saved_before = before.has_value();
  if (before) {
    for (PlanEntry& entry : kept_entries(m_library, *before, m_wishes.week, m_pace)) {
      take(std::move(entry));
    }
  }
}

void Planner::take_wanted() {
  for (const Item& item : m_wishes.wanted) {
    if (m_rows.contains(item.row)) {
      continue;
    }
    const Effort effort = m_pace.effort(item);
    if (const int left = minutes_left(); effort.minutes > left) {
      throw Failure(
          ExitCode::refused,
          fmt::format("{} takes {}, and {} of {} h are left in {}; give more --hours, or less to do: "
                      "papers set {} --effort, --level skim",
                      item.key, minutes_words(effort.minutes), minutes_words(std::max(0, left)),
                      m_wishes.hours, m_wishes.week.id, typed_name(item)));
    }
    take({item, effort, std::nullopt, PlanEntry::Why::wanted});
  }
}

void Planner::take_best() {
  const auto is_free = [this](const Item& item) { return !m_rows.contains(item.row); };
  std::vector<PlanEntry> ranked;
  std::vector<int> minutes;
  for (Choice& choice : choose(m_library, m_weights, m_now, {k_most_options, is_free})) {
    const Effort effort = m_pace.effort(choice.item);
    minutes.push_back(effort.minutes);
    ranked.push_back({std::move(choice.item), effort, std::nullopt, PlanEntry::Why::ranked});
  }
  const Filling filling = fill(minutes, minutes_left());
  for (const std::size_t index : filling.taken) {
    take(std::move(ranked[index]));
  }
  for (const std::size_t index : filling.left_out) {
    m_plan.left_out.push_back(std::move(ranked[index]));
  }
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

Filling fill(const std::vector<int>& minutes, int budget) {
  Filling filling;
  for (std::size_t i = 0; i < minutes.size() && filling.left_out.size() < k_most_left_out; ++i) {
    const int left = budget - filling.minutes;
    if (left >= k_least_gap && minutes[i] <= left) {
      filling.taken.push_back(i);
      filling.minutes += minutes[i];
    } else {
      filling.left_out.push_back(i);
    }
  }
  return filling;
}

int WeekPlan::minutes() const {
  int sum = 0;
  for (const PlanEntry& entry : entries) {
    sum += minutes_of(entry);
  }
  return sum;
}

WeekPlan plan_week(const Library& library, const RankWeights& weights, const ThisWeek& now,
                   const PlanWishes& wishes) {
  return Planner(library, weights, now, wishes).plan();
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
      effort.minutes = planned.minutes.value_or(effort.minutes);
      const auto why = done              ? PlanEntry::Why::done
                       : is_begun(*item) ? PlanEntry::Why::begun
                                         : PlanEntry::Why::ranked;
      plan.entries.push_back({*std::move(item), effort, planned.level, why});
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
