#include "app/ledger.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "app/deferral.hpp"
#include "model/plan.hpp"

namespace papers::app {
namespace {

bool names(const Item& item, const Identifier& id) {
  return std::find(item.ids.begin(), item.ids.end(), id) != item.ids.end();
}

std::optional<model::Plan> plan_of_week(const Library& library, const std::string& week) {
  const auto record = library.record(model::k_plan_kind, week);
  auto plan = record ? model::plan_of(*record) : Result<model::Plan>(Error{});
  return plan ? std::optional(*std::move(plan)) : std::nullopt;
}

/// Why an item was not done in a week.
class Reasons {
 public:
  explicit Reasons(const Library& library) : m_library(library) {}

  std::string of(const Item& item, const std::string& week) {
    const auto known = m_weeks.try_emplace(week);
    if (known.second) {
      const auto plan = plan_of_week(m_library, week);
      known.first->second = plan ? plan->reasons : std::map<std::string, std::string>();
    }
    const auto& reasons = known.first->second;
    for (const Identifier& id : item.ids) {
      if (const auto reason = reasons.find(format(id)); reason != reasons.end()) {
        return reason->second;
      }
    }
    return "";
  }

 private:
  const Library& m_library;
  std::map<std::string, std::map<std::string, std::string>> m_weeks;
};

bool wants_decision(const LedgerEntry& entry) {
  const int decided = entry.decisions.empty() ? 0 : entry.decisions.back().slips;
  return static_cast<int>(entry.slips.size()) - decided >= k_slips_to_decide;
}

}  // namespace

std::vector<LedgerEntry> ledger(const Library& library) {
  const std::vector<Decision> all_decisions = decisions(library);
  Reasons reasons(library);
  std::vector<LedgerEntry> entries;
  for (const Slipped& slipped : library.slipped()) {
    auto item = library.find_row(slipped.row);
    if (!item) {
      continue;
    }
    LedgerEntry entry{*std::move(item), {}, {}, false};
    for (const std::string& week : slipped.weeks) {
      entry.slips.push_back({week, reasons.of(entry.item, week)});
    }
    std::copy_if(all_decisions.begin(), all_decisions.end(), std::back_inserter(entry.decisions),
                 [&](const Decision& decision) { return names(entry.item, decision.item); });
    entry.wants_decision = wants_decision(entry);
    entries.push_back(std::move(entry));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const LedgerEntry& a, const LedgerEntry& b) {
    return std::tuple(b.slips.size(), a.item.number) < std::tuple(a.slips.size(), b.item.number);
  });
  return entries;
}

std::vector<LedgerEntry> undecided(const Library& library, const ThisWeek& now) {
  std::vector<LedgerEntry> entries = ledger(library);
  const auto deferrals =
      entries.empty() ? std::unordered_map<std::int64_t, std::string>() : deferred(library, now.today);
  std::erase_if(entries, [&](const LedgerEntry& entry) {
    const bool can_be_read = is_kept(entry.item.state) && entry.item.state != State::read;
    return !entry.wants_decision || !can_be_read || deferrals.contains(entry.item.row);
  });
  return entries;
}

void note_reason(Change& change, const Item& item, const std::string& reason) {
  const std::vector<Slipped> all = change.library().slipped();
  const auto slipped =
      std::find_if(all.begin(), all.end(), [&](const Slipped& one) { return one.row == item.row; });
  auto plan = slipped == all.end() ? std::nullopt : plan_of_week(change.library(), slipped->weeks.back());
  if (!plan) {
    throw Failure(ExitCode::no_match,
                  fmt::format("{} never slipped, so there is nothing to give a reason for; see papers slips",
                              item.key));
  }
  for (const Identifier& id : item.ids) {
    plan->reasons.erase(format(id));
  }
  if (!reason.empty()) {
    plan->reasons[format(item.ids.front())] = reason;
  }
  change.save(record_of(*plan));
}

}  // namespace papers::app
