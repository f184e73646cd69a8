#include "app/planner.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "app/choose.hpp"
#include "app/short_name.hpp"

namespace papers::app {
namespace {

constexpr int k_hour = 60;
constexpr std::size_t k_most_options = 100;

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
  [[nodiscard]] PlanEntry entry_of(Item item, std::optional<Level> level, PlanEntry::Why why) const;
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

PlanEntry Planner::entry_of(Item item, std::optional<Level> level, PlanEntry::Why why) const {
  Effort effort = m_pace.effort(item, level);
  const int whole = effort.minutes;
  effort.minutes = why == PlanEntry::Why::done ? whole : share_of_week(item.kind, whole, m_wishes.hours);
  return {std::move(item), effort, level, why, whole};
}

/// Done first, then begun, each in the order of the older plan.
void Planner::keep() {
  auto before = saved_plan(m_library, m_wishes.week);
  m_plan.saved_before = before.has_value();
  for (const auto why : {PlanEntry::Why::done, PlanEntry::Why::begun}) {
    for (std::size_t i = 0; before && i < before->entries.size(); ++i) {
      if (PlanEntry& entry = before->entries[i]; entry.why == why) {
        take(entry_of(std::move(entry.item), entry.level, why));
      }
    }
  }
}

void Planner::take_wanted() {
  for (const Item& item : m_wishes.wanted) {
    if (m_rows.contains(item.row)) {
      continue;
    }
    PlanEntry entry = entry_of(item, std::nullopt, PlanEntry::Why::wanted);
    if (const int left = minutes_left(); entry.effort.minutes > left) {
      throw Failure(
          ExitCode::refused,
          fmt::format("{} takes {}, and {} of {} h are left in {}; give more --hours, or less to do: "
                      "papers set {} --effort, --level skim",
                      item.key, minutes_words(entry.effort.minutes), minutes_words(std::max(0, left)),
                      m_wishes.hours, m_wishes.week.id, typed_name(item)));
    }
    take(std::move(entry));
  }
}

void Planner::take_best() {
  const auto is_free = [this](const Item& item) { return !m_rows.contains(item.row); };
  std::vector<PlanEntry> ranked;
  std::vector<int> minutes;
  for (Choice& choice : choose(m_library, m_weights, m_now, {k_most_options, is_free})) {
    ranked.push_back(entry_of(std::move(choice.item), std::nullopt, PlanEntry::Why::ranked));
    minutes.push_back(ranked.back().effort.minutes);
  }
  const Filling filling = fill(minutes, minutes_left());
  for (const std::size_t index : filling.taken) {
    take(std::move(ranked[index]));
  }
  for (const std::size_t index : filling.left_out) {
    m_plan.left_out.push_back(std::move(ranked[index]));
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

int share_of_week(Kind kind, int minutes, double hours) {
  const bool takes_weeks = kind == Kind::course || kind == Kind::book || kind == Kind::video;
  const int half = static_cast<int>(std::lround(hours * k_hour / 2));
  return takes_weeks ? std::min(minutes, half) : minutes;
}

WeekPlan plan_week(const Library& library, const RankWeights& weights, const ThisWeek& now,
                   const PlanWishes& wishes) {
  return Planner(library, weights, now, wishes).plan();
}

}  // namespace papers::app
