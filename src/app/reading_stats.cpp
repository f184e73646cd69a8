#include "app/reading_stats.hpp"

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include "app/finished.hpp"
#include "app/focus.hpp"
#include "app/ledger.hpp"
#include "model/item_json.hpp"
#include "model/plan.hpp"

namespace papers::app {
namespace {

using weekly::WeekStats;

std::size_t steps_in(const std::string& body) {
  const auto trail = model::parse_json(body);
  return trail && trail->is_object() && trail->contains("steps") ? trail->at("steps").size() : 0;
}

/// How far back a command went on a trail; 0 when it did not.
int steps_back(const Library& library, const LoggedCommand& command) {
  std::size_t deepest = 0;
  for (const LoggedOperation& operation : library.operations(command.id)) {
    if (operation.kind == "record" && steps_in(operation.after) > steps_in(operation.before)) {
      deepest = std::max(deepest, steps_in(operation.after));
    }
  }
  return deepest > 1 ? static_cast<int>(deepest) - 1 : 0;
}

class Stats {
 public:
  Stats(const Library& library, const ThisWeek& now, int count) : m_library(library) {
    for (int back = count - 1; back >= 0; --back) {
      m_weeks.emplace_back().week = util::week_after(now.week, -back, now.starts);
    }
  }

  std::vector<WeekStats> take() {
    for (WeekStats& week : m_weeks) {
      add_reading(week);
    }
    add_slips();
    add_dives();
    return std::move(m_weeks);
  }

 private:
  /// The rows of the main thread, and what made it.
  std::set<std::int64_t> main_thread(WeekStats& week) const {
    if (const auto focus = focus_of(m_library, week.week.id)) {
      week.thread = WeekStats::Thread::focus;
      const std::vector<std::int64_t> rows = rows_in_focus(m_library, *focus);
      return {rows.begin(), rows.end()};
    }
    std::set<std::int64_t> rows;
    const auto record = m_library.record(model::k_plan_kind, week.week.id);
    const auto plan = record ? model::plan_of(*record) : Result<model::Plan>(Error{});
    if (plan) {
      week.thread = WeekStats::Thread::plan;
      for (const model::PlannedItem& planned : plan->items) {
        if (const auto item = m_library.find(planned.id)) {
          rows.insert(item->row);
        }
      }
    }
    return rows;
  }

  void add_reading(WeekStats& week) const {
    const std::set<std::int64_t> rows = main_thread(week);
    for (const Item& item : finished_between(m_library, week.week.first, week.week.last)) {
      const int minutes = item.minutes.value_or(0);
      ++week.read;
      week.minutes += minutes;
      week.main_minutes += rows.contains(item.row) ? minutes : 0;
    }
  }

  void add_slips() {
    for (const LedgerEntry& entry : ledger(m_library)) {
      for (const Slip& slip : entry.slips) {
        const auto week = std::find_if(m_weeks.begin(), m_weeks.end(),
                                       [&](const WeekStats& one) { return one.week.id == slip.week; });
        if (week != m_weeks.end()) {
          ++week->slipped;
        }
      }
    }
  }

  void add_dives() {
    for (const LoggedCommand& command : m_library.log(0)) {
      const std::string day = command.name == "dive" ? day_of(command.time) : "";
      const auto week = std::find_if(m_weeks.begin(), m_weeks.end(), [&](const WeekStats& one) {
        return day >= one.week.first && day <= one.week.last;
      });
      const bool counts = week != m_weeks.end() && command.status == LoggedCommand::Status::done;
      const int steps = counts ? steps_back(m_library, command) : 0;
      if (steps > 0) {
        ++week->dives;
        week->deepest = std::max(week->deepest, steps);
      }
    }
  }

  const Library& m_library;
  std::vector<WeekStats> m_weeks;
};

}  // namespace

std::vector<WeekStats> reading_stats(const Library& library, const ThisWeek& now, int count) {
  const auto moment = library.snapshot();
  return Stats(library, now, count).take();
}

}  // namespace papers::app
