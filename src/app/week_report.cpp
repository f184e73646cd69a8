#include "app/week_report.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/export_library.hpp"
#include "app/finished.hpp"
#include "app/ledger.hpp"
#include "app/question.hpp"
#include "export/paper_words.hpp"
#include "model/plan.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

using weekly::ReportedItem;
using weekly::WeekReport;

std::optional<model::Plan> plan_for(const Library& library, const std::string& week) {
  const auto record = library.record(model::k_plan_kind, week);
  auto plan = record ? model::plan_of(*record) : Result<model::Plan>(Error{});
  return plan ? std::optional(*std::move(plan)) : std::nullopt;
}

ReportedItem reported(const Item& item) {
  return {format(item.ids.front()), display_title(item), formats::address(item).value_or("")};
}

std::string takeaway_of(const Item& item) {
  const auto last = std::find_if(item.notes.rbegin(), item.notes.rend(),
                                 [](const Note& note) { return note.kind == "takeaway"; });
  return last == item.notes.rend() ? "" : util::clean_line(last->text);  // one line of a list
}

class ReportMaker {
 public:
  ReportMaker(const Library& library, const util::Week& week, const ThisWeek& now, weekly::Language language)
      : m_library(library), m_words(weekly::words_of(language)), m_now(now) {
    m_report.week = week;
    for (LedgerEntry& entry : ledger(library)) {
      const auto row = entry.item.row;
      m_ledger.emplace(row, std::move(entry));
    }
  }

  WeekReport make() {
    add_done();
    add_slipped();
    add_plan();
    add_questions();
    return std::move(m_report);
  }

 private:
  void add_done() {
    for (const Item& item : finished_between(m_library, m_report.week.first, m_report.week.last)) {
      m_report.done.push_back({reported(item), item.level, item.minutes, takeaway_of(item)});
      m_done.insert(item.row);
    }
  }

  /// Whether it was done by the end of the week.
  [[nodiscard]] bool is_done(const Item& item) const {
    return m_done.contains(item.row) || (item.finished && day_of(*item.finished) <= m_report.week.last);
  }

  /// Whether it was still to be read at the end of the week, so that it belongs to the plan that follows.
  /// When something was dropped is not known, so it leaves the plan that lasts, and no plan of the past.
  [[nodiscard]] bool is_left(const Item& item, const util::Week& next) const {
    const bool was_read = item.state == State::read && !item.finished;
    const bool is_dropped = item.state == State::dropped && m_now.today <= next.last;
    return !is_done(item) && !was_read && !is_dropped;
  }

  /// Weeks up to this one for which it was planned and not done. The week that lasts is none of the ledger's
  /// yet.
  [[nodiscard]] int weeks_carried(const Item& item) const {
    int weeks = 0;
    if (const auto entry = m_ledger.find(item.row); entry != m_ledger.end()) {
      weeks =
          static_cast<int>(std::count_if(entry->second.slips.begin(), entry->second.slips.end(),
                                         [this](const Slip& slip) { return slip.week <= m_report.week.id; }));
    }
    return weeks + (m_unfinished.contains(item.row) && m_report.week.last >= m_now.today ? 1 : 0);
  }

  [[nodiscard]] std::string reason_of(const Item& item) const {
    const auto entry = m_ledger.find(item.row);
    if (entry == m_ledger.end()) {
      return "";
    }
    const auto& slips = entry->second.slips;
    const auto slip = std::find_if(slips.begin(), slips.end(),
                                   [this](const Slip& one) { return one.week == m_report.week.id; });
    return slip == slips.end() ? "" : slip->reason;
  }

  /// The last decision by the end of the week, or by now.
  [[nodiscard]] std::string decision_of(const Item& item) const {
    std::string words;
    const auto entry = m_ledger.find(item.row);
    if (entry != m_ledger.end()) {
      for (const Decision& decision : entry->second.decisions) {
        if (day_of(decision.made) <= m_report.week.last) {
          words = weekly::decision_word(m_words.language, name_of(decision.verdict));
          words += decision.because.empty() ? "" : std::string(m_words.comma) + decision.because;
        }
      }
    }
    return words;
  }

