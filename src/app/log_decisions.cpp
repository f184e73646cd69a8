#include "app/log_decisions.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/log_saying.hpp"
#include "app/question.hpp"
#include "util/calendar.hpp"
#include "weekly/report_words.hpp"

namespace papers::app {
namespace {

std::optional<Decision> read_decision(const std::string& text, const Item& item, int slips) {
  for (const weekly::ReportWords& words : weekly::k_report_words) {
    const std::size_t end = std::min(text.find(words.comma), text.size());
    const auto name = weekly::decision_named(std::string_view(text).substr(0, end));
    const auto verdict = name ? verdict_named(*name) : std::nullopt;
    if (verdict) {
      const std::size_t rest = std::min(end + words.comma.size(), text.size());
      return Decision{item.ids.front(), *verdict, slips, text.substr(rest), ""};
    }
  }
  return std::nullopt;
}

void keep_note(Change& change, const std::string& text, const std::string& moment, Item& item) {
  const auto is_it = [&](const Note& note) { return note.text == text; };
  if (std::none_of(item.notes.begin(), item.notes.end(), is_it)) {
    item.notes.push_back({moment, "note", text});
    change.save(item);
  }
}

}  // namespace

LogDecisions::LogDecisions(Change& change) : m_change(change), m_known(decisions(change.library())) {}

void LogDecisions::keep(const Mention& mention, Item& item) {
  const auto& slip = mention.entry->slip;
  if (!slip || slip->decision.empty() || mention.week->date.empty()) {
    return;
  }
  const std::string moment = moment_on(mention.week->last_day);
  auto decision = read_decision(slip->decision, item, slip->weeks);
  if (!decision) {
    keep_note(m_change, slip->decision, moment, item);
  } else if (!is_last(*decision, item)) {
    decision->made = moment;
    add(*std::move(decision));
  }
}

bool LogDecisions::is_last(const Decision& decision, const Item& item) const {
  const auto last = std::find_if(m_known.rbegin(), m_known.rend(),
                                 [&](const Decision& one) { return is_named(item, one.item); });
  return last != m_known.rend() && last->verdict == decision.verdict && last->because == decision.because;
}

/// Behind those that were made before: the log may be older than what the library knows.
void LogDecisions::add(Decision decision) {
  save_decision(m_change, decision, *util::from_moment(decision.made));
  const auto before = std::find_if(m_known.rbegin(), m_known.rend(),
                                   [&](const Decision& one) { return one.made <= decision.made; });
  m_known.insert(before.base(), std::move(decision));
}

}  // namespace papers::app