  void add_slipped() {
    const auto plan = plan_for(m_library, m_report.week.id);
    for (const model::PlannedItem& planned : plan ? plan->items : std::vector<model::PlannedItem>()) {
      const auto item = m_library.find(planned.id);
      if (item && !is_done(*item)) {
        m_unfinished.insert(item->row);
        m_report.slipped.push_back(
            {reported(*item), std::max(1, weeks_carried(*item)), decision_of(*item), reason_of(*item)});
      }
    }
  }

  void add_plan() {
    const auto next = util::week_after(m_report.week, 1, m_now.starts);
    const auto plan = plan_for(m_library, next.id);
    for (const model::PlannedItem& planned : plan ? plan->items : std::vector<model::PlannedItem>()) {
      const auto item = m_library.find(planned.id);
      if (item && is_left(*item, next)) {
        const int weeks = m_unfinished.contains(item->row) ? weeks_carried(*item) : 0;
        m_report.plan.push_back(
            {reported(*item), planned.level, planned.minutes, weeks, weeks > 0 ? decision_of(*item) : ""});
      }
    }
  }

  void add_questions() {
    for (const Question& question : questions(m_library)) {
      const std::string closed = day_of(question.closed);
      const bool is_asked = day_of(question.asked) <= m_report.week.last;
      const bool is_open = closed.empty() || closed > m_report.week.last;
      const bool is_closed_now = !is_open && closed >= m_report.week.first;
      if (!is_asked || !(is_open || is_closed_now)) {
        continue;
      }
      if (question.to_advisor && is_open) {
        m_report.needs.push_back(question.text);
      } else {
        m_report.questions.push_back({question.text, is_open ? "" : question.answer});
      }
    }
  }

  const Library& m_library;
  const weekly::ReportWords& m_words;
  const ThisWeek& m_now;
  std::map<std::int64_t, LedgerEntry> m_ledger;  ///< by row
  std::set<std::int64_t> m_done;
  std::set<std::int64_t> m_unfinished;  ///< planned for the week, and not done
  WeekReport m_report;
};

}  // namespace

WeekReport week_report(const Library& library, const util::Week& week, const ThisWeek& now,
                       weekly::Language language) {
  const auto moment = library.snapshot();
  return ReportMaker(library, week, now, language).make();
}

std::string report_picture(const Library& library, const WeekReport& report) {
  constexpr std::size_t k_most_drawn = 14;
  GraphWishes wishes;
  wishes.depth = 1;
  wishes.max_nodes = k_most_drawn;
  const auto add = [&](const ReportedItem& reported) {
    const auto id = parse_identifier(reported.id);
    auto item = id ? library.find(*id) : std::nullopt;
    const bool is_new = item && std::none_of(wishes.roots.begin(), wishes.roots.end(),
                                             [&](const Item& root) { return root.row == item->row; });
    if (is_new && item->kind == Kind::paper) {
      wishes.roots.push_back(*std::move(item));
    }
  };
  std::for_each(report.done.begin(), report.done.end(), [&](const auto& one) { add(one.item); });
  std::for_each(report.slipped.begin(), report.slipped.end(), [&](const auto& one) { add(one.item); });
  std::for_each(report.plan.begin(), report.plan.end(), [&](const auto& one) { add(one.item); });
  if (wishes.roots.empty()) {
    return "";
  }
  const std::string svg = export_library(library, **find_exporter("svg"), wishes, {}, {}).bytes;
  const std::size_t begin = svg.find("<svg");  // behind the declaration, which HTML does not know
  return begin == std::string::npos ? "" : svg.substr(begin);
}

}  // namespace papers::app
